package io.github.aigateway.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one type of JSON value, strictly: a token of another type is a {@link
 * JsonMismatchException}, never a conversion.
 */
public abstract class ValueAdapter<T> extends TypeAdapter<T> {

  /** Reads a value that is not null. */
  @Override
  public abstract T read(JsonReader in) throws IOException;

  /** Writes a value that is not null. */
  @Override
  public abstract void write(JsonWriter out, T value) throws IOException;

  /** Reads a value, or null if the JSON says null. */
  public final @Nullable T readNullable(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return read(in);
  }

  /**
   * Returns the value, or a copy that nobody can change.
   *
   * @throws NullPointerException if it holds a null that is not allowed; {@code name} tells where
   * @throws IllegalArgumentException if it holds what JSON does not have, such as an infinite
   *     number; {@code name} tells where
   */
  public T freeze(T value, String name) {
    return value;
  }

  /** Throws an exception unless the next token is the expected one. */
  static void expect(JsonReader in, JsonToken expected, String description) throws IOException {
    JsonToken token = in.peek();
    if (token != expected) {
      throw new JsonMismatchException(description, token, in.getPath());
    }
  }
}
