package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.nasty.model.Arc;
import io.github.aigateway.nasty.model.Circle;
import io.github.aigateway.nasty.model.Color;
import io.github.aigateway.nasty.model.Log;
import io.github.aigateway.nasty.model.More;
import io.github.aigateway.nasty.model.Round;
import io.github.aigateway.nasty.model.Shape;
import io.github.aigateway.nasty.model.Sixty;
import io.github.aigateway.nasty.model.Square;
import io.github.aigateway.nasty.model.Thing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of a document that is odd on purpose. */
class NastyModelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"any\":null,\"nullableMap\":null}",
        "{\"any\":[1.0,null,{\"a\":1e400}],\"nullableMap\":{\"a\":null,\"b\":1}}",
        "{\"nullableLists\":[null,[],[null,\"red\",\"unheard of\"]]}",
        "{\"deep\":[{\"a\":[\"b\"]},{}]}",
        "{\"mapOfUnions\":{\"a\":{\"side\":1},\"b\":7,\"c\":{\"type\":\"arc\"}}}",
        "{\"listOfUnionLists\":[[{\"type\":\"circle\",\"radius\":2,\"x\":null}],[{\"type\":\"?\"}]]}",
        "{\"typed\":{\"a\":\"b\",\"more\":5,\"evenMore\":\"text\"},\"typedList\":[{}]}",
        "{\"empty\":{\"a\":{\"b\":null}},\"closed\":{\"not\":\"closed\"}}",
        "{\"chicken\":{\"egg\":{\"chicken\":{\"eggs\":[{\"byName\":{\"a\":{}}}]}}}}",
        "{\"secretUnion\":{\"pair\":[\"a\",\"b\"]},\"secretEnum\":\"infra-red\",\"secretAny\":[]}",
        "{\"dates\":[\"2026-04-23 04:55:11\"],\"maybeDay\":\"soon\",\"flag\":null}",
        "{\"equals\":\"a\",\"wait\":\"b\",\"json\":\"c\",\"model\":\"d\",\"unheard"
            + " of\":{\"z\":null}}"
      })
  void roundTrip(String json) {
    More more = More.fromJson(json);
    assertEquals(JsonParser.parseString(json), JsonParser.parseString(more.toJson()));
    assertEquals(more, More.fromJson(json));
    assertEquals(more.hashCode(), More.fromJson(json).hashCode());
  }

  @Test
  void oddNamesKeepTheirJson() {
    JsonObject json = new JsonObject();
    for (String name :
        List.of("class", "this", "odd-name", "$dollar", "with blank", "1st", "@at", "toString")) {
      json.add(name, name.equals("this") ? new JsonPrimitive(true) : new JsonPrimitive("value"));
    }
    assertEquals(json, JsonParser.parseString(Thing.fromJson(json.toString()).toJson()));
  }

  @Test
  void allOf63MembersMayBeNull() {
    JsonObject json = new JsonObject();
    for (int i = 0; i < 63; i++) {
      json.add("m" + i, JsonNull.INSTANCE);
    }
    Sixty all = Sixty.fromJson(json.toString());
    assertEquals(json, JsonParser.parseString(all.toJson()));
    assertTrue(all.hasM0() && all.hasM62());
    assertNotEquals(all, all.toBuilder().m62("a").build());
  }

  @Test
  void unionsWithinUnions() {
    Shape shape = thing("shape", "{\"type\":\"arc\",\"inner\":{\"side\":2}}").getShape();
    Arc arc = assertInstanceOf(Arc.class, shape);
    assertEquals(Shape.Kind.ROUND, arc.kind());
    assertEquals(Round.Kind.ARC, arc.roundKind());
    assertInstanceOf(Square.class, arc.getInner());
    assertInstanceOf(Shape.Unknown.class, thing("shape", "[1]").getShape());
    assertInstanceOf(Circle.class, thing("shape", "{\"type\":\"circle\"}").getShape());
  }

  @Test
  void noSecretIsPrinted() {
    String s = "\"5ecret\"";
    More more =
        More.fromJson(
            "{\"secretMap\":{\"a\":[{\"key\":%s}]},\"secretEnum\":%s,\"secretEnums\":[%s],"
                    .formatted(s, s, s)
                + "\"secretUnion\":{\"key\":%s},\"secretAny\":{\"a\":%s},\"other\":%s}"
                    .formatted(s, s, s));
    Thing thing =
        Thing.fromJson(
            "{\"password\":%s,\"written\":%s,\"secretList\":[%s],".formatted(s, s, s)
                + "\"secretMap\":{\"a\":%s},\"secretRef\":{\"key\":%s}}".formatted(s, s));
    for (Object object : new Object[] {more, more.toBuilder(), thing, thing.toBuilder()}) {
      assertFalse(object.toString().contains("5ecret"), object::toString);
      assertTrue(object.toString().contains("***"), object::toString);
    }
    assertTrue(more.toJson().contains("5ecret"));
    assertNotEquals(thing, Thing.fromJson(thing.toJson().replace("5ecret", "another")));
  }

  @Test
  void constraintsHoldAtEveryDepth() {
    More.Builder builder =
        More.builder()
            .any(new JsonPrimitive(1))
            .nullableMap(Map.of("a", 1L))
            .deep(List.of(Map.of("b", List.of("ABCD")), Map.of("c", List.of()), Map.of()))
            .below(BigDecimal.TEN)
            .unique(List.of("a", "a"));
    String message = refusal(builder);
    for (String violation :
        List.of(
            "nullableMap.a must be at least 2",
            "deep must have at most 2 items",
            "deep[0].b[0] must have at most 3",
            "deep[0].b[0] must match",
            "deep[1].c must have at least 1 items",
            "below must be below 10",
            "unique must not hold an item twice")) {
      assertTrue(message.contains(violation), message);
    }
    builder.below(new BigDecimal("0.3"));
    assertTrue(refusal(builder).contains("below must be a multiple of 0.25"));
  }

  @Test
  void whatTheCallerChangesLaterDoesNotCount() {
    List<Color> colors = new ArrayList<>(List.of(Color.RED));
    Map<String, List<Color>> lists = new HashMap<>(Map.of("a", colors));
    JsonObject free = new JsonObject();
    Thing.Builder builder = Thing.fromJson("{}").toBuilder();
    builder.colors(colors).mapOfLists(lists).free(free);
    colors.clear();
    lists.clear();
    free.addProperty("late", true);
    String json = "{\"colors\":[\"red\"],\"mapOfLists\":{\"a\":[\"red\"]},\"free\":{}}";
    assertEquals(Thing.fromJson(json).toString(), builder.toString());
  }

  @Test
  void wordsOfJavaAreNamesAndOneOfSeveralScalarsIsAnyJson() {
    String json =
        "{\"true\":true,\"false\":null,\"null\":\"\",\"value\":1.50,\"values\":[\"a\",null,2],"
            + "\"count\":\"all\",\"deeper\":[[[[\"long\"]]]]}";
    Log log = Log.fromJson(json);
    assertEquals(json, log.toJson());
    assertEquals(true, log.getTrue());
    assertEquals(JsonParser.parseString("1.50"), log.getValue());
    assertEquals(log, log.toBuilder()._true(true)._false(null).build());
    Log.Builder tooLong = Log.builder().deeper(log.getDeeper());
    assertEquals(
        "Log cannot be built: deeper[0][0][0][0] must have at most 2 characters (had 4).",
        assertThrows(IllegalArgumentException.class, tooLong::build).getMessage());
  }

  @Test
  @SuppressWarnings("deprecation")
  void deprecatedMembersAreReadable() {
    Thing thing = Thing.fromJson("{\"old\":\"a\"}");
    assertEquals("a", thing.getOld());
    More more = More.fromJson("{\"oldDate\":\"2026-01-02 03:04:05\",\"oldColor\":\"sepia\"}");
    assertEquals("2026-01-02 03:04:05", more.getOldDateText());
    assertEquals("sepia", String.valueOf(more.getOldColor()));
  }

  private static String refusal(More.Builder builder) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  private static Thing thing(String member, String json) {
    return Thing.fromJson("{\"" + member + "\":" + json + "}");
  }
}
