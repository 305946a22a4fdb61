package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import com.google.gson.reflect.TypeToken;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.json.JsonMismatchException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongTypeTest {

  private static final Gson GSON = new Gson();
  private static final String TEXT = "\"a text 987654321\"";
  private static final String NUMBER = "987654321";
  private static final String FRACTION = "987654321.5";
  private static final String HUGE = "98765432109876543210";
  private static final String HUGER = "987654321e400";
  private static final String OBJECT = "{\"a\":\"987654321\"}";
  private static final String LIST = "[\"987654321\"]";

  static Stream<Arguments> refused() {
    return wrongValues(true);
  }

  static Stream<Arguments> kept() {
    return wrongValues(false);
  }

  private static Stream<Arguments> wrongValues(boolean strict) {
    return Shape.models().stream()
        .filter(root -> root.type() == Shape.Type.OBJECT)
        .flatMap(root -> Samples.places(root).stream())
        .filter(place -> place.strict() == strict)
        .filter(WrongTypeTest::isWorthATest)
        .flatMap(place -> wrong(place.shape()).stream().map(json -> Arguments.of(place, json)));
  }

  /** Anything in a gateway or a request; of what is a part of these, its members. */
  private static boolean isWorthATest(Samples.Place place) {
    boolean isWhole = place.root().strict() || place.root().schemaName().equals("Gateway");
    return isWhole || place.isShallow();
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
  @MethodSource("refused")
  void inRequestsAndStrictMembersAndListsAndMapsItIsRefusedByItsPathWithoutTheValue(
      Samples.Place place, String wrong) {
    JsonMismatchException refused =
        assertThrows(
            JsonMismatchException.class,
            () -> Json.parse(place.with(wrong), place.root().adapter()));

    String message = String.valueOf(refused.getMessage());
    assertTrue(message.endsWith(" at path " + place.path()), message);
    assertEquals(place.path(), refused.path());
    assertFalse(message.contains("987654321"), message);
    assertEquals(null, refused.getCause());

    JsonMismatchException refusedByGson =
        assertThrows(
            JsonMismatchException.class,
            () -> GSON.fromJson(place.with(wrong), place.root().<Object>model()));
    assertEquals(message, refusedByGson.getMessage());
  }

  @ParameterizedTest
  @MethodSource("kept")
  void inAnyOtherMemberItIsKeptAndNeverPrinted(Samples.Place place, String wrong) {
    String json = place.with(wrong);
    Object model = Json.parse(json, place.root().adapter());

    SameJson.check(place.root(), json, Json.print(model, place.root().adapter()));
    assertFalse(model.toString().contains("987654321"), model.toString());
    assertEquals(model, Json.parse(json, place.root().adapter()));
    assertEquals(model.hashCode(), Json.parse(json, place.root().adapter()).hashCode());
    assertEquals(model, GSON.fromJson(json, place.root().<Object>model()));
    assertEquals(model, GSON.fromJson(SameJson.parse(json), place.root().<Object>model()));
    SameJson.check(place.root(), json, GSON.toJson(model));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void itsGetterSaysWhatCameAndOneAccessorShowsIt(Samples.Place place, String wrong) {
    if (!place.isShallow()) {
      return;
    }
    Object model = Json.parse(place.with(wrong), place.root().adapter());
    String name = place.path().substring("$.".length());

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> Copies.get(model, name));

    String message =
        "This %s came with %s as '%s', which should be %s. getMistypedProperties() has it as it"
            + " came.";
    assertEquals(
        message.formatted(
            place.root().schemaName(), kind(wrong), name, documented(place.shape().type())),
        thrown.getMessage());
    assertFalse(Copies.has(model, name));
    assertEquals(Map.of(name, SameJson.parse(wrong)), Copies.call(model, "getMistypedProperties"));
  }

  private static String kind(String json) {
    return switch (json.charAt(0)) {
      case '{' -> "an object";
      case '[' -> "an array";
      case '"' -> "a string";
      case 't', 'f' -> "a boolean";
      default -> json.length() > NUMBER.length() ? "another number" : "a number"; // see wrong()
    };
  }

  private static String documented(Shape.Type type) {
    return switch (type) {
      case STRING, DATE_TIME, DATE, ENUM -> "a string";
      case INTEGER -> "an integer of 64 bits";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case OBJECT, MAP -> "an object";
      case ARRAY -> "an array";
      case UNION, ANY -> "JSON";
    };
  }

  @Test
  void whatIsKeptCannotBeChanged() {
    JsonObject tree = SameJson.parse("{\"id\":{\"a\":[]}}").getAsJsonObject();
    Gateway gateway = GSON.fromJson(tree, Gateway.class);
    tree.getAsJsonObject("id").addProperty("b", 1);
    Map<String, JsonElement> mistyped = gateway.getMistypedProperties();
    mistyped.get("id").getAsJsonObject().getAsJsonArray("a").add(1);

    assertThrows(UnsupportedOperationException.class, mistyped::clear);
    assertEquals("{\"id\":{\"a\":[]}}", gateway.toJson());
    assertEquals(Map.of(), Gateway.fromJson("{\"id\":null}").getMistypedProperties());
  }

  @Test
  void aSetterPutsARightValueInItsPlace() {
    String json = Samples.completed(Shape.named("Gateway"), "{\"cache_ttl\":\"60\",\"id\":7}");
    Gateway gateway = Gateway.fromJson(json).toBuilder().cacheTtl(60).build();

    assertEquals(60, gateway.getCacheTtl());
    assertEquals(Map.of("id", new JsonPrimitive(7)), gateway.getMistypedProperties());
    assertNotEquals(gateway, Gateway.fromJson(json));
    assertNotEquals(Gateway.fromJson("{\"id\":7}"), Gateway.fromJson("{\"id\":7.0}"));
    assertNotEquals(Gateway.fromJson("{\"id\":7}"), Gateway.fromJson("{\"id\":\"7\"}"));
  }

  @Test
  void aModelWithinARequestIsStrictThereOnly() {
    String exporter = "{\"url\":7}";
    assertEquals(exporter, OtelExporter.fromJson(exporter).toJson());
    assertRefused(
        "{\"otel\":[" + exporter + "]}",
        "Expected a string but was a number at path $.otel[0].url");
    assertEquals(exporter, OtelExporter.fromJson(exporter).toJson());
    for (Class<?> request : List.of(CreateGatewayRequest.class, UpdateGatewayRequest.class)) {
      JsonMismatchException refused =
          assertThrows(
              JsonMismatchException.class,
              () -> GSON.fromJson("[{\"otel\":[" + exporter + "]}]", listOf(request)));
      assertEquals(
          "Expected a string but was a number at path $[0].otel[0].url", refused.getMessage());
    }
  }

  private static Type listOf(Class<?> items) {
    return TypeToken.getParameterized(List.class, items).getType();
  }

  @Test
  void aNumberThatTakesLongToReadIsKeptUnread() {
    String limit = "1" + "0".repeat(1_000);
    String json = "{\"spend_limits\":{\"rules\":[{\"limit\":" + limit + "}]}}";

    assertKept(json);
    assertRefused(
        json,
        "Expected a number of at most 1000 characters but was a longer one"
            + " at path $.spend_limits.rules[0].limit");
    assertKept("{\"cache_ttl\":1e99999999999}");
    assertRefused(
        "{\"cache_ttl\":1e99999999999}",
        "Expected a number but its exponent is out of range at path $.cache_ttl");
    assertKept("{\"cache_ttl\":1e999999999}");
    assertRefused(
        "{\"cache_ttl\":1e999999999}",
        "Expected an integer of 64 bits but was another number at path $.cache_ttl");
  }

  private static void assertKept(String json) {
    Gateway gateway = Gateway.fromJson(json);
    assertEquals(json, gateway.toJson());
    assertEquals(gateway, GSON.fromJson(json, Gateway.class));
    assertEquals(gateway, GSON.fromJson(SameJson.parse(json), Gateway.class));
  }

  @Test
  void aNumberOfACallersTreeIsKeptAsANumberOrRefused() {
    for (String text : List.of("1" + "0".repeat(5_000), "1e99999999999")) {
      JsonObject tree = new JsonObject();
      tree.addProperty("cache_ttl", new LazilyParsedNumber(text));
      assertEquals("{\"cache_ttl\":" + text + "}", GSON.fromJson(tree, Gateway.class).toJson());
    }
    for (Number none : List.of(Double.NaN, new LazilyParsedNumber("1,\"a\":2"))) {
      JsonObject tree = new JsonObject();
      tree.addProperty("cache_ttl", none);
      JsonMismatchException refused =
          assertThrows(JsonMismatchException.class, () -> GSON.fromJson(tree, Gateway.class));
      assertTrue(String.valueOf(refused.getMessage()).contains("finite number"), refused::toString);
    }
  }

  private static void assertRefused(String json, String message) {
    JsonMismatchException refused =
        assertThrows(JsonMismatchException.class, () -> CreateGatewayRequest.fromJson(json));
    assertEquals(message, refused.getMessage());
  }
}
