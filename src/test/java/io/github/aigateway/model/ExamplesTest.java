package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.aigateway.internal.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the document are what the models read and write. */
class ExamplesTest {

  private static final Gson YAML_TO_JSON = new GsonBuilder().serializeNulls().create();

  /** Each request and each response: where it is, and what the document says of its content. */
  static Stream<Arguments> contents() {
    return Document.operations().entrySet().stream()
        .flatMap(
            entry -> {
              Map<String, Object> operation = entry.getValue();
              Stream<Arguments> request =
                  operation.containsKey("requestBody")
                      ? contents(entry.getKey(), Document.object(operation, "requestBody"))
                      : Stream.of();
              Map<String, Object> responses = Document.object(operation, "responses");
              Stream<Arguments> examples =
                  responses.keySet().stream()
                      .flatMap(
                          status ->
                              contents(
                                  entry.getKey() + " " + status,
                                  Document.object(responses, status)));
              return Stream.concat(request, examples);
            });
  }

  private static Stream<Arguments> contents(String place, Map<String, Object> body) {
    Map<String, Object> content = Document.object(body, "content");
    return content.isEmpty()
        ? Stream.of(Arguments.of(place + " without content", Map.of()))
        : content.entrySet().stream()
            .map(type -> Arguments.of(place + " " + type.getKey(), Document.map(type.getValue())));
  }

  static Stream<Arguments> jsonExamples() {
    return contents()
        .filter(content -> content.get()[0].toString().endsWith("application/json"))
        .flatMap(
            content -> {
              Map<String, Object> body = Document.map(content.get()[1]);
              Shape shape =
                  Shape.of(Document.map(Objects.requireNonNull(body.get("schema")))).readAs();
              Map<String, Object> examples = Document.object(body, "examples");
              return examples.keySet().stream()
                  .map(
                      name ->
                          Arguments.of(
                              content.get()[0] + " " + name,
                              shape,
                              YAML_TO_JSON.toJson(Document.object(examples, name).get("value"))));
            });
  }

  @ParameterizedTest
  @MethodSource("contents")
  void everyRequestAndEveryResponseHasAnExample(String place, Map<String, Object> content) {
    assertFalse(Document.object(content, "examples").isEmpty(), place);
  }

  @ParameterizedTest
  @MethodSource("jsonExamples")
  void anExampleIsReadAndWrittenAsTheSameJson(String place, Shape shape, String json) {
    Object model = Json.parse(json, shape.adapter());

    SameJson.check(shape, json, Json.print(model, shape.adapter()));
  }

  @ParameterizedTest
  @MethodSource("jsonExamples")
  void anExampleBreaksNoConstraintAndLacksNothing(String place, Shape shape, String json) {
    Object model = Json.parse(json, shape.adapter());

    assertTrue(Copies.build(Copies.toBuilder(model)).equals(model), place);
  }
}
