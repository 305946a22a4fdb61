package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.aigateway.json.JsonMismatchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListsAndMapsTest {

  private static final ValueAdapter<List<Long>> LIST = ValueAdapters.list(ValueAdapters.INTEGER);
  private static final ValueAdapter<Map<String, Boolean>> MAP =
      ValueAdapters.map(ValueAdapters.BOOLEAN);
  private static final ValueAdapter<List<@Nullable String>> TEXTS_OR_NULLS =
      ValueAdapters.list(ValueAdapters.nullable(ValueAdapters.STRING));

  @Test
  void listsAreReadAndWrittenInTheirOrder() {
    assertEquals(List.of(3L, 1L, 2L), Json.parse("[3,1,2]", LIST));
    assertEquals(List.of(), Json.parse("[]", LIST));
    assertEquals("[3,1,2]", Json.print(List.of(3L, 1L, 2L), LIST));
  }

  @Test
  void mapsAreReadAndWrittenInTheirOrder() {
    String json = "{\"z\":true,\"a\":false}";
    Map<String, Boolean> map = Json.parse(json, MAP);
    assertEquals(Map.of("z", true, "a", false), map);
    assertEquals(json, Json.print(map, MAP));
    assertEquals(Map.of(), Json.parse("{}", MAP));
  }

  @Test
  void whatIsReadCannotBeChanged() {
    List<Long> list = Json.parse("[1]", LIST);
    assertThrows(UnsupportedOperationException.class, () -> list.add(2L));
    Map<String, Boolean> map = Json.parse("{\"a\":true}", MAP);
    assertThrows(UnsupportedOperationException.class, () -> map.put("b", true));
  }

  @Test
  void whatIsOfAnotherTypeIsAMismatch() {
    assertMismatch("Expected an array but was an object at path $", "{}", LIST);
    assertMismatch(
        "Expected an integer of 64 bits but was a string at path $[1]", "[1,\"2\"]", LIST);
    assertMismatch("Expected an object but was an array at path $", "[]", MAP);
    assertMismatch("Expected a boolean but was null at path $.a", "{\"a\":null}", MAP);
    assertMismatch("Expected a string but was a boolean at path $", "true", ValueAdapters.STRING);
    assertMismatch("Expected a boolean but was a number at path $", "1", ValueAdapters.BOOLEAN);
  }

  private static void assertMismatch(String expected, String json, ValueAdapter<?> adapter) {
    JsonMismatchException mismatch =
        assertThrows(JsonMismatchException.class, () -> Json.parse(json, adapter));
    assertEquals(expected, mismatch.getMessage());
  }

  @Test
  void nullsAreReadAndWrittenIfTheyAreAllowed() {
    List<@Nullable String> list = Arrays.asList("a", null);
    assertEquals(list, Json.parse("[\"a\",null]", TEXTS_OR_NULLS));
    assertEquals("[\"a\",null]", Json.print(list, TEXTS_OR_NULLS));
    assertEquals(list, TEXTS_OR_NULLS.freeze(list, "names"));
  }

  @Test
  void aFrozenListIsACopyThatCannotBeChanged() {
    List<Long> list = new ArrayList<>(List.of(1L));
    List<Long> frozen = LIST.freeze(list, "ttls");
    list.set(0, 2L);
    assertEquals(List.of(1L), frozen);
    assertThrows(UnsupportedOperationException.class, () -> frozen.set(0, 3L));
  }

  @Test
  void aFrozenMapIsACopyThatCannotBeChanged() {
    Map<String, Boolean> map = new LinkedHashMap<>(Map.of("a", true));
    Map<String, Boolean> frozen = MAP.freeze(map, "flags");
    map.clear();
    assertEquals(Map.of("a", true), frozen);
    assertThrows(UnsupportedOperationException.class, () -> frozen.put("b", true));
  }

  @Test
  void frozenJsonIsACopyHoweverDeepItLies() {
    ValueAdapter<Map<String, List<@Nullable JsonElement>>> deep =
        ValueAdapters.map(ValueAdapters.list(ValueAdapters.nullable(ValueAdapters.ANY)));
    JsonElement json = new JsonArray();
    List<@Nullable JsonElement> frozen = deep.freeze(Map.of("a", List.of(json)), "m").get("a");
    assertEquals(List.of(json), frozen);
    assertNotSame(json, frozen == null ? null : frozen.get(0));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void aMapWithoutOneOfItsNamesIsRefused() {
    Map<String, Boolean> map = new LinkedHashMap<>();
    map.put(null, true);
    assertEquals(
        "a key of flags",
        assertThrows(NullPointerException.class, () -> MAP.freeze(map, "flags")).getMessage());
  }
}
