package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.internal.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that a secret could get into holds one. */
class SecretsTest {

  private static final String MARKER = "S3CR3T";
  private static final Gson GSON = new Gson();

  static Stream<Shape> models() {
    return Shape.models().stream();
  }

  static Stream<Samples.Place> secrets() {
    return models()
        .flatMap(model -> Samples.places(model).stream())
        .filter(place -> place.shape().secret());
  }

  @Test
  void theDocumentMarksEverySecretThatWeKnowOf() {
    List<String> marked = secrets().map(Samples.Place::toString).toList();
    for (String known :
        List.of(
            "OtelExporter $.headers", "OtelExporter $.authorization", "Stripe $.authorization")) {
      assertTrue(marked.contains(known), known);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelPrintsNoSecretAndNoUnknownValue(Shape shape) {
    String json = Samples.full(shape, MARKER);
    Object model = Json.parse(json, shape.adapter());

    assertTrue(json.contains(MARKER), json);
    assertFalse(model.toString().contains(MARKER), model.toString());
    if (shape.type() == Shape.Type.OBJECT) {
      assertFalse(Copies.toBuilder(model).toString().contains(MARKER));
    }
    SameJson.check(shape, json, Json.print(model, shape.adapter()));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsPrintedAsStarsAndCountsInEquality(Samples.Place place) {
    Object one = read(place, MARKER);
    Object same = read(place, MARKER);
    Object other = read(place, "0ther");

    assertFalse(one.toString().contains(MARKER), one.toString());
    assertTrue(one.toString().contains("***"), one.toString());
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, other);
    assertNotEquals(one.hashCode(), other.hashCode());
  }

  private static Object read(Samples.Place place, String secret) {
    return Json.parse(place.with(Samples.full(place.shape(), secret)), place.root().adapter());
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretOfAnotherTypeIsKeptOrRefusedAndNeverPrinted(Samples.Place place) {
    String wrapped = "[\"" + MARKER + "\"]";
    for (String wrong :
        List.of(wrapped, "{\"key\":" + wrapped + "}", "[{\"key\":" + wrapped + "}]")) {
      boolean entryIsWrong = place.shape().fits(SameJson.parse(wrong));
      if (place.strict() || entryIsWrong) {
        JsonParseException refused =
            assertThrows(
                JsonParseException.class,
                () -> Json.parse(place.with(wrong), place.root().adapter()));
        assertFalse(printed(refused).contains(MARKER), printed(refused));
      } else {
        assertKeptWithoutShowing(place, wrong);
      }
    }
  }

  private static void assertKeptWithoutShowing(Samples.Place place, String wrong) {
    Object model = Json.parse(place.with(wrong), place.root().adapter());

    assertTrue(Json.print(model, place.root().adapter()).contains(MARKER));
    assertFalse(model.toString().contains(MARKER), model.toString());
    assertTrue(model.toString().contains("***"), model.toString());
    if (place.root().type() == Shape.Type.OBJECT) {
      assertFalse(Copies.toBuilder(model).toString().contains(MARKER));
    }
    if (place.isShallow()) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () -> Copies.get(model, place.path().substring("$.".length())));
      assertFalse(printed(thrown).contains(MARKER), printed(thrown));
    }
  }

  @Test
  void malformedJsonIsRefusedWithoutAnySecret() {
    String json =
        "{\"otel\":["
            + Samples.full(Shape.named("OtelExporter"), MARKER)
            + "],\"stripe\":"
            + Samples.full(Shape.named("Stripe"), MARKER)
            + ",\"dlp\":{\"new\":\""
            + MARKER
            + "\"}}";
    for (int i = 0; i < json.length(); i++) {
      assertRefusedWithoutSecret(json.substring(0, i));
      assertRefusedWithoutSecret(json.substring(0, i) + "\n" + json.substring(i + 1));
      assertRefusedWithoutSecret(json.substring(0, i) + "\\" + json.substring(i));
      assertRefusedWithoutSecret(json.substring(0, i) + "}" + json.substring(i));
      assertRefusedWithoutSecret(json.substring(0, i) + "\"" + json.substring(i));
    }
  }

  private static void assertRefusedWithoutSecret(String json) {
    for (boolean plain : List.of(false, true)) {
      try {
        Object read = plain ? GSON.fromJson(json, Gateway.class) : Gateway.fromJson(json);
        assertFalse(String.valueOf(read).contains(MARKER), json);
      } catch (JsonParseException refused) {
        assertFalse(printed(refused).contains(MARKER), () -> json + "\n" + printed(refused));
      }
    }
  }

  @Test
  void aRefusedBuildNamesMembersAndNeverASecret() {
    IllegalArgumentException otel =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                OtelExporter.builder()
                    .headers(Map.of("x-key", MARKER))
                    .authorization(MARKER.repeat(100))
                    .putAdditionalProperty("new", new JsonPrimitive(MARKER))
                    .build());
    IllegalArgumentException stripe =
        assertThrows(
            IllegalArgumentException.class, () -> Stripe.builder().authorization(MARKER).build());

    assertEquals(
        "OtelExporter cannot be built: url is required; authorization must have at most 256"
            + " characters (had 600).",
        otel.getMessage());
    assertEquals("Stripe cannot be built: usage_events is required.", stripe.getMessage());
  }

  @Test
  void unknownVariantsAndNullsInMapsOfSecretsDoNotPrintThem() {
    JsonObject json = new JsonObject();
    json.addProperty("key", MARKER);
    Dlp dlp = new Dlp.Unknown(json);
    SpendLimitSelector metadata = new SpendLimitSelector.Unknown(json);

    assertEquals("Dlp.Unknown{***}", dlp.toString());
    assertEquals("SpendLimitSelector.Unknown{***}", metadata.toString());
  }

  @Test
  void aModelPrintsItsMembersForPeople() {
    Gateway gateway =
        Gateway.fromJson(
            "{\"id\":\"bot\",\"cache_ttl\":null,\"otel\":[{\"url\":\"https://a\",\"headers\":{}}],"
                + "\"stripe\":{\"authorization\":\"sk\"},\"new\":1}");

    assertEquals(
        "Gateway{id=bot, cache_ttl=null, otel=[OtelExporter{url=https://a, headers=***}],"
            + " stripe=Stripe{authorization=***}, new=***}",
        gateway.toString());
    assertEquals("Gateway{}", Gateway.fromJson("{}").toString());
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
