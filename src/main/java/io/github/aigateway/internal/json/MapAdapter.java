package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class MapAdapter<T extends @Nullable Object> extends ValueAdapter<Map<String, T>> {

  private final ValueAdapter<T> values;

  MapAdapter(ValueAdapter<T> values) {
    super(JsonToken.BEGIN_OBJECT, "an object");
    this.values = values;
  }

  @Override
  boolean holdsJson() {
    return values.holdsJson();
  }

  @Override
  public Map<String, T> read(JsonReader in) throws IOException {
    expect(in);
    in.beginObject();
    if (!in.hasNext()) {
      in.endObject();
      return Collections.emptyMap();
    }
    // Most have few entries; see ListAdapter.
    Map<String, T> map = new LinkedHashMap<>(4);
    do {
      map.put(in.nextName(), values.read(in));
    } while (in.hasNext());
    in.endObject();
    return Collections.unmodifiableMap(map);
  }

  @Override
  public void write(JsonWriter out, Map<String, T> value) throws IOException {
    out.beginObject();
    for (Map.Entry<String, T> entry : value.entrySet()) {
      out.name(entry.getKey());
      values.write(out, entry.getValue());
    }
    out.endObject();
  }

  @Override
  boolean isMet(Map<String, T> wanted, JsonElement actual, boolean secret) {
    return actual instanceof JsonObject that
        && wanted.entrySet().stream()
            .allMatch(
                entry ->
                    that.has(entry.getKey())
                        && values.isMet(entry.getValue(), that.get(entry.getKey()), secret));
  }

  @Override
  JsonElement over(Map<String, T> wanted, @Nullable JsonElement actual) {
    JsonObject laid = actual instanceof JsonObject that ? that.deepCopy() : new JsonObject();
    wanted.forEach((name, value) -> laid.add(name, values.over(value, laid.get(name))));
    return laid;
  }

  @Override
  public Map<String, T> freeze(Map<String, T> value, String name) {
    Map<String, T> frozen = new LinkedHashMap<>();
    for (Map.Entry<String, T> entry : value.entrySet()) {
      String key = Objects.requireNonNull(entry.getKey(), "a key of " + name);
      String place = name + "." + key;
      if (!(values instanceof ValueAdapters.NullableAdapter)) {
        Objects.requireNonNull(entry.getValue(), place);
      }
      frozen.put(key, values.freeze(entry.getValue(), place));
    }
    return Collections.unmodifiableMap(frozen);
  }
}
