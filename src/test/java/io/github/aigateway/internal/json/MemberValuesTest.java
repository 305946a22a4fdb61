package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberValuesTest {

  private static JsonElement json(String text) {
    return Json.parse(text, ValueAdapters.ANY);
  }

  @Test
  void whatIsTheSameJsonIsTheSameAndHashesAlike() {
    for (List<?> pair :
        List.of(
            List.of(json("{\"a\":1,\"b\":[true,null]}"), json("{\"b\":[true,null],\"a\":1}")),
            List.of(List.of(json("1e400")), List.of(json("1e400"))),
            List.of(Map.of("a", json("[]")), Map.of("a", json("[]"))),
            List.of("a", "a"))) {
      assertTrue(MemberValues.same(pair.get(0), pair.get(1)), pair.toString());
      assertEquals(MemberValues.hash(pair.get(0)), MemberValues.hash(pair.get(1)));
    }
  }

  @Test
  void whatIsOtherJsonIsNotTheSameAndHashesApart() {
    for (List<?> pair :
        List.of(
            List.of(json("[1,2]"), json("[2,1]")),
            List.of(json("{\"a\":1}"), json("{\"a\":2}")),
            List.of(json("{\"a\":1}"), json("{\"b\":1}")),
            List.of(json("12345678901234567890"), json("12345678901234567891")),
            List.of(List.of(json("1")), List.of(json("2"))),
            List.of(List.of("a", "b"), List.of("b", "a")),
            List.of(List.of("a"), List.of("a", "a")),
            List.of(Map.of("a", json("1")), Map.of("a", json("2"))),
            List.of(Map.of("a", json("1")), Map.of("b", json("1"))),
            List.of("a", "b"))) {
      assertFalse(MemberValues.same(pair.get(0), pair.get(1)), pair.toString());
      assertNotEquals(
          MemberValues.hash(pair.get(0)), MemberValues.hash(pair.get(1)), pair.toString());
    }
    assertFalse(MemberValues.same(json("1"), "1"));
    assertFalse(MemberValues.same(List.of(), Map.of()));
    assertFalse(MemberValues.same(Map.of(), List.of()));
  }

  @Test
  void copiesOfJsonCanBeChangedAlone() {
    JsonElement array = json("[1]");
    List<JsonElement> list = List.of(array);
    Map<String, JsonElement> map = Map.of("a", array);
    assertNotSame(array, MemberValues.copy(array));
    assertNotSame(array, ((List<?>) MemberValues.copy(list)).get(0));
    assertNotSame(array, ((Map<?, ?>) MemberValues.copy(map)).get("a"));
    assertEquals(array, MemberValues.copy(array));
    assertEquals(list, MemberValues.copy(list));
    assertEquals(map, MemberValues.copy(map));
    assertEquals("a", MemberValues.copy("a"));
  }

  @Test
  void ofJsonOnlySingleValuesArePrintedForPeople() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("value", json("7"));
    values.put("object", json("{\"a\":\"s3cret\"}"));
    values.put("array", json("[\"s3cret\"]"));
    values.put("nothing", json("{}"));
    values.put("none", json("[]"));
    values.put("list", List.of(json("{\"a\":\"s3cret\"}"), json("true")));
    values.put("map", Map.of("k", json("[\"s3cret\"]")));
    assertEquals(
        "{value=7, object=***, array=***, nothing={}, none=[], list=[***, true], map={k=***}}",
        String.valueOf(MemberValues.printable(values)));
  }
}
