package io.github.aigateway.internal.json.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What our reader reads is what Gson's own reads at its strictest, and it refuses the same. */
class Utf8JsonReaderTest {

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anySoupOfTokensIsReadOrRefusedAsByGson(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder soup = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      soup.append(RandomDocuments.PIECES.get(random.nextInt(RandomDocuments.PIECES.size())));
    }

    assertReadAsByGson(soup.toString(), random);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aDocumentWithSomethingOutOfPlaceIsReadOrRefusedAsByGson(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder json = new StringBuilder(RandomDocuments.document(random, 3));
    assertReadAsByGson(json.toString(), random);
    for (int i = random.nextInt(3); i > 0; i--) {
      // Between characters, as only bytes that are UTF-8 can be compared.
      int at =
          json.offsetByCodePoints(0, random.nextInt(json.codePointCount(0, json.length()) + 1));
      if (random.nextBoolean()) {
        json.insert(at, RandomDocuments.PIECES.get(random.nextInt(RandomDocuments.PIECES.size())));
      } else {
        json.setLength(at);
      }
    }

    assertReadAsByGson(json.toString(), random);
  }

  private static void assertReadAsByGson(String json, SplittableRandom random) {
    String expected = outcome(new JsonReader(new StringReader(json)));
    if (expected.equals(HALF)) {
      return; // of which Gson makes nothing
    }
    assertEquals(expected, outcome(reader(in(json))), json);
    assertEquals(expected, outcome(reader(inPieces(json.getBytes(UTF_8), random))), json);
  }

  /** What Gson says of half of a surrogate pair, which our reader keeps. */
  private static final String HALF = "Unpaired surrogate";

  /** The document as a tree, or that there is none. */
  private static String outcome(JsonReader in) {
    in.setStrictness(Strictness.STRICT);
    try {
      if (in.peek() == JsonToken.END_DOCUMENT) {
        return "refused";
      }
      JsonElement tree = JsonParser.parseReader(in);
      return in.peek() == JsonToken.END_DOCUMENT ? tree.toString() : "refused";
    } catch (IOException | JsonParseException refused) {
      return String.valueOf(refused.getMessage()).contains(HALF) ? HALF : "refused";
    }
  }

  private static Utf8JsonReader reader(InputStream in) {
    return new Utf8JsonReader().over(in, new byte[64], Integer.MAX_VALUE);
  }

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }

  /** As they may come out of a socket. */
  private static InputStream inPieces(byte[] bytes, SplittableRandom random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(3)));
      }
    };
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (int[] wrong :
        List.of(
            new int[] {0xe9},
            new int[] {0x80},
            new int[] {0xc0, 0xaf},
            new int[] {0xe2, 0x82},
            new int[] {0xed, 0xa0, 0x80},
            new int[] {0xf4, 0x90, 0x80, 0x80},
            new int[] {0xff})) {
      for (String before : List.of("[\"", "{\"a", "[\"\\n")) {
        byte[] bytes = new byte[before.length() + wrong.length + 4];
        System.arraycopy(before.getBytes(UTF_8), 0, bytes, 0, before.length());
        for (int i = 0; i < wrong.length; i++) {
          bytes[before.length() + i] = (byte) wrong[i];
        }
        System.arraycopy("\":1}".getBytes(UTF_8), 0, bytes, bytes.length - 4, 4);
        Utf8JsonReader in = reader(new ByteArrayInputStream(bytes));
        assertThrows(CharacterCodingException.class, in::skipValue, before);
      }
    }
  }

  @Test
  void halfACharacterIsReadAsItCame() throws IOException {
    for (String half :
        List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d\n", "\ud83d\ud83d\ude00")) {
      StringBuilder escaped = new StringBuilder();
      half.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
      assertEquals(half, reader(in("\"" + escaped + "\"")).nextString());
      Utf8JsonReader object = reader(in("{\"" + escaped + "\":1}"));
      object.beginObject();
      assertEquals(half, object.nextName());
    }
  }

  @Test
  void aDocumentThatEndsTooEarlyIsToldApartFromAMalformedOne() {
    for (String start : List.of("", "[", "[1", "[1,", "{", "{\"a", "{\"a\"", "{\"a\":", "[\"\\")) {
      Utf8JsonReader in = reader(in(start));
      assertThrows(EOFException.class, in::skipValue, start);
    }
  }

  @Test
  void nestingHasTheLimitOfGson() throws IOException {
    reader(in("[".repeat(255) + "]".repeat(255))).skipValue();
    Utf8JsonReader deeper = reader(in("[".repeat(256) + "]".repeat(256)));
    assertThrows(MalformedJsonException.class, deeper::skipValue);
  }

  @Test
  void lookingAheadChangesNothingHoweverFarItGoes() throws IOException {
    for (int length : new int[] {0, 1, 20, 40, 64, 50_000}) {
      String json =
          "[0,{\"kind\":\"k\",\"long\":[\""
              + "x".repeat(length)
              + "\"],\"kind\":null}, {\"kind\":7}]";
      Utf8JsonReader in = reader(in(json));
      in.beginArray();
      in.nextLong();

      assertEquals(JsonToken.BEGIN_OBJECT, in.peek());
      Outline outline = in.outline(name -> true);
      assertNull(outline.text("kind"), "the last one counts");
      assertTrue(outline.has("long"));
      assertFalse(outline.has("x"));
      assertEquals("$[1]", in.getPath());

      String object = json.substring(3, json.indexOf('}') + 1);
      assertEquals(JsonParser.parseString(object), JsonParser.parseReader(in));
      assertEquals(JsonToken.BEGIN_OBJECT, in.peek());
      assertTrue(in.outline(name -> true).has("kind"));
      assertFalse(outline.has("long"), "it makes room for the next");
      in.skipValue();
      in.endArray();
      assertEquals(JsonToken.END_DOCUMENT, in.peek());
    }
  }

  @Test
  void anOutlineHasRoomForAnyNumberOfMembers() throws IOException {
    String members =
        IntStream.range(0, 40)
            .mapToObj(i -> "\"m" + i + "\":\"t" + i + "\"")
            .collect(Collectors.joining(","));
    Outline outline = reader(in("{" + members + "}")).outline(name -> true);
    for (int i = 0; i < 40; i++) {
      assertEquals("t" + i, outline.text("m" + i));
    }
    assertFalse(outline.has("m40"));
  }

  @Test
  void textsThatComeAgainAreOneObjectAndHaveTheirPlace() throws IOException {
    Utf8JsonReader in = reader(in("[\"flag\",\"flag\"]"));
    in.beginArray();
    String first = in.nextRecurring();
    assertEquals("$[1]", in.getPath());
    assertSame(first, in.nextRecurring());
  }

  @Test
  void pathsAreThoseOfGson() throws IOException {
    String json = "{\"a\":[{\"b\":1},[true,\"x\"],{}],\"c\":null}";
    Utf8JsonReader ours = reader(in(json));
    JsonReader gsons = new JsonReader(new StringReader(json));
    while (gsons.peek() != JsonToken.END_DOCUMENT) {
      assertEquals(gsons.peek(), ours.peek());
      assertEquals(gsons.getPath(), ours.getPath());
      assertEquals(gsons.getPreviousPath(), ours.getPreviousPath());
      step(gsons);
      step(ours);
    }
    assertEquals(gsons.getPath(), ours.getPath());
  }

  private static void step(JsonReader in) throws IOException {
    switch (in.peek()) {
      case BEGIN_ARRAY -> in.beginArray();
      case END_ARRAY -> in.endArray();
      case BEGIN_OBJECT -> in.beginObject();
      case END_OBJECT -> in.endObject();
      case NAME -> in.nextName();
      case NUMBER -> in.nextLong();
      case STRING -> in.nextString();
      case BOOLEAN -> in.nextBoolean();
      case NULL -> in.nextNull();
      case END_DOCUMENT -> throw new AssertionError();
    }
  }

  @Test
  void aNameThatManyHashAlikeToIsNeverMistaken() throws IOException {
    StringBuilder json = new StringBuilder("{\"name\":0");
    for (int i = 1; i < 20_000; i++) {
      json.append(",\"name").append(i).append("\":").append(i);
    }
    for (int round = 0; round < 2; round++) {
      Utf8JsonReader in = reader(in(json + "}"));
      in.beginObject();
      for (int i = 0; i < 20_000; i++) {
        assertEquals(i == 0 ? "name" : "name" + i, in.nextName());
        assertEquals(i, in.nextLong());
      }
      in.endObject();
    }
  }

  @Test
  void whatIsNotExpectedIsNotTaken() throws IOException {
    Utf8JsonReader in = reader(in("[\"5\"]"));
    assertThrows(IllegalStateException.class, in::beginObject);
    in.beginArray();
    assertThrows(IllegalStateException.class, in::nextBoolean);
    assertThrows(IllegalStateException.class, in::nextName);
    assertEquals("5", in.nextString());
    assertThrows(IllegalStateException.class, in::nextString);
    in.endArray();
  }
}
