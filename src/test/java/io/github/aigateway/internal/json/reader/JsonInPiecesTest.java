package io.github.aigateway.internal.json.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonToken;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.internal.json.ValueAdapter;
import io.github.aigateway.internal.json.ValueAdapters;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.ModelAdapters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** However the bytes of a document come, it is the same document. */
class JsonInPiecesTest {

  private static final String DOCUMENT =
      "{\"id\":\"a b\",\"é\":[\"\\u00e9 \\\\\",\"é€😀\",\"\\\"\"], \"n\" : [0,-12.50e+3,true,null],"
          + "\"long\":\""
          + "x".repeat(100)
          + "\"}";

  /** Gives bytes one at a time, and nothing at all in between; notes how much memory it is lent. */
  private static final class Drops extends ByteArrayInputStream {
    private boolean pause;
    private int memory;

    Drops(String json) {
      super(json.getBytes(UTF_8));
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      memory = Math.max(memory, into.length);
      pause = !pause;
      return pause ? 0 : super.read(into, offset, 1);
    }
  }

  @Test
  void whatComesInDropsIsWhatComesAtOnce() throws IOException {
    assertEquals(
        JsonParser.parseString(DOCUMENT), Json.read(new Drops(DOCUMENT), ValueAdapters.ANY, 100));
  }

  @Test
  void whatTheMemoryHeldBeforeIsNeverRead() throws IOException {
    for (char before : new char[] {'x', '"', '\\', ' ', '1', ',', 0, 'é'}) {
      byte[] memory = new byte[256];
      Arrays.fill(memory, (byte) before);
      Utf8JsonReader in = new Utf8JsonReader().over(new Drops(DOCUMENT), memory, 100);
      assertEquals(JsonParser.parseString(DOCUMENT), ValueAdapters.ANY.read(in));
      assertEquals(JsonToken.END_DOCUMENT, in.peek());
    }
  }

  @Test
  void aGatewayWithEachFieldIsTheSameAndAPartOfItIsNone() throws IOException {
    String json = Files.readString(Path.of("src/jmh/resources/gateway-full.json")).strip();
    ValueAdapter<Gateway> adapter =
        Objects.requireNonNull(
            ValueAdapters.of(Gateway.class, ModelAdapters.of(Gateway.class)), "adapter");
    byte[] whole = json.getBytes(UTF_8);
    Gateway gateway = Json.parse(json, adapter);
    assertEquals(gateway, Json.read(new Drops(json), adapter, 10_000));
    for (int border = 1; border < whole.length; border++) {
      InputStream part = new ByteArrayInputStream(whole, 0, border);
      InputStream rest = new ByteArrayInputStream(whole, border, whole.length - border);
      Utf8JsonReader in =
          new Utf8JsonReader().over(new SequenceInputStream(part, rest), new byte[64], 10_000);
      assertEquals(gateway, adapter.read(in), "in two pieces, at byte " + border);

      InputStream cut = new ByteArrayInputStream(whole, 0, border);
      assertThrows(IOException.class, () -> Json.read(cut, adapter, 10_000), "cut at " + border);
    }
  }

  @Test
  void memoryGrowsWithTheLongestTextAndNotWithTheDocument() throws IOException {
    Drops many = new Drops("[" + "\"0123456789\",1234567890, ".repeat(100) + "null]");
    new Utf8JsonReader().over(many, new byte[64], 100_000).skipValue();
    assertTrue(many.memory <= 128, many.memory + " bytes");

    Drops one = new Drops("[\"" + "x".repeat(1_000) + "\"]");
    new Utf8JsonReader().over(one, new byte[64], 100).skipValue();
    assertTrue(one.memory > 1_000 && one.memory <= 4_096, one.memory + " bytes");
  }

  @Test
  void lookingAheadKeepsWhatItPassesUntilItIsReadAgain() throws IOException {
    String object = "{\"kind\":\"k\",\"long\":\"" + "x".repeat(100) + "\",\"n\":[1,{\"a\":2}]}";
    InputStream drops = new Drops("[[0], " + object + " ,true]");
    Utf8JsonReader in = new Utf8JsonReader().over(drops, new byte[8], 100);
    in.beginArray();
    in.skipValue();
    assertEquals(JsonToken.BEGIN_OBJECT, in.peek());
    Outline outline = in.outline("kind"::equals);
    assertEquals("k", outline.text("kind"));
    assertNull(outline.text("long"), "nobody asked for it");
    assertTrue(outline.has("long") && outline.has("n"));
    assertEquals(JsonParser.parseString(object), ValueAdapters.ANY.read(in));
    assertTrue(in.nextBoolean());
    in.endArray();
  }
}
