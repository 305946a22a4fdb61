package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The adapters of everything that is not a model, an enum or a union. */
public final class ValueAdapters {

  /** JSON strings. */
  public static final ValueAdapter<String> STRING = new StringAdapter();

  /** JSON booleans. */
  public static final ValueAdapter<Boolean> BOOLEAN = new BooleanAdapter();

  /** JSON numbers without a fraction, up to 64 bits; {@code 60.0} and {@code 6e1} are such, too. */
  public static final ValueAdapter<Long> INTEGER = new IntegerAdapter();

  /** JSON numbers in full precision. */
  public static final ValueAdapter<BigDecimal> DECIMAL = new DecimalAdapter();

  /** JSON of any type; numbers keep their text. */
  public static final ValueAdapter<JsonElement> ANY = new AnyAdapter();

  private ValueAdapters() {}

  /** JSON arrays. */
  public static <T extends @Nullable Object> ValueAdapter<List<T>> list(ValueAdapter<T> items) {
    return new ListAdapter<>(items);
  }

  /** JSON objects that map names to values of one type; their order is kept. */
  public static <T extends @Nullable Object> ValueAdapter<Map<String, T>> map(
      ValueAdapter<T> values) {
    return new MapAdapter<>(values);
  }

  /** Values that may be null: items of a list or values of a map. */
  public static <T> ValueAdapter<@Nullable T> nullable(ValueAdapter<T> value) {
    return new NullableAdapter<>(value);
  }

  private static final class StringAdapter extends ValueAdapter<String> {
    @Override
    public String read(JsonReader in) throws IOException {
      expect(in, JsonToken.STRING, "a string");
      return in.nextString();
    }

    @Override
    public void write(JsonWriter out, String value) throws IOException {
      out.value(value);
    }
  }

  private static final class BooleanAdapter extends ValueAdapter<Boolean> {
    @Override
    public Boolean read(JsonReader in) throws IOException {
      expect(in, JsonToken.BOOLEAN, "a boolean");
      return in.nextBoolean();
    }

    @Override
    public void write(JsonWriter out, Boolean value) throws IOException {
      out.value(value.booleanValue());
    }
  }

  private static final class AnyAdapter extends ValueAdapter<JsonElement> {
    @Override
    public JsonElement read(JsonReader in) throws IOException {
      return JsonTree.read(in);
    }

    @Override
    public void write(JsonWriter out, JsonElement value) throws IOException {
      boolean serializeNulls = out.getSerializeNulls();
      out.setSerializeNulls(true);
      try {
        JsonTree.write(out, value);
      } finally {
        out.setSerializeNulls(serializeNulls);
      }
    }

    @Override
    public JsonElement freeze(JsonElement value, String name) {
      return FrozenJson.of(value, name);
    }
  }

  @SuppressWarnings("NullAway") // NullAway does not see that the type argument is nullable
  static final class NullableAdapter<T> extends ValueAdapter<@Nullable T> {
    private final ValueAdapter<T> value;

    NullableAdapter(ValueAdapter<T> value) {
      this.value = value;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      return value.readNullable(in);
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
      if (value == null) {
        out.nullValue();
      } else {
        this.value.write(out, value);
      }
    }

    @Override
    public @Nullable T freeze(@Nullable T value, String name) {
      return value == null ? null : this.value.freeze(value, name);
    }
  }
}
