package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnionAdapterTest {

  /** A map of texts if its kind is {@code texts}, of anything if it says nothing of itself. */
  private static final UnionAdapter<Object> UNION =
      new UnionAdapter<>() {
        @Override
        protected @Nullable ValueAdapter<?> variant(JsonObject json) {
          return textOf(json, "kind").equals("texts")
              ? ValueAdapters.map(ValueAdapters.STRING)
              : null;
        }

        @Override
        protected Object unknown(JsonElement json) {
          return json;
        }

        @Override
        public void write(JsonWriter out, Object value) {
          throw new AssertionError("not written here");
        }
      };

  private static final ValueAdapter<List<Object>> LIST = ValueAdapters.list(UNION);

  private static JsonReader gsons(String json) {
    return new JsonReader(new StringReader(json));
  }

  @Test
  void theVariantIsReadWhereverItsKindStands() throws IOException {
    String json = "[{\"kind\":\"texts\",\"a\":\"b\"},{\"a\":\"b\",\"kind\":\"texts\"}]";
    Map<String, String> variant = Map.of("kind", "texts", "a", "b");
    List<Object> expected = List.of(variant, variant);
    assertEquals(expected, Json.parse(json, LIST));
    assertEquals(expected, LIST.read(gsons(json)));
    assertEquals(expected, LIST.fromJsonTree(JsonParser.parseString(json)));
  }

  @Test
  void whatIsNoVariantIsKeptAsItCame() throws IOException {
    for (String json :
        List.of(
            "{\"kind\":\"other\"}",
            "{\"kind\":5}",
            "{\"kind\":null}",
            "{\"kind\":[\"texts\"]}",
            "{\"kind\":true}",
            "{}",
            "[{\"kind\":\"texts\"}]",
            "\"texts\"",
            "null")) {
      JsonElement expected = JsonParser.parseString(json);
      assertEquals(expected, Json.parse(json, UNION));
      assertEquals(expected, UNION.read(gsons(json)));
    }
  }

  @Test
  void aMismatchWithinAVariantNamesItsPlaceInTheDocument() {
    String json = "[{},{\"kind\":\"texts\",\"a\":5}]";
    String expected = "Expected a string but was a number at path $[1].a";
    assertEquals(
        expected,
        assertThrows(JsonMismatchException.class, () -> Json.parse(json, LIST)).getMessage());
    assertEquals(
        expected,
        assertThrows(JsonMismatchException.class, () -> LIST.read(gsons(json))).getMessage());
  }
}
