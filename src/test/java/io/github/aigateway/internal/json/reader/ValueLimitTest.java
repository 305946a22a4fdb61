package io.github.aigateway.internal.json.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.internal.json.ValueAdapters;
import io.github.aigateway.json.JsonMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document of more values than are allowed is refused where the first one too many begins. */
class ValueLimitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; 1; $",
        "[]; 1; $",
        "{}; 1; $",
        "[[], {}, null]; 4; $[2]",
        "[true, 'a', 1.5e3, -7]; 5; $[3]",
        "{'a': {'b': [1, 2]}}; 5; $.a.b[1]"
      })
  void allValuesCountWhateverTheirType(String text, int values, String last) throws IOException {
    String json = text.replace('\'', '"');
    assertEquals(JsonParser.parseString(json), read(json, values));
    JsonMismatchException refused =
        assertThrows(JsonMismatchException.class, () -> read(json, values - 1));
    assertEquals(
        "Expected at most " + (values - 1) + " values in all but there are more at path " + last,
        refused.getMessage());
  }

  @Test
  void whatIsSkippedCounts() {
    JsonReader in = reader("[1, 2, 3]", 3);
    assertThrows(JsonMismatchException.class, in::skipValue);
  }

  @Test
  void whatIsLookedAtTwiceCountsOnce() throws IOException {
    Utf8JsonReader in = reader("[{\"a\": [1, 2]}, 3]", 6);
    in.beginArray();
    in.outline(name -> true);
    in.skipValue();
    assertEquals(3, in.nextLong());
  }

  private static Object read(String json, int maxValues) throws IOException {
    return Json.read(in(json), ValueAdapters.ANY, maxValues);
  }

  private static Utf8JsonReader reader(String json, int maxValues) {
    return new Utf8JsonReader().over(in(json), new byte[64], maxValues);
  }

  private static ByteArrayInputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
