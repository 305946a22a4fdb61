package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document that the fake follows, as JSON. What it asks of a request is read from it,
 * and written nowhere else. Safe for use by several threads, as long as nobody changes the JSON.
 */
final class ApiDocument {
  private final JsonObject root;
  private final Map<String, JsonObject> referred = new ConcurrentHashMap<>();

  ApiDocument(JsonObject root) {
    this.root = root;
  }

  /** Returns the document that this jar was made from, which is read when it is first needed. */
  static ApiDocument shipped() {
    return Shipped.DOCUMENT;
  }

  /** Returns the schema of what an operation is sent. */
  Schema requestBody(String operationId) {
    return schema(at(operation(operationId), "requestBody", "content", "application/json"));
  }

  /** Returns the schema of what lies in the envelope of an operation's success. */
  Schema result(String operationId) {
    JsonObject operation = operation(operationId);
    Schema envelope = schema(at(operation, "responses", "200", "content", "application/json"));
    return Objects.requireNonNull(envelope.properties().get("result"), "result");
  }

  /** Returns the schemas of the parameters that an operation's query may have, by name. */
  Map<String, Schema> query(String operationId) {
    Map<String, Schema> query = new LinkedHashMap<>();
    for (JsonObject parameter : objects(operation(operationId).get("parameters"))) {
      if (parameter.get("in").getAsString().equals("query")) {
        query.put(parameter.get("name").getAsString(), schema(parameter));
      }
    }
    return query;
  }

  /** Returns the objects of a list, references followed. */
  List<JsonObject> objects(JsonElement list) {
    return list instanceof JsonArray array
        ? array.asList().stream().map(each -> follow(each.getAsJsonObject())).toList()
        : List.of();
  }

  /** Returns what an object refers to, or itself. */
  JsonObject follow(JsonObject object) {
    return object.has("$ref")
        ? referred.computeIfAbsent(object.get("$ref").getAsString(), this::find)
        : object;
  }

  private JsonObject find(String reference) {
    return at(root, reference.substring("#/".length()).split("/", -1));
  }

  private JsonObject at(JsonObject start, String... steps) {
    JsonObject found = start;
    for (String step : steps) {
      JsonElement next = found.get(step.replace("~1", "/").replace("~0", "~"));
      found = next instanceof JsonObject object ? follow(object) : new JsonObject();
    }
    return found;
  }

  private Schema schema(JsonObject owner) {
    return new Schema(this, at(owner, "schema"));
  }

  private JsonObject operation(String operationId) {
    for (JsonElement path : at(root, "paths").asMap().values()) {
      for (JsonElement operation : path.getAsJsonObject().asMap().values()) {
        if (operation instanceof JsonObject known
            && known.has("operationId")
            && known.get("operationId").getAsString().equals(operationId)) {
          return known;
        }
      }
    }
    throw new IllegalStateException("The OpenAPI document has no operation " + operationId + ".");
  }

  private static final class Shipped {
    private static final ApiDocument DOCUMENT = read("ai-gateway.json");

    private static ApiDocument read(String name) {
      try (InputStream text = ApiDocument.class.getResourceAsStream(name)) {
        byte[] json = Objects.requireNonNull(text, name).readAllBytes();
        return new ApiDocument(
            StrictJson.parse(new String(json, StandardCharsets.UTF_8)).getAsJsonObject());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
