package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.aigateway.AiGatewayClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The document against the two texts that this project is built from: all that they show is in it,
 * and what they do not show is marked with where it comes from.
 */
class DocumentTest {

  private static final String COLLECTION = "/accounts/{account_id}/ai-gateway/gateways";

  private static final String GATEWAY =
      """
      {"account_id": "*string*", "account_tag": "*string*", "authentication": "*boolean*",
       "cache_invalidate_on_update": "*boolean*", "cache_ttl": "*integer*",
       "collect_logs": "*boolean*", "created_at": "*string*", "dlp": null, "id": "*string*",
       "internal_id": "*string*", "is_default": "*boolean*", "log_management": "*integer*",
       "log_management_strategy": "*string*", "logpush": "*boolean*",
       "logpush_public_key": "*string*", "modified_at": "*string*",
       "otel": [{"authorization": "*string*", "headers": {}, "url": "*string*"}],
       "rate_limiting_interval": "*integer*", "rate_limiting_limit": "*integer*",
       "rate_limiting_technique": "*string*", "store_id": "*string*",
       "stripe": {"authorization": "*string*", "usage_events": [{"payload": "*string*"}]},
       "zdr": "*boolean*"}
      """;
  private static final String INVALID =
      """
      {"errors": [{"code": "*number*", "message": "*string*", "path": ["*string*"]}],
       "success": "*boolean*"}
      """;
  private static final String BAD_REQUEST =
      """
      {"errors": [{"message": "*string*"}], "result": {}, "success": "*boolean*"}
      """;
  private static final String NOT_FOUND =
      """
      {"errors": [{"code": "*number*", "message": "*string*"}], "success": "*boolean*"}
      """;

  /** The responses of each operation. */
  private static final Map<String, Map<String, String>> OPERATIONS =
      Map.of(
          "POST " + COLLECTION, Map.of("200", result(GATEWAY), "400", INVALID),
          "GET " + COLLECTION, Map.of("200", result("[" + GATEWAY + "]"), "400", BAD_REQUEST),
          "GET " + COLLECTION + "/{gateway_id}/url/{provider}",
              Map.of("200", result("\"*string*\""), "400", BAD_REQUEST),
          "PUT " + COLLECTION + "/{id}",
              Map.of("200", result(GATEWAY), "400", INVALID, "404", NOT_FOUND),
          "GET " + COLLECTION + "/{id}", Map.of("200", result(GATEWAY), "404", NOT_FOUND),
          "DELETE " + COLLECTION + "/{id}", Map.of("200", result(GATEWAY), "404", NOT_FOUND));

  private static String result(String json) {
    return "{\"result\":" + json + "}";
  }

  @Test
  void theDocumentShipsInTheJarAsItIs() throws IOException {
    try (InputStream shipped =
        Objects.requireNonNull(
            AiGatewayClient.class.getResourceAsStream("/META-INF/openapi/ai-gateway.yaml"))) {
      assertArrayEquals(
          Files.readAllBytes(Path.of("openapi/ai-gateway.yaml")), shipped.readAllBytes());
    }
  }

  @Test
  void theDocumentHasTheSixOperationsAndMarksAnyOther() {
    assertEquals(new TreeSet<>(OPERATIONS.keySet()), new TreeSet<>(unmarkedOperations().keySet()));
  }

  @Test
  void everyResponseHasTheFieldsOfTheSourceAndOthersOnlyWithAMark() {
    OPERATIONS.forEach(
        (operation, samples) -> {
          Map<String, Object> responses =
              Document.object(Document.operations().getOrDefault(operation, Map.of()), "responses");
          samples.forEach(
              (status, sample) -> {
                Map<String, Object> json =
                    Document.object(
                        Document.object(Document.object(responses, status), "content"),
                        "application/json");
                assertEquals(
                    flat(SameJson.parse(sample)),
                    unmarked(json.get("schema"), flat(SameJson.parse(sample))),
                    operation + " " + status);
              });
        });
  }

  @Test
  void aResponseThatTheSourceDoesNotShowIsMarked() {
    unmarkedOperations()
        .forEach(
            (operation, about) -> {
              Map<String, Object> responses = Document.object(about, "responses");
              responses
                  .keySet()
                  .forEach(
                      status ->
                          assertEquals(
                              OPERATIONS.getOrDefault(operation, Map.of()).containsKey(status),
                              !isMarked(Document.object(responses, status)),
                              operation + " " + status));
            });
  }

  @Test
  void aParameterThatIsNotInAPathIsMarkedAndSoAreHeadersAndSecurity() {
    Document.at("components", "parameters")
        .forEach(
            (name, parameter) ->
                assertEquals(
                    !"path".equals(Document.map(parameter).get("in")),
                    isMarked(Document.map(parameter)),
                    name));
    for (String kind : List.of("headers", "securitySchemes")) {
      Document.at("components", kind)
          .forEach((name, about) -> assertTrue(isMarked(Document.map(about)), name));
    }
  }

  @Test
  void aSchemaThatNoResponseOfTheSourceHasIsMarked() {
    Set<String> shown = new TreeSet<>();
    Document.operations()
        .forEach(
            (operation, about) ->
                OPERATIONS
                    .getOrDefault(operation, Map.of())
                    .keySet()
                    .forEach(
                        status ->
                            collect(
                                Document.object(
                                        Document.object(
                                            Document.object(
                                                Document.object(about, "responses"), status),
                                            "content"),
                                        "application/json")
                                    .get("schema"),
                                shown)));

    Set<String> unmarked = new TreeSet<>();
    Document.schemas()
        .forEach(
            (name, schema) -> {
              if (!isMarked(schema)) {
                unmarked.add(name);
              }
            });
    assertEquals(shown, unmarked);
  }

  @ParameterizedTest
  @CsvSource({"CreateGatewayRequest", "UpdateGatewayRequest"})
  void aRequestHasMembersOfTheGatewayOnlyAndMarksWhatTheSourceDoesNotShow(String request) {
    Set<String> shown = SameJson.parse(GATEWAY).getAsJsonObject().keySet();
    Set<String> known = Shape.named("Gateway").members().keySet();
    Document.object(Document.at("components", "schemas", request), "properties")
        .forEach(
            (name, about) -> {
              assertTrue(known.contains(name), name);
              assertEquals(!shown.contains(name), isMarked(Document.map(about)), name);
            });
  }

  private static Map<String, Map<String, Object>> unmarkedOperations() {
    Map<String, Map<String, Object>> unmarked = new TreeMap<>(Document.operations());
    unmarked.values().removeIf(DocumentTest::isMarked);
    return unmarked;
  }

  private static boolean isMarked(Map<String, Object> about) {
    return about.containsKey("x-source");
  }

  /** The names of the schemas that are reached without passing a mark. */
  private static void collect(@Nullable Object schema, Set<String> names) {
    if (schema == null || isMarked(Document.map(schema))) {
      return;
    }
    Shape shape = Shape.of(Document.map(schema));
    if (isMarked(shape.yaml()) || (shape.name() != null && !names.add(shape.schemaName()))) {
      return;
    }
    switch (shape.type()) {
      case OBJECT ->
          Document.object(shape.yaml(), "properties")
              .values()
              .forEach(each -> collect(each, names));
      case ARRAY -> collect(shape.yaml().get("items"), names);
      default -> {}
    }
  }

  /** What a sample shows: each path with its kind of value. */
  private static Map<String, String> flat(JsonElement sample) {
    Map<String, String> kinds = new TreeMap<>();
    flatten("", sample, kinds);
    return kinds;
  }

  private static void flatten(String path, JsonElement sample, Map<String, String> kinds) {
    if (sample instanceof JsonObject object && !object.isEmpty()) {
      object
          .entrySet()
          .forEach(each -> flatten(path + "." + each.getKey(), each.getValue(), kinds));
    } else if (sample.isJsonArray()) {
      sample.getAsJsonArray().forEach(each -> flatten(path + "[]", each, kinds));
    } else {
      kinds.put(path, sample.isJsonPrimitive() ? sample.getAsString() : sample.toString());
    }
  }

  /** The same of a schema, without what is marked; if its kind fits the sample, as there. */
  private static Map<String, String> unmarked(@Nullable Object schema, Map<String, String> sample) {
    Map<String, String> kinds = new TreeMap<>();
    flatten("", schema, sample, kinds);
    return kinds;
  }

  private static void flatten(
      String path, @Nullable Object schema, Map<String, String> sample, Map<String, String> kinds) {
    if (schema == null || isMarked(Document.map(schema))) {
      return;
    }
    Shape shape = Shape.of(Document.map(schema));
    boolean isShown = !isMarked(shape.yaml());
    if (shape.type() == Shape.Type.OBJECT && isShown) {
      Document.object(shape.yaml(), "properties")
          .forEach((name, each) -> flatten(path + "." + name, each, sample, kinds));
    } else if (shape.type() == Shape.Type.ARRAY && isShown) {
      flatten(path + "[]", shape.yaml().get("items"), sample, kinds);
    } else {
      String shown = sample.getOrDefault(path, "nothing");
      kinds.put(path, fits(shape, shown) ? shown : shape.type().toString());
    }
  }

  private static boolean fits(Shape shape, String shown) {
    return switch (shown) {
      case "*string*" ->
          switch (shape.type()) {
            case STRING, DATE_TIME, DATE, ENUM, ANY -> true;
            default -> false;
          };
      case "*integer*" -> shape.type() == Shape.Type.INTEGER;
      case "*number*" -> shape.type() == Shape.Type.INTEGER || shape.type() == Shape.Type.NUMBER;
      case "*boolean*" -> shape.type() == Shape.Type.BOOLEAN;
      case "{}" -> shape.type() == Shape.Type.MAP || shape.type() == Shape.Type.ANY;
      case "null" -> shape.nullable();
      default -> false;
    };
  }
}
