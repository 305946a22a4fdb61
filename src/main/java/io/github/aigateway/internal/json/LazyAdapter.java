package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Outline;
import java.io.IOException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An adapter that is looked for when it is used first: models may hold each other. */
final class LazyAdapter<T> extends ValueAdapter<T> {

  private final IntFunction<ValueAdapter<?>> adapters;
  private final int number;

  /** Threads may look for it at the same time; all of them find an equal one. */
  private @Nullable ValueAdapter<T> found;

  LazyAdapter(IntFunction<ValueAdapter<?>> adapters, int number) {
    super(null, "");
    this.adapters = adapters;
    this.number = number;
  }

  @SuppressWarnings("unchecked") // a number stands for a type
  ValueAdapter<T> adapter() {
    ValueAdapter<T> adapter = found;
    if (adapter == null) {
      adapter = (ValueAdapter<T>) adapters.apply(number);
      found = adapter;
    }
    return adapter;
  }

  @Override
  public T read(JsonReader in) throws IOException {
    return adapter().read(in);
  }

  @Override
  Object readOrKeep(JsonReader in) throws IOException {
    return adapter().readOrKeep(in);
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    adapter().write(out, value);
  }

  @Override
  boolean isMet(T wanted, JsonElement actual, boolean secret) {
    return adapter().isMet(wanted, actual, secret);
  }

  @Override
  JsonElement over(T wanted, @Nullable JsonElement actual) {
    return adapter().over(wanted, actual);
  }

  @Override
  void removeKnown(JsonObject json) {
    adapter().removeKnown(json);
  }

  @Override
  String kind() {
    return adapter().kind();
  }

  @Override
  boolean fits(Outline outline) {
    return adapter().fits(outline);
  }

  @Override
  boolean isDiscriminator(String name) {
    return adapter().isDiscriminator(name);
  }
}
