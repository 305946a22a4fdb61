package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.github.aigateway.internal.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongTypeTest {

  private static final Gson GSON = new Gson();
  private static final String TEXT = "\"a text 987654321\"";
  private static final String NUMBER = "987654321";
  private static final String FRACTION = "987654321.5";
  private static final String HUGE = "98765432109876543210";
  private static final String HUGER = "987654321e400";
  private static final String OBJECT = "{\"a\":\"987654321\"}";
  private static final String LIST = "[\"987654321\"]";

  static Stream<Arguments> wrongValues() {
    return Shape.models().stream()
        .filter(root -> root.type() == Shape.Type.OBJECT)
        .flatMap(root -> Samples.places(root).stream())
        .filter(place -> place.root().schemaName().equals("Gateway") || place.isShallow())
        .flatMap(place -> wrong(place.shape()).stream().map(json -> Arguments.of(place, json)));
  }

  private static List<String> wrong(Shape shape) {
    return switch (shape.type()) {
      case STRING, DATE_TIME, DATE, ENUM -> List.of(NUMBER, "true", OBJECT, LIST);
      case INTEGER -> List.of(TEXT, "\"60\"", "true", OBJECT, LIST, FRACTION, HUGE, HUGER);
      case NUMBER -> List.of(TEXT, "\"60\"", "true", OBJECT, LIST);
      case BOOLEAN -> List.of(TEXT, "\"yes\"", "\"true\"", NUMBER, "0", OBJECT, LIST);
      case OBJECT -> List.of(TEXT, NUMBER, "false", LIST);
      case MAP -> List.of(TEXT, NUMBER, "false", "[]", LIST);
      case ARRAY -> List.of(TEXT, NUMBER, "false", "{}", OBJECT);
      case UNION, ANY -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aValueOfAnotherTypeIsRefusedByItsPathWithoutTheValue(Samples.Place place, String wrong) {
    JsonParseException refused =
        assertThrows(
            JsonParseException.class, () -> Json.parse(place.with(wrong), place.root().adapter()));

    String message = String.valueOf(refused.getMessage());
    assertTrue(message.endsWith(" at path " + place.path()), message);
    assertFalse(message.contains("987654321"), message);
    assertEquals(null, refused.getCause());

    JsonParseException refusedByGson =
        assertThrows(
            JsonParseException.class,
            () -> GSON.fromJson(place.with(wrong), place.root().<Object>model()));
    assertEquals(message, refusedByGson.getMessage());
  }

  @Test
  void theMessageSaysWhatWasExpectedAndWhatCame() {
    assertRefused(
        "{\"cache_ttl\":\"60\"}", "Expected an integer but was a string at path $.cache_ttl");
    assertRefused("{\"logpush\":\"yes\"}", "Expected a boolean but was a string at path $.logpush");
    assertRefused("{\"otel\":{}}", "Expected an array but was an object at path $.otel");
    assertRefused("{\"id\":7}", "Expected a string but was a number at path $.id");
    assertRefused("{\"stripe\":[]}", "Expected an object but was an array at path $.stripe");
    assertRefused(
        "{\"cache_ttl\":0.5}",
        "Expected an integer of 64 bits but was another number at path $.cache_ttl");
    assertRefused(
        "{\"otel\":[{},{\"headers\":{\"a\":\"b\",\"x-key\":null}}]}",
        "Expected a string but was null at path $.otel[1].headers.x-key");
    assertRefused(
        "{\"dlp\":{\"enabled\":true,\"policies\":[{},{\"check\":[\"REQUEST\",5]}]}}",
        "Expected a string but was a number at path $.dlp.policies[1].check[1]");
    assertRefused("[]", "Expected an object but was an array at path $");
    assertRefused("null", "Expected an object but was null at path $");
  }

  @Test
  void aNumberThatTakesLongToReadIsRefused() {
    String json = "{\"spend_limits\":{\"rules\":[{\"limit\":1" + "0".repeat(1_000) + "}]}}";

    assertRefused(
        json,
        "Expected a number of at most 1000 characters but was a longer one"
            + " at path $.spend_limits.rules[0].limit");
    assertRefused(
        "{\"cache_ttl\":1e99999999999}",
        "Expected a number but its exponent is out of range at path $.cache_ttl");
    assertRefused(
        "{\"cache_ttl\":1e999999999}",
        "Expected an integer of 64 bits but was another number at path $.cache_ttl");
  }

  @Test
  void aNumberOfAnUnknownMemberIsAsLongAsGsonReadsIt() throws IOException {
    String longest = "1" + "0".repeat(1022);
    JsonReader gson = new JsonReader(new StringReader(longest));
    gson.setStrictness(Strictness.STRICT);
    assertEquals(longest, gson.nextString());
    assertEquals(
        "{\"new\":" + longest + "}", Gateway.fromJson("{\"new\":" + longest + "}").toJson());

    JsonReader longer = new JsonReader(new StringReader(longest + "0"));
    longer.setStrictness(Strictness.STRICT);
    assertThrows(MalformedJsonException.class, longer::nextString);
    for (String member : List.of("new", "cache_ttl")) {
      String json = "{\"" + member + "\":" + longest + "0}";
      assertThrows(JsonParseException.class, () -> Gateway.fromJson(json));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"id\":\"x\"",
        "{\"id\":\"x\",}",
        "{\"id\":\"x\"} {}",
        "{\"id\":\"x\"}x",
        "{\"id\":\"x\"}]",
        "{id:\"x\"}",
        "{'id':'x'}",
        "{\"id\":x}",
        "{\"new\":x}",
        "{\"cache_ttl\":NaN}",
        "{\"new\":NaN}",
        "{\"cache_ttl\":060}",
        "{\"cache_ttl\":+60}",
        "{\"new\":tRue}",
        "{\"id\"=\"x\"}",
        "{\"id\":\"x\";\"zdr\":true}",
        "{/* */}",
        "{} // no",
        "{\"id\":\"\\x\"}",
        "{\"id\":\"\\ud800\"}",
        "{\"id\":\"a\nb\"}",
        "<html></html>",
        "error code: 504"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThrows(JsonParseException.class, () -> Gateway.fromJson(text));
  }

  @Test
  void nestingThatWouldOverflowTheStackIsRefused() {
    String deep = "[".repeat(100_000);

    assertThrows(JsonParseException.class, () -> Gateway.fromJson("{\"new\":" + deep));
    assertThrows(JsonParseException.class, () -> Gateway.fromJson("{\"dlp\":" + deep));
    assertThrows(
        JsonParseException.class, () -> ErrorDetail.fromJson("{\"error_chain\":[".repeat(50_000)));
  }

  @Test
  void aLongPathIsCut() {
    String name = "n".repeat(10_000);

    JsonParseException refused =
        assertThrows(
            JsonParseException.class,
            () -> OtelExporter.fromJson("{\"headers\":{\"" + name + "\":5}}"));

    assertTrue(String.valueOf(refused.getMessage()).length() < 300);
  }

  private static void assertRefused(String json, String message) {
    JsonParseException refused =
        assertThrows(JsonParseException.class, () -> Gateway.fromJson(json));
    assertEquals(message, refused.getMessage());
  }
}
