package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes a union: one of several models, or JSON that matches none of them. */
public abstract class UnionAdapter<T> extends ValueAdapter<T> {

  /** A subclass has no state. */
  protected UnionAdapter() {}

  /** The adapter of the variant that this object matches; null if it matches none. */
  protected abstract @Nullable ValueAdapter<? extends T> variant(JsonObject json);

  /** Keeps JSON that matches no variant. */
  protected abstract T unknown(JsonElement json);

  /** Writes a variant, whichever it is. */
  @Override
  public abstract void write(JsonWriter out, T value) throws IOException;

  @Override
  public final T read(JsonReader in) throws IOException {
    if (in instanceof Utf8JsonReader own) {
      return readFrom(own);
    }
    String path = in.getPath();
    JsonElement json = ValueAdapters.ANY.read(in);
    ValueAdapter<? extends T> variant = json instanceof JsonObject object ? variant(object) : null;
    if (variant == null) {
      return unknown(json);
    }
    try {
      return variant.fromJsonTree(json);
    } catch (JsonMismatchException mismatch) {
      throw mismatch.below(path);
    }
  }

  /** Looks at the members first, goes back, and reads the variant: no tree is made. */
  private T readFrom(Utf8JsonReader in) throws IOException {
    ValueAdapter<? extends T> variant =
        in.peek() == JsonToken.BEGIN_OBJECT ? variant(in.outline()) : null;
    return variant == null ? unknown(ValueAdapters.ANY.read(in)) : variant.read(in);
  }

  /** The text of a member; empty if it is not a string. */
  protected static String textOf(JsonObject json, String member) {
    JsonElement value = json.get(member);
    boolean isText =
        value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    return isText ? value.getAsString() : "";
  }
}
