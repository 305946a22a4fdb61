package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** The object around every response of the API, in the shapes its operations give it. */
final class EnvelopeJson {
  static final int INVALID = 7001;
  static final int NOT_FOUND = 7002;
  static final int AUTHENTICATION = 10000;

  private EnvelopeJson() {}

  static FakeResponse success(JsonElement result) {
    return FakeResponse.json(200, StrictJson.write(successful(result)));
  }

  static FakeResponse page(JsonArray result, JsonObject resultInfo) {
    JsonObject envelope = successful(result);
    envelope.add("result_info", resultInfo);
    return FakeResponse.json(200, StrictJson.write(envelope));
  }

  /** The response of create, update, get and delete when they refuse: no result. */
  static FakeResponse refusal(int status, List<Problem> problems) {
    return FakeResponse.json(status, StrictJson.write(failed(problems)));
  }

  /** The response of list and url when they refuse: an empty result, and errors without a code. */
  static FakeResponse uncodedRefusal(List<Problem> problems) {
    JsonObject envelope = failed(problems);
    envelope.add("result", new JsonObject());
    return FakeResponse.json(400, StrictJson.write(envelope));
  }

  /** The response of Cloudflare's front door before the AI Gateway API sees the request. */
  static FakeResponse frontDoor(int status, List<Problem> problems) {
    JsonObject envelope = failed(problems);
    envelope.add("messages", new JsonArray());
    envelope.add("result", JsonNull.INSTANCE);
    return FakeResponse.json(status, StrictJson.write(envelope));
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
