package io.github.aigateway.json;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Whole JSON documents. */
public final class Json {

  private Json() {}

  /**
   * Reads one JSON document to its very end, so that a text which goes on behind it, or was cut
   * short, does not pass.
   *
   * @throws JsonParseException if the document is of another type than expected
   * @throws IOException if the text cannot be read, or is not JSON
   */
  public static <T> T read(Reader text, ValueAdapter<T> adapter) throws IOException {
    JsonReader in = new JsonReader(text);
    in.setStrictness(Strictness.STRICT);
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
   * @throws JsonParseException if the text is not JSON, or of another type than expected
   */
  public static <T> T parse(String text, ValueAdapter<T> adapter) {
    try {
      return read(new StringReader(text), adapter);
    } catch (IOException malformed) {
      throw new JsonSyntaxException(malformed);
    }
  }

  /** Prints a value as compact JSON. */
  public static <T> String print(T value, ValueAdapter<T> adapter) {
    StringWriter text = new StringWriter();
    try {
      adapter.write(new JsonWriter(text), value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
