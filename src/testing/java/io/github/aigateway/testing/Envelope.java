package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** The object around every response of the API, in the shapes its operations give it. */
final class Envelope {
  static final int INVALID = 7001;
  static final int NOT_FOUND = 7002;
  static final int AUTHENTICATION = 10000;

  private Envelope() {}

  static Answer success(JsonElement result) {
    return Answer.json(200, Json.write(successful(result)));
  }

  static Answer page(JsonArray result, JsonObject resultInfo) {
    JsonObject envelope = successful(result);
    envelope.add("result_info", resultInfo);
    return Answer.json(200, Json.write(envelope));
  }

  /** What create, update, fetch and delete response when they refuse: no result. */
  static Answer refusal(int status, List<Problem> problems) {
    return Answer.json(status, Json.write(failed(problems)));
  }

  static Answer refusal(int status, int code, String message) {
    return refusal(status, List.of(Problem.of(code, message)));
  }

  /** What list and url response when they refuse: an empty result, and errors without a code. */
  static Answer uncodedRefusal(List<Problem> problems) {
    JsonObject envelope = failed(problems);
    envelope.add("result", new JsonObject());
    return Answer.json(400, Json.write(envelope));
  }

  /** What Cloudflare's front door responses before the AI Gateway API sees the request. */
  static Answer frontDoor(int status, List<Problem> problems) {
    JsonObject envelope = failed(problems);
    envelope.add("messages", new JsonArray());
    envelope.add("result", JsonNull.INSTANCE);
    return Answer.json(status, Json.write(envelope));
  }

  private static JsonObject successful(JsonElement result) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("success", true);
    envelope.add("result", result);
    envelope.add("errors", new JsonArray());
    envelope.add("messages", new JsonArray());
    return envelope;
  }

  private static JsonObject failed(List<Problem> problems) {
    JsonArray errors = new JsonArray();
    problems.forEach(problem -> errors.add(problem.toJson()));
    JsonObject envelope = new JsonObject();
    envelope.addProperty("success", false);
    envelope.add("errors", errors);
    return envelope;
  }
}
