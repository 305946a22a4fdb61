package io.github.aigateway.internal.json.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.internal.json.ValueAdapters;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each method of our reader does what that of Gson's does. */
class JsonReaderMethodsTest {

  private static Utf8JsonReader reader(String json) {
    return new Utf8JsonReader()
        .over(new ByteArrayInputStream(json.getBytes(UTF_8)), new byte[64], 1000);
  }

  @Test
  void theReaderSaysThatItIsStrict() {
    assertEquals(Strictness.STRICT, reader("1").getStrictness());
  }

  @Test
  void integersAreReadAsLongs() throws IOException {
    for (long value :
        new long[] {
          0,
          7,
          -7,
          1234567890,
          99999999999999999L,
          123456789012345678L,
          -123456789012345678L,
          1234567890123456789L,
          -999999999999999999L,
          Long.MAX_VALUE,
          Long.MIN_VALUE
        }) {
      for (String json : List.of("[" + value + "]", "[" + value + " , 5]")) {
        Utf8JsonReader in = reader(json);
        in.beginArray();
        assertEquals(value, in.nextLong());
      }
      assertEquals(value, reader(value + "").nextLong());
      assertEquals(value, Json.parse(value + "", ValueAdapters.INTEGER));
    }
    assertEquals(0, reader("-0").nextLong());
  }

  @Test
  void numbersAreReadInTheTypeThatIsAskedFor() throws IOException {
    assertEquals(-60, reader("-60").nextLong());
    assertEquals("-1.50E+3", reader("-1.50E+3").nextString());
    assertEquals("1".repeat(1023), reader("1".repeat(1023)).nextString());
    for (String json : List.of("1.5", "1e2", "9223372036854775808", "-12345678901234567890")) {
      assertThrows(NumberFormatException.class, reader(json)::nextLong, json);
    }
  }

  @Test
  void everyEscapeStandsForItsCharacter() throws IOException {
    String json = "\"a\\\"\\\\\\/\\b\\f\\n\\r\\tb\\u0041\\u00e9\\u00EF\\uD83D\\ude00c\"";
    String expected = "a\"\\/\b\f\n\r\tbAéï😀c";
    assertEquals(expected, reader(json).nextString());
    assertEquals("é" + expected, reader("\"é" + json.substring(1)).nextString());
    assertEquals("A", reader("\"\\u0041\"").nextString());
    Utf8JsonReader in = reader("{" + json + ":1}");
    in.beginObject();
    assertEquals(expected, in.nextName());
  }

  @Test
  void textsKeepEveryCharacterThatJsonAllows() throws IOException {
    String text = " !~\u007f\u0080\u00a0߿ࠀ\u2028\ufeff\uffff😀\udbff\udfff/'";
    assertEquals(text, reader("\"" + text + "\"").nextString());
    Utf8JsonReader in = reader("\t{\r\n\"" + text + "\" : \"\" }\n");
    in.beginObject();
    assertEquals(text, in.nextName());
    assertEquals("", in.nextString());
    in.endObject();
    assertEquals(JsonToken.END_DOCUMENT, in.peek());
  }

  @Test
  void whatIsSkippedIsPassedOverWhole() throws IOException {
    Utf8JsonReader in = reader("{\"a\":[1,{\"b\":[\"]\",null]},true],\"c\":-1.5,\"d\":\"}\"}");
    in.beginObject();
    for (String name : List.of("a", "c", "d")) {
      assertTrue(in.hasNext());
      assertEquals(name, in.nextName());
      in.skipValue();
    }
    assertFalse(in.hasNext());
    in.endObject();
    assertFalse(in.hasNext());
    in.skipValue();
    assertEquals(JsonToken.END_DOCUMENT, in.peek());
  }

  @Test
  void pathsCountEveryValueOfAnArrayHoweverItIsPassed() throws IOException {
    String json = "[[1,\"a\",null,true,{\"b\":2},[],-1.5],1,\"a\",null,true,{\"b\":2},[],-1.5]";
    assertEquals(paths(new JsonReader(new StringReader(json))), paths(reader(json)));
  }

  private static List<String> paths(JsonReader in) throws IOException {
    List<String> paths = new ArrayList<>();
    in.beginArray();
    in.beginArray();
    while (in.hasNext()) {
      switch (in.peek()) {
        case NUMBER -> assertNotEquals("0", in.nextString());
        case STRING -> assertEquals("a", in.nextString());
        case NULL -> in.nextNull();
        case BOOLEAN -> assertTrue(in.nextBoolean());
        default -> in.skipValue();
      }
      paths.add(in.getPath() + " " + in.getPreviousPath());
    }
    in.endArray();
    while (in.hasNext()) {
      in.skipValue();
      paths.add(in.getPath() + " " + in.getPreviousPath());
    }
    in.endArray();
    return paths;
  }

  @Test
  void mostNamesOfADocumentAreMadeOnce() throws IOException {
    Set<String> made = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> names = names();
    made.addAll(names);
    assertEquals(names, names());
    made.addAll(names());
    assertTrue(made.size() <= 125, made.size() + " for " + names.size());
  }

  private static List<String> names() throws IOException {
    StringBuilder json = new StringBuilder("{\"first\":0");
    for (int i = 1; i < 100; i++) {
      json.append(",\"").append((char) ('a' + i % 26)).append("_member_").append(i).append("\":0");
    }
    Utf8JsonReader in = reader(json + "}");
    List<String> names = new ArrayList<>();
    in.beginObject();
    while (in.hasNext()) {
      names.add(in.nextName());
      in.skipValue();
    }
    return names;
  }

  @Test
  void aNameIsKeptUnlessItIsTooLongToBeOneOfADocument() throws IOException {
    assertSame(name(20), name(20));
    assertEquals(name(200), name(200));
    assertNotSame(name(200), name(200));
  }

  private static String name(int length) throws IOException {
    Utf8JsonReader in = reader("{\"" + "n".repeat(length) + "\":1}");
    in.beginObject();
    return in.nextName();
  }

  @Test
  void aClosedReaderReadsNothingMoreOfItsDocument() throws IOException {
    Utf8JsonReader in = reader("[1,2]");
    in.beginArray();
    in.nextLong();
    in.close();
    assertThrows(EOFException.class, in::nextLong);
  }
}
