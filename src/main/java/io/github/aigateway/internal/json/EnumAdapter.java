package io.github.aigateway.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;

/** Reads and writes an open enum: any string is one of its values. */
public abstract class EnumAdapter<T> extends ValueAdapter<T> {

  /** A subclass has no state. */
  protected EnumAdapter() {
    super(JsonToken.STRING, "a string");
  }

  /** The value with this text, known or not. */
  protected abstract T of(String text);

  /** The text of a value. */
  protected abstract String text(T value);

  @Override
  public final T read(JsonReader in) throws IOException {
    expect(in);
    return of(in instanceof Utf8JsonReader own ? own.nextRecurring() : in.nextString());
  }

  @Override
  public final void write(JsonWriter out, T value) throws IOException {
    out.value(text(value));
  }
}
