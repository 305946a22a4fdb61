package io.github.aigateway.internal.json;

import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Whole JSON documents. */
public final class Json {

  /** Readers to use again: each new one would take 2.9 kB, a tenth of what a call takes. */
  private static final AtomicReferenceArray<@Nullable Utf8JsonReader> SPARE_READERS =
      new AtomicReferenceArray<>(16);

  private Json() {}

  /**
   * Reads one JSON document in UTF-8. Nothing may follow it.
   *
   * @param maxValues the most values that the document may have
   * @throws JsonMismatchException if the document is of another type than expected, or has more
   *     values
   * @throws IOException if the text cannot be read, or is not JSON
   */
  public static <T> T read(InputStream utf8, ValueAdapter<T> adapter, int maxValues)
      throws IOException {
    // Memory of Okio's pool: the next call can use it again.
    Buffer pooled = new Buffer();
    try (Buffer.UnsafeCursor memory = pooled.readAndWriteUnsafe(new Buffer.UnsafeCursor())) {
      memory.expandBuffer(1);
      return read(utf8, Objects.requireNonNull(memory.data), adapter, maxValues);
    } finally {
      pooled.clear();
    }
  }

  private static <T> T read(InputStream utf8, byte[] memory, ValueAdapter<T> adapter, int maxValues)
      throws IOException {
    int slot = (int) Thread.currentThread().getId() & (SPARE_READERS.length() - 1);
    Utf8JsonReader spare = SPARE_READERS.getAndSet(slot, null);
    Utf8JsonReader reader = spare == null ? new Utf8JsonReader() : spare;
    try (reader) {
      return read(reader.over(utf8, memory, maxValues), adapter);
    } finally {
      SPARE_READERS.set(slot, reader);
    }
  }

  private static <T> T read(JsonReader in, ValueAdapter<T> adapter) throws IOException {
    T value = adapter.read(in);
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonMismatchException(
          "Expected the end of the document but it goes on", in.getPath());
    }
    return value;
  }

  /**
   * Parses a JSON document.
   *
   * @throws JsonMismatchException if it is of another type than expected
   * @throws JsonSyntaxException if the text is not JSON
   */
  public static <T> T parse(String json, ValueAdapter<T> adapter) {
    Objects.requireNonNull(json, "json");
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return read(new ByteArrayInputStream(bytes), adapter, Integer.MAX_VALUE);
    } catch (IOException malformed) {
      throw new JsonSyntaxException(malformed);
    }
  }

  /** Writes a value as compact JSON. */
  public static <T> Buffer write(T value, ValueAdapter<T> adapter) {
    Buffer utf8 = new Buffer();
    try (JsonWriter out = new JsonWriter(new Utf8Writer(utf8))) {
      adapter.write(out, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return utf8;
  }

  /** Prints a value as compact JSON. */
  public static <T> String print(T value, ValueAdapter<T> adapter) {
    return write(value, adapter).readUtf8();
  }
}
