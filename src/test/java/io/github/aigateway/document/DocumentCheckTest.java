package io.github.aigateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The check refuses what would be wrong code, each time with the place and with what to write
 * instead, and nothing else. The documents are in {@code cases.yaml}.
 */
class DocumentCheckTest {

  private static final Path CASES =
      Path.of("src/test/resources/io/github/aigateway/document/cases.yaml");

  private static final String START = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";

  @TempDir private Path directory;
  private Check check;

  @BeforeEach
  void check() {
    check = new Check(directory);
  }

  @SuppressWarnings("unchecked") // as the file says
  static Stream<Named<Map<String, Object>>> cases() throws IOException {
    List<Map<String, Object>> cases =
        (List<Map<String, Object>>) Check.load(Files.readString(CASES));
    return cases.stream().map(it -> Named.of((String) it.get("title"), it));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @SuppressWarnings("unchecked") // as the file says
  void refusesWithPlaceAndRemedy(Map<String, Object> row) throws IOException {
    List<String> refusals = check.refusals((Map<String, Object>) row.get("refused"));
    String start = directory.resolve("document.yaml") + "#" + row.get("at") + ": ";
    assertEquals(row.getOrDefault("count", 1), refusals.size(), refusals::toString);
    assertTrue(
        refusals.stream().anyMatch(it -> it.startsWith(start) && says(it, row.get("says"))),
        refusals::toString);
    assertFalse(Files.exists(check.output()));
  }

  private static boolean says(String refusal, Object words) {
    return refusal.endsWith(".") && refusal.contains((String) words);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @SuppressWarnings("unchecked") // as the file says
  void letsPassWhatIsAlmostTheSame(Map<String, Object> row) throws IOException {
    assertEquals(List.of(), check.refusals((Map<String, Object>) row.get("fine")));
    assertTrue(Files.exists(check.output()));
  }

  @Test
  void saysAllAtOnce() throws IOException {
    List<String> refusals =
        check.refusals(
            START
                + """
                x-odd: 1
                webhooks: {}
                components:
                  schemas:
                    Path: {type: object, properties: {a_b: {type: string, pattern: '('}, aB: {type: string}}}
                    Odd: {anyOf: [{$ref: '#/components/schemas/Path'}]}
                """);
    assertEquals(6, refusals.size(), refusals::toString);
    assertTrue(cases().count() > 90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi/ai-gateway.yaml", "src/test/resources/nasty.yaml"})
  void refusesNothingInTheDocumentsOfTheBuild(String document) throws IOException {
    assertEquals(List.of(), check.refusals(Path.of(document)));
  }

  @Test
  void writesTheSameDocumentWithAnyJsonForAnyOfScalars() throws IOException {
    String schemas =
        """
        components:
          schemas:
            Any:
              description: Any.
              nullable: true
              x-sensitive: true
              type: string
              anyOf: [{type: string}, {type: integer}]
            Of:
              type: object
              properties:
                z: {type: array, items: {anyOf: [{type: string, enum: [auto]}, {$ref: '#/components/schemas/I'}]}}
                a: {type: string, example: 2026-01-31, default: yes}
                n: {type: number, maximum: 1.50, minimum: 123456789012345678901234567890, example: 010}
            I: {type: integer}
        """;
    assertEquals(List.of(), check.refusals(START + schemas));
    JsonObject written =
        JsonParser.parseString(Files.readString(check.output()))
            .getAsJsonObject()
            .getAsJsonObject("components")
            .getAsJsonObject("schemas");
    assertEquals(
        "{\"description\":\"Any.\",\"nullable\":true,\"x-sensitive\":true}",
        written.get("Any").toString());
    assertEquals(
        "{\"z\":{\"type\":\"array\",\"items\":{}},"
            + "\"a\":{\"type\":\"string\",\"example\":\"2026-01-31\",\"default\":\"yes\"},"
            + "\"n\":{\"type\":\"number\",\"maximum\":1.50,\"minimum\":123456789012345678901234567890,"
            + "\"example\":10}}",
        written.getAsJsonObject("Of").get("properties").toString());
    assertEquals(List.of("Any", "Of", "I"), new ArrayList<>(written.keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "- a",
        "a: 1\na: 2",
        "a: &a {b: 1}\nc: {<<: *a}",
        "? [a]\n: 1",
        "a: &a [*a]",
        "",
      })
  void refusesWhatIsNoObjectOfYaml(String text) throws IOException {
    assertEquals(1, check.refusals(text).size());
  }

  @Test
  void anAnchorStandsForWhatItNames() throws IOException {
    assertEquals(
        List.of(), check.refusals(START + "components: {schemas: {A: &a {type: string}, B: *a}}"));
  }

  @Test
  void refusesHalfACharacterWhereverItIs() throws IOException {
    List<String> refusals = check.refusals(START + "tags: [{\"a\\ud83d\": 1, b: [\"\\ude00\"]}]");
    assertEquals(2, refusals.size(), refusals::toString);
    assertTrue(refusals.get(1).contains("/tags/0/b/0: This holds half a surrogate pair"));
  }

  @Test
  void whatAMessageQuotesStaysOnItsLine() throws IOException {
    List<String> refusals = check.refusals(START + "\"x-a\\nb\": 1");
    assertEquals(1, refusals.size());
    assertFalse(refusals.get(0).contains("\n"), refusals::toString);
  }
}
