package io.github.aigateway.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** Reads and writes an open enum: any string is one of its values. */
public final class EnumAdapter<T> extends ValueAdapter<T> {

  private final Function<String, T> of;
  private final Function<T, String> text;

  /** Makes the adapter from an enum's value for a text, known or not, and back. */
  public EnumAdapter(Function<String, T> of, Function<T, String> text) {
    super(JsonToken.STRING, "a string");
    this.of = of;
    this.text = text;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    expect(in);
    return of.apply(in.nextString());
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.value(text.apply(value));
  }
}
