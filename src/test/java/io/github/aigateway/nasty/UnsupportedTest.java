package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the templates cannot do ends the build, and the compiler's message says why. Each document
 * has one such thing.
 */
class UnsupportedTest {

  private static final String JSON = "content: {application/json: {schema: ";
  private static final String RESPONSE = "'200': {description: ok, " + JSON + "{$ref: '#/A'}}}}";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: integer, enum: [1, 2]}                            | enum_that_is_not_of_strings
          {type: array, items: {type: integer, enum: [1, 2]}}      | enum_that_is_not_of_strings
          {anyOf: [{$ref: '#/A'}, {$ref: '#/B'}]}                  | anyOf
          {type: array, items: {anyOf: [{$ref: '#/A'}, {$ref: '#/B'}]}} | anyOf
          {allOf: [{$ref: '#/Parent'}, {$ref: '#/B'}]}             | inheritance_by_discriminator
          {oneOf: [{$ref: '#/A'}, {type: string}]}                 | variant_of_oneOf_without_members
          {oneOf: [{type: integer}, {type: boolean}]}              | variant_of_oneOf_without_members
          {oneOf: [{$ref: '#/A'}, {$ref: '#/E'}]}                  | variant_of_oneOf_without_members
          {oneOf: [{$ref: '#/A'}, {type: array, items: {$ref: '#/B'}}]} | variant_of_oneOf_without_members
          {oneOf: [{$ref: '#/A'}, {type: object, additionalProperties: {type: string}}]} | variant_of_oneOf_without_members
          {oneOf: [{$ref: '#/A'}, {type: object}]}                 | variant_of_oneOf_without_members
          {type: array, items: {type: array, items: {type: array, items: {type: array, items: {type: string}}}}} | containers_nested_deeper_than_three
          """)
  void schema(String schema, String reason) throws IOException {
    assertRefused(
        document("get", "", RESPONSE, "Odd: {type: object, properties: {odd: " + schema + "}}"),
        reason);
  }

  @Test
  void inheritanceFromAParentWithADiscriminator() throws IOException {
    assertRefused(
        document("get", "", RESPONSE, "Odd: {allOf: [{$ref: '#/Parent'}, {$ref: '#/B'}]}"),
        "inheritance_by_discriminator");
  }

  @Test
  void theCompilerSaysWhy() throws IOException {
    String odd = "Odd: {anyOf: [{$ref: '#/A'}, {$ref: '#/B'}]}";
    assertSaid("UNSUPPORTED_anyOf", messages(document("get", "", RESPONSE, odd)));
  }

  @Test
  void moreThan63Members() throws IOException {
    assertSaid("HAS_AT_MOST_63_MEMBERS", messages(document("get", "", RESPONSE, members(64))));
  }

  @Test
  void asManyAs63MembersAreFine() throws IOException {
    assertTrue(messages(document("get", "", RESPONSE, members(63))).isEmpty());
  }

  @Test
  void unionsThatShareAVariantAndNameNoMethod() throws IOException {
    String unions =
        """
        One: {oneOf: [{$ref: '#/A'}, {$ref: '#/B'}]}
            Two: {oneOf: [{$ref: '#/A'}, {$ref: '#/Parent'}]}\
        """;
    assertSaid("both define kind()", messages(document("get", "", RESPONSE, unions)));
    assertTrue(
        messages(
                document(
                    "get", "", RESPONSE, unions.replace("Two: {", "Two: {x-kind-method: its, ")))
            .isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in: query, explode: false, schema: {type: array, items: {type: string}}        | list_in_one_text
          in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}  | list_in_one_text
          in: query, style: spaceDelimited, schema: {type: array, items: {type: string}} | list_in_one_text
          in: header, schema: {type: array, items: {type: string}}                       | list_in_one_text
          in: query, schema: {type: array, items: {type: array, items: {type: string}}}  | list_of_lists_or_objects
          in: query, schema: {type: array, items: {$ref: '#/A'}}                         | list_of_lists_or_objects
          in: query, style: deepObject, schema: {$ref: '#/A'}                            | style_deepObject
          in: query, schema: {$ref: '#/A'}                                               | object_parameter
          in: query, schema: {type: object, additionalProperties: {type: string}}        | object_parameter
          in: query, schema: {}                                                          | parameter_of_any_type
          in: query, schema: {type: integer, enum: [1]}                                  | enum_that_is_not_of_strings
          in: query, content: {application/json: {schema: {type: string}}}               | parameter_as_JSON
          in: cookie, schema: {type: string}                                             | cookie_parameter
          """)
  void parameter(String parameter, String reason) throws IOException {
    assertRefused(
        document("get", "parameters: [{name: odd, " + parameter + "}], ", RESPONSE, ""), reason);
  }

  @Test
  void pathParameterOfStyleMatrix() throws IOException {
    String parameter =
        "{name: odd, in: path, required: true, style: matrix, schema: {type: string}}";
    assertRefused(
        document("get", "parameters: [" + parameter + "], ", RESPONSE, "")
            .replace("/t:", "/{odd}:"),
        "style_matrix");
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(
            "post", "required: true, " + JSON + "{type: string}}}", "body_that_is_no_model"),
        Arguments.of(
            "post", "required: true, " + JSON + "{type: object}}}", "body_that_is_no_model"),
        Arguments.of(
            "post", "required: true, " + JSON + "{$ref: '#/E'}}}", "body_that_is_no_model"),
        Arguments.of(
            "post",
            "required: true, " + JSON + "{type: array, items: {$ref: '#/A'}}}}",
            "body_that_is_no_model"),
        Arguments.of("post", JSON + "{$ref: '#/A'}}}", "body_that_is_not_required"),
        Arguments.of(
            "delete", "required: true, " + JSON + "{$ref: '#/A'}}}", "body_of_this_method"),
        other("application/xml", "{$ref: '#/A'}", "body_other_than_application_json"),
        other("text/plain", "{type: string}", "body_other_than_application_json"),
        other(
            "application/octet-stream",
            "{type: string, format: binary}",
            "body_other_than_application_json"),
        other("application/x-www-form-urlencoded", "{$ref: '#/A'}", "form_parameter"),
        other("multipart/form-data", "{$ref: '#/A'}", "form_parameter"));
  }

  private static Arguments other(String mediaType, String schema, String reason) {
    String content = "required: true, content: {" + mediaType + ": {schema: " + schema + "}}";
    return Arguments.of("post", content, reason);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void body(String method, String body, String reason) throws IOException {
    assertRefused(document(method, "requestBody: {" + body + "}, ", RESPONSE, ""), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain: {schema: {type: string}}                                    | response_other_than_application_json
          application/xml: {schema: {$ref: '#/A'}}                                | response_other_than_application_json
          application/octet-stream: {schema: {type: string, format: binary}}      | response_other_than_application_json
          application/json: {schema: {type: string}}                              | response_that_is_no_model
          application/json: {schema: {$ref: '#/E'}}                               | response_that_is_no_model
          application/json: {schema: {}}                                          | response_that_is_no_model
          application/json: {schema: {type: object}}                              | response_that_is_no_model
          application/json: {schema: {type: array, items: {$ref: '#/A'}}}         | response_that_is_no_model
          application/json: {schema: {type: object, additionalProperties: {$ref: '#/A'}}} | response_that_is_no_model
          """)
  void response(String content, String reason) throws IOException {
    assertRefused(
        document("get", "", "'200': {description: ok, content: {" + content + "}}", ""), reason);
  }

  /** Compiles nothing, which would take half a second each; one test shows what it would do. */
  private void assertRefused(String document, String reason) throws IOException {
    Collection<String> sources = Generator.generate(document, directory).values();
    assertTrue(
        sources.stream().anyMatch(it -> it.contains("@UNSUPPORTED_" + reason)),
        () -> "Nothing says " + reason + ": " + sources);
  }

  private void assertSaid(String message, List<String> messages) {
    assertTrue(messages.stream().anyMatch(it -> it.contains(message)), messages::toString);
  }

  private List<String> messages(String document) throws IOException {
    return Compiler.compile(Generator.generate(document, directory));
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "m" + i + ": {type: string}")
        .collect(Collectors.joining(", ", "Odd: {type: object, properties: {", "}}"));
  }

  private static String document(String method, String operation, String responses, String schema) {
    return """
    openapi: 3.0.3
    info: {title: Odd, version: '1'}
    paths:
      /t: {%s: {tags: [Odd], operationId: go, %sresponses: {%s}}}
    components:
      schemas:
        A: {type: object, required: [a], properties: {a: {type: string}}}
        B: {type: object, required: [b], properties: {b: {type: string}}}
        E: {type: string, enum: [a, b]}
        Parent: {type: object, discriminator: {propertyName: k}, required: [k], properties: {k: {type: string}}}
        %s
    """
        .formatted(method, operation, responses, schema)
        .replace("#/", "#/components/schemas/");
  }
}
