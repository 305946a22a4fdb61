package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {

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
      assertTrue(Members.same(pair.get(0), pair.get(1)), pair.toString());
      assertEquals(Members.hash(pair.get(0)), Members.hash(pair.get(1)));
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
      assertFalse(Members.same(pair.get(0), pair.get(1)), pair.toString());
      assertNotEquals(Members.hash(pair.get(0)), Members.hash(pair.get(1)), pair.toString());
    }
    assertFalse(Members.same(json("1"), "1"));
    assertFalse(Members.same(List.of(), Map.of()));
    assertFalse(Members.same(Map.of(), List.of()));
  }

  @Test
  void copiesOfJsonCanBeChangedAlone() {
    JsonElement array = json("[1]");
    List<JsonElement> list = List.of(array);
    Map<String, JsonElement> map = Map.of("a", array);
    assertNotSame(array, Members.copy(array));
    assertNotSame(array, Members.copy(list).get(0));
    assertNotSame(array, Members.copy(map).get("a"));
    assertEquals(array, Members.copy(array));
    assertEquals(list, Members.copy(list));
    assertEquals(map, Members.copy(map));
    assertEquals("a", Members.copy("a"));
  }

  @Test
  void aRequiredMemberIsThereOrNamed() {
    assertEquals("a", Members.required("a", "Model", "id"));
    assertEquals("a", Members.requiredOrNull("a", false, "Model", "id"));
    assertNull(Members.<String>requiredOrNull(null, true, "Model", "id"));
    String expected = "This Model came without the required member 'id'.";
    assertEquals(
        expected,
        assertThrows(
                IllegalStateException.class, () -> Members.<String>required(null, "Model", "id"))
            .getMessage());
    assertEquals(
        expected,
        assertThrows(
                IllegalStateException.class,
                () -> Members.<String>requiredOrNull(null, false, "Model", "id"))
            .getMessage());
  }
}
