package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake that follows a document which its test changes. */
class ChangedDocument {
  final JsonObject document = new JsonObject();
  final FakeAiGateway fake = FakeAiGateway.builder().document(new ApiDocument(document)).start();
  final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @BeforeEach
  void theDocumentThatShips() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(ApiDocument.class.getResourceAsStream("ai-gateway.json"))) {
      String json = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      JsonParser.parseString(json).getAsJsonObject().asMap().forEach(document::add);
    }
  }

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  void assertAccepted(String member, String value) throws IOException {
    Reply reply = api.create(gatewayWith(member, value));
    assertEquals(200, reply.status(), reply.text());
    assertEquals(200, api.delete("a").status());
  }

  void assertRefused(String member, String value, String path) throws IOException {
    Reply reply = api.create(gatewayWith(member, value));
    assertEquals(400, reply.status(), reply.text());
    assertEquals(path, reply.path());
  }

  static JsonObject gatewayWith(String member, String value) {
    JsonObject gateway = FakeAiGatewayCaller.gateway("a");
    gateway.add(member, JsonParser.parseString(value));
    return gateway;
  }

  static String limits(String model) {
    return "{'rules':[{'limit':1,'limitType':'cost','window':60,'model':" + model + "}]}";
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static JsonObject item(JsonElement list) {
    return list.getAsJsonArray().get(0).getAsJsonObject();
  }

  static JsonArray list(JsonObject owner, String name) {
    return owner.getAsJsonArray(name);
  }

  JsonObject schemas() {
    return document.getAsJsonObject("components").getAsJsonObject("schemas");
  }

  JsonObject schema(String name) {
    return schemas().getAsJsonObject(name);
  }

  void property(String schema, String name, JsonObject about) {
    schema(schema).getAsJsonObject("properties").add(name, about);
  }

  JsonObject operation(String operationId) {
    return document.getAsJsonObject("paths").asMap().values().stream()
        .flatMap(path -> path.getAsJsonObject().asMap().values().stream())
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> new JsonPrimitive(operationId).equals(each.get("operationId")))
        .findFirst()
        .orElseThrow();
  }
}
