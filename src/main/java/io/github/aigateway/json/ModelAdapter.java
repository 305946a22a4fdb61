package io.github.aigateway.json;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model, losing nothing: members that the model does not know, and explicit
 * nulls, are kept in its {@link Extras}.
 *
 * @param <T> the model
 * @param <B> its builder, which collects the members while they are read
 */
public abstract class ModelAdapter<T, B> extends ValueAdapter<T> {

  /** A subclass has no state. */
  protected ModelAdapter() {}

  /** Starts a model. */
  protected abstract B newBuilder();

  /**
   * Reads the value of a member into the builder; false where the model does not know the member.
   */
  protected abstract boolean readMember(JsonReader in, String name, B builder) throws IOException;

  /** Makes the model of what was read, without any check. */
  protected abstract T build(B builder);

  /** Writes the members that the model knows, in the document's order. */
  protected abstract void writeMembers(JsonWriter out, T model) throws IOException;

  /** What the builder keeps besides known values. */
  protected abstract Extras.Builder builderExtras(B builder);

  /** What the model keeps besides known values. */
  protected abstract Extras extras(T model);

  @Override
  public final T read(JsonReader in) throws IOException {
    expect(in, JsonToken.BEGIN_OBJECT, "an object");
    in.beginObject();
    B builder = newBuilder();
    while (in.hasNext()) {
      String name = in.nextName();
      if (!readMember(in, name, builder)) {
        builderExtras(builder).putUnknown(name, ValueAdapters.ANY.read(in));
      }
    }
    in.endObject();
    return build(builder);
  }

  @Override
  public final void write(JsonWriter out, T model) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      out.beginObject();
      writeMembers(out, model);
      for (Map.Entry<String, JsonElement> member : extras(model).unknown().entrySet()) {
        out.name(member.getKey());
        ValueAdapters.ANY.write(out, member.getValue());
      }
      out.endObject();
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  /** Writes a member that has a value or is an explicit null; an absent one is not written. */
  protected static <V> void writeMember(
      JsonWriter out, String name, ValueAdapter<V> adapter, @Nullable V value, boolean isNull)
      throws IOException {
    if (value != null) {
      out.name(name);
      adapter.write(out, value);
    } else if (isNull) {
      out.name(name);
      out.nullValue();
    }
  }
}
