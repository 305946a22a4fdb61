package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model. Nothing is lost: its {@link Extras} keep unknown members and explicit
 * nulls.
 *
 * @param <T> the model
 */
public abstract class ModelAdapter<T> extends ValueAdapter<T> {

  /** A subclass has no state. */
  protected ModelAdapter() {}

  /** Begins to read the object that holds the members. */
  protected static void begin(JsonReader in) throws IOException {
    expect(in, JsonToken.BEGIN_OBJECT, "an object");
    in.beginObject();
  }

  /** Writes the known members, in the order of the OpenAPI document; returns all others. */
  protected abstract Extras writeMembers(JsonWriter out, T model) throws IOException;

  @Override
  public final void write(JsonWriter out, T model) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      out.beginObject();
      Extras extras = writeMembers(out, model);
      for (Map.Entry<String, JsonElement> member : extras.unknown().entrySet()) {
        out.name(member.getKey());
        ValueAdapters.ANY.write(out, member.getValue());
      }
      out.endObject();
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  /** Writes a member, unless it is absent. It may be an explicit null. */
  protected static <V> void writeMember(
      JsonWriter out,
      String name,
      ValueAdapter<V> adapter,
      @Nullable V value,
      Extras extras,
      int member)
      throws IOException {
    if (value != null) {
      out.name(name);
      adapter.write(out, value);
    } else if (extras.isNull(member)) {
      out.name(name);
      out.nullValue();
    }
  }
}
