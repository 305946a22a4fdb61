package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** One entry of an envelope's {@code errors}. */
final class Problem {
  private final JsonObject json = new JsonObject();

  private Problem() {}

  static Problem of(int code, String message) {
    Problem problem = new Problem();
    problem.json.addProperty("code", code);
    problem.json.addProperty("message", message);
    return problem;
  }

  /** Returns an entry without a code, as listing has them. */
  static Problem of(String message) {
    Problem problem = new Problem();
    problem.json.addProperty("message", message);
    return problem;
  }

  /** Adds where in the request the problem lies. */
  Problem at(FieldPath path) {
    json.add("path", path.toJson());
    return this;
  }

  /** Adds what the problem comes from. */
  Problem causedBy(Problem cause) {
    JsonArray chain = new JsonArray();
    chain.add(cause.toJson());
    json.add("error_chain", chain);
    return this;
  }

  JsonObject toJson() {
    return json;
  }
}
