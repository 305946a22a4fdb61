package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
  public static final ValueAdapter<JsonElement> ANY =
      new TreeAdapter<>(JsonElement.class, null, "JSON");

  /** JSON objects with any members. */
  public static final ValueAdapter<JsonObject> OBJECT =
      new TreeAdapter<>(JsonObject.class, JsonToken.BEGIN_OBJECT, "an object");

  /** JSON arrays with any items. */
  public static final ValueAdapter<JsonArray> ARRAY =
      new TreeAdapter<>(JsonArray.class, JsonToken.BEGIN_ARRAY, "an array");

  private static final Map<Class<?>, ValueAdapter<?>> SINGLE =
      Map.of(
          String.class, STRING,
          Boolean.class, BOOLEAN,
          Long.class, INTEGER,
          BigDecimal.class, DECIMAL,
          JsonElement.class, ANY,
          JsonObject.class, OBJECT,
          JsonArray.class, ARRAY,
          JsonPrimitive.class, new TreeAdapter<>(JsonPrimitive.class, null, "a single value"));

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

  /** Whether a class is of texts, numbers, booleans or JSON, and so no model. */
  public static boolean isSingle(Class<?> type) {
    return SINGLE.containsKey(type);
  }

  /**
   * The adapter of a class: of single values, or the one of a model that Gson knows it by.
   *
   * @return the adapter; null if it is neither
   */
  @SuppressWarnings("unchecked") // a class and its adapter have one type; all of ours are of here
  public static <T> @Nullable ValueAdapter<T> of(Class<T> type, @Nullable TypeAdapter<T> model) {
    return (ValueAdapter<T>) (model == null ? SINGLE.get(type) : model);
  }

  /**
   * Values of a type that may not be initialized yet, such as a model that holds itself. All
   * numbers share one function: each more takes a new JVM a fifth of a millisecond.
   */
  public static <T> ValueAdapter<T> lazy(IntFunction<ValueAdapter<?>> adapters, int number) {
    return new LazyAdapter<>(adapters, number);
  }

  private static final class StringAdapter extends ValueAdapter<String> {
    StringAdapter() {
      super(JsonToken.STRING, "a string");
    }

    @Override
    public String read(JsonReader in) throws IOException {
      expect(in);
      return in.nextString();
    }

    @Override
    public void write(JsonWriter out, String value) throws IOException {
      out.value(value);
    }
  }

  private static final class BooleanAdapter extends ValueAdapter<Boolean> {
    BooleanAdapter() {
      super(JsonToken.BOOLEAN, "a boolean");
    }

    @Override
    public Boolean read(JsonReader in) throws IOException {
      expect(in);
      return in.nextBoolean();
    }

    @Override
    public void write(JsonWriter out, Boolean value) throws IOException {
      out.value(value.booleanValue());
    }
  }

  private static final class TreeAdapter<T extends JsonElement> extends ValueAdapter<T> {
    private final Class<T> type;
    private final boolean isAny;

    TreeAdapter(Class<T> type, @Nullable JsonToken first, String kind) {
      super(first, kind);
      this.type = type;
      this.isAny = first == null;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      if (!isAny) {
        expect(in);
      }
      JsonElement json = JsonTree.read(in);
      if (!type.isInstance(json)) {
        throw new JsonMismatchException(
            "Expected " + kind() + " but was an object, an array or null", in.getPath());
      }
      return type.cast(json);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      boolean serializeNulls = out.getSerializeNulls();
      out.setSerializeNulls(true);
      try {
        JsonTree.write(out, value);
      } finally {
        out.setSerializeNulls(serializeNulls);
      }
    }

    @Override
    public T freeze(T value, String name) {
      return type.cast(FrozenJson.of(value, name));
    }

    @Override
    boolean holdsJson() {
      return true;
    }
  }

  @SuppressWarnings("NullAway") // NullAway does not see that the type argument is nullable
  static final class NullableAdapter<T> extends ValueAdapter<@Nullable T> {
    private final ValueAdapter<T> value;

    NullableAdapter(ValueAdapter<T> value) {
      super(null, "a value or null");
      this.value = value;
    }

    @Override
    public @Nullable T read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      return value.read(in);
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
    boolean isMet(@Nullable T wanted, JsonElement actual, boolean secret) {
      return wanted == null ? JsonOverlay.isNull(actual) : value.isMet(wanted, actual, secret);
    }

    @Override
    JsonElement over(@Nullable T wanted, @Nullable JsonElement actual) {
      return wanted == null ? JsonNull.INSTANCE : value.over(wanted, actual);
    }

    @Override
    public @Nullable T freeze(@Nullable T value, String name) {
      return value == null ? null : this.value.freeze(value, name);
    }

    @Override
    boolean holdsJson() {
      return value.holdsJson();
    }
  }
}
