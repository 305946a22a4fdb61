package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

  private static final String ALL_TYPES =
      "{\"b\":[1,-1.50,1e400,\"é\\\"\",true,false,null,[],{}],\"a\":{\"n\":null},\"c\":\"x\"}";

  private static JsonElement json(String text) {
    return Json.parse(text, ValueAdapters.ANY);
  }

  @Test
  void jsonOfAnyTypeIsWrittenAsItWasRead() throws IOException {
    assertEquals(ALL_TYPES, Json.print(json(ALL_TYPES), ValueAdapters.ANY));
    JsonElement byGson = ValueAdapters.ANY.read(new JsonReader(new StringReader(ALL_TYPES)));
    assertEquals(ALL_TYPES, Json.print(byGson, ValueAdapters.ANY));
  }

  @Test
  void jsonOfAnyTypeIsWrittenIntoATreeToo() {
    JsonElement json = json(ALL_TYPES);
    assertEquals(ALL_TYPES, ValueAdapters.ANY.toJsonTree(json).toString());
  }

  @Test
  void jsonReadFromATreeCanBeChangedAlone() {
    JsonElement json = json("[1]");
    JsonElement read = ValueAdapters.ANY.fromJsonTree(json);
    assertEquals(json, read);
    assertNotSame(json, read);
  }

  @Test
  void aConnectionThatBreaksWithinJsonIsNoFaultOfTheJson() {
    IOException reset = new IOException("reset");
    InputStream breaks =
        new FilterInputStream(new ByteArrayInputStream("[1,".getBytes(StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read < 0) {
              throw reset;
            }
            return read;
          }
        };
    assertSame(
        reset, assertThrows(IOException.class, () -> Json.read(breaks, ValueAdapters.ANY, 100)));
  }

  @Test
  void whatIsOfAnotherTypeIsNotTheSame() {
    List<JsonElement> all =
        Stream.of(
                "null",
                "\"null\"",
                "true",
                "\"true\"",
                "1",
                "\"1\"",
                "[]",
                "[1]",
                "[1,null]",
                "[1,2]",
                "{}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"b\":null}")
            .map(JsonTreeTest::json)
            .toList();
    for (int i = 0; i < all.size(); i++) {
      for (int k = 0; k < all.size(); k++) {
        assertEquals(i == k, JsonTree.same(all.get(i), all.get(k)), all.get(i) + " " + all.get(k));
        assertEquals(
            i == k, MemberValues.same(all.get(i), all.get(k)), all.get(i) + " " + all.get(k));
      }
    }
    assertFalse(MemberValues.same(Map.of("a", json("1")), Map.of()));
  }

  @Test
  void hashCodesOfWhatDiffersAreSpread() {
    Set<Integer> arrays = new HashSet<>();
    Set<Integer> lists = new HashSet<>();
    Set<Integer> objects = new HashSet<>();
    Set<Integer> maps = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      for (int k = 0; k < 10; k++) {
        arrays.add(JsonTree.hash(json("[" + i + "," + k + "]")));
        lists.add(MemberValues.hash(List.of(i, k)));
        objects.add(JsonTree.hash(json("{\"" + i + "\":" + k + "}")));
        maps.add(MemberValues.hash(Map.of(String.valueOf(i), k)));
      }
    }
    for (Set<Integer> hashes : List.of(arrays, lists, objects, maps)) {
      assertEquals(100, hashes.size());
    }
  }

  @Test
  void aNumberThatNoDoubleHoldsIsWrittenIntoATree() {
    BigDecimal number = new BigDecimal("1e400");
    assertEquals(
        new JsonPrimitive(number).getAsString(),
        ValueAdapters.DECIMAL.toJsonTree(number).getAsString());
  }

  @Test
  void aWriterIsAsStrictAfterALargeNumberAsBefore() throws IOException {
    JsonWriter out = new JsonWriter(new StringWriter());
    Strictness before = out.getStrictness();
    ValueAdapters.DECIMAL.write(out, new BigDecimal("1e400"));
    assertEquals(before, out.getStrictness());
  }

  @Test
  void aWriterThatLeavesNullsOutDoesSoAgainAfterwards() throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter out = new JsonWriter(text);
    out.setSerializeNulls(false);
    ValueAdapters.ANY.write(out, json("{\"a\":null}"));
    assertEquals("{\"a\":null}", text.toString());
    assertFalse(out.getSerializeNulls());
  }

  @Test
  void whatIsNoNumberIsNotWritten() {
    for (Number wrong :
        List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY)) {
      JsonPrimitive json = new JsonPrimitive(wrong);
      assertThrows(
          IllegalArgumentException.class, () -> Json.print(json, ValueAdapters.ANY), wrong + "");
    }
  }
}
