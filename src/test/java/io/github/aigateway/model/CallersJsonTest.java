package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever JSON a caller puts into a model: it stays as it was then, and can be sent. */
class CallersJsonTest {

  /** Each way into a model, and the JSON of that. */
  private static final Map<String, Function<JsonElement, String>> WAYS =
      Map.of(
          "putAdditionalProperty",
          value -> ErrorDetail.builder().putAdditionalProperty("value", value).build().toJson(),
          "member",
          value -> ErrorResponse.builder().result(value).build().toJson(),
          "list",
          value ->
              ErrorDetail.builder().path(List.of(new JsonPrimitive(1), value)).build().toJson(),
          "variant",
          value -> ModelAdapters.of(Dlp.class).toJson(new Dlp.Unknown(value)),
          "tree",
          value -> ModelAdapters.of(Gateway.class).fromJsonTree(object("value", value)).toJson(),
          "union in a tree",
          value -> ModelAdapters.of(Gateway.class).fromJsonTree(object("dlp", value)).toJson());

  private static final Number SPELLED_ODDLY = new SpelledNumber("0x10");

  static Stream<Number> plain() {
    return Stream.of(
        1,
        -2L,
        (short) 3,
        (byte) 4,
        1.5,
        -2.5f,
        -0.0,
        new BigInteger("123456789012345678901234567890"),
        new BigDecimal("1.50"),
        new BigDecimal("1e400"),
        new LazilyParsedNumber("1.50"),
        new LazilyParsedNumber("-1e99999999999"));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void aPlainNumberStaysAsItIsSpelled(Number number) {
    WAYS.forEach(
        (way, json) -> assertTrue(json.apply(nested(number)).contains("[" + number + "]"), way));
  }

  static Stream<Number> values() {
    DoubleAdder sum = new DoubleAdder();
    sum.add(2.5);
    return Stream.of(
        new AtomicInteger(7),
        new AtomicLong(-8),
        sum,
        new SpelledNumber("12"),
        new SpelledNumber("-1.50e+3"),
        new SpelledNumber("1e99999999999"),
        new Decimal("1.25"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void anyOtherNumberCountsByItsValue(Number number) {
    String text = number.toString();
    WAYS.forEach(
        (way, json) -> assertTrue(json.apply(nested(number)).contains("[" + text + "]"), way));
  }

  static Stream<Number> refused() {
    return Stream.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        SPELLED_ODDLY,
        new LazilyParsedNumber("abc"),
        new LazilyParsedNumber("NaN"),
        new LazilyParsedNumber("01"),
        new LazilyParsedNumber("+1"),
        new LazilyParsedNumber("1."),
        new LazilyParsedNumber(""),
        new LazilyParsedNumber("1,\"a\":2"),
        new LazilyParsedNumber("٣"),
        new SpelledNumber("secret"),
        new SpelledNumber(null),
        new SpelledNumber("1 "),
        new SpelledNumber("1\n"),
        new SpelledNumber("1".repeat(2_000)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoNumberOfJsonIsRefusedByItsPlace(Number number) {
    WAYS.forEach(
        (way, json) -> {
          RuntimeException refused =
              assertThrows(RuntimeException.class, () -> json.apply(nested(number)), way);
          String message = String.valueOf(refused.getMessage());
          boolean reads = way.contains("tree");
          assertSame(
              reads ? JsonParseException.class : IllegalArgumentException.class,
              reads ? refused.getClass().getSuperclass() : refused.getClass(),
              refused::toString);
          assertTrue(message.contains(".deep[0]"), message);
          assertTrue(message.contains("a finite number"), message);
          assertFalse(message.contains("secret"), message);
        });
  }

  @Test
  void aRefusalNamesTheMember() {
    JsonElement nan = new JsonPrimitive(Double.NaN);
    Gateway.Builder gateway = Gateway.fromJson("{}").toBuilder();
    assertRefused("limits", () -> gateway.putAdditionalProperty("limits", nan));
    assertRefused("result", () -> ErrorResponse.builder().result(nan));
    assertRefused("path[1]", () -> ErrorDetail.builder().path(List.of(new JsonPrimitive(1), nan)));
    assertRefused("json", () -> new Dlp.Unknown(nan));
  }

  private static void assertRefused(String name, Runnable misuse) {
    String message = assertThrows(IllegalArgumentException.class, misuse::run).getMessage();
    assertTrue(message.startsWith(name + " must be a finite number"), message);
  }

  @Test
  void aNumberThatChangesAfterwardsDoesNotChangeTheModel() {
    AtomicInteger number = new AtomicInteger(1);
    JsonElement json = nested(number);
    ErrorDetail made = ErrorDetail.builder().putAdditionalProperty("value", json).build();
    ErrorDetail fromTree = ModelAdapters.of(ErrorDetail.class).fromJsonTree(object("value", json));
    Dlp.Unknown variant = new Dlp.Unknown(json);
    ErrorDetail listed = ErrorDetail.builder().path(List.of(json)).build();
    int hash = made.hashCode();
    number.set(2);

    assertEquals("{\"value\":{\"deep\":[1]}}", made.toJson());
    assertEquals(made, ErrorDetail.fromJson(made.toJson()));
    assertEquals(hash, made.hashCode());
    assertEquals(made, fromTree);
    assertEquals("{\"deep\":[1]}", variant.json().toString());
    assertEquals("{\"path\":[{\"deep\":[1]}]}", listed.toJson());
  }

  @Test
  void aDecimalOfACallersClassIsCopied() {
    Decimal decimal = new Decimal("1.25");
    SpendLimitRule.Builder rule = SpendLimitRule.builder().limit(decimal).window(60);
    decimal.text = "2";
    assertEquals(BigDecimal.class, rule.build().getLimit().getClass());
    assertEquals(new BigDecimal("1.25"), rule.build().getLimit());
    decimal.text = "abc";
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> rule.limit(decimal));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("limit must be"), refused::toString);
  }

  @Test
  void jsonThatHoldsItselfIsRefused() {
    JsonArray circle = new JsonArray();
    JsonObject within = object("again", circle);
    circle.add(1);
    circle.add(within);
    WAYS.forEach(
        (way, json) -> {
          RuntimeException refused =
              assertThrows(RuntimeException.class, () -> json.apply(circle), way);
          String message = String.valueOf(refused.getMessage());
          assertTrue(message.contains("255"), message);
          assertTrue(message.length() < 500, message);
        });
  }

  @Test
  void jsonMayBeAsDeepAsTheReaderTakes() {
    JsonElement deep = new JsonPrimitive(1);
    for (int i = 0; i < 254; i++) {
      deep = object("a", deep);
    }
    JsonElement deepest = deep;
    assertDoesNotThrow(
        () -> {
          String json = WAYS.get("putAdditionalProperty").apply(deepest);
          assertEquals(json, ErrorDetail.fromJson(json).toJson());
        });
    JsonElement tooDeep = object("a", object("b", deep));
    assertThrows(
        IllegalArgumentException.class, () -> WAYS.get("putAdditionalProperty").apply(tooDeep));
  }

  @Test
  @SuppressWarnings("deprecation") // It is, and can be called.
  void aClassOfTheCallersOwnIsNoJson() {
    JsonElement own =
        new JsonElement() {
          @Override
          public JsonElement deepCopy() {
            return this;
          }
        };
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Dlp.Unknown(own)).getMessage();
    assertTrue(message.startsWith("json must be "), message);
  }

  @Test
  void everythingElseIsCopiedAsItIs() {
    JsonElement json =
        JsonParser.parseString("{\"b\":[1,\"x\",true,false,null,{}],\"a\":{\"c\":[]},\"\":\"\"}");
    assertEquals(json, new Dlp.Unknown(json).json());
    assertEquals(json.toString(), new Dlp.Unknown(json).json().toString());
    assertSame(JsonNull.INSTANCE, new Dlp.Unknown(JsonNull.INSTANCE).json());
  }

  private static JsonObject object(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonElement nested(Number number) {
    JsonArray list = new JsonArray();
    list.add(new JsonPrimitive(number));
    return object("deep", list);
  }

  private static final class Decimal extends BigDecimal {
    private static final long serialVersionUID = 1L;
    private String text;

    Decimal(String text) {
      super(text);
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
