package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a member can hold: values of any type, lists and maps of them, and JSON. */
final class MemberValues {

  /** Stands for a secret. */
  static final String SECRET = "***";

  private MemberValues() {}

  /** Whether both would be sent as the same JSON; its numbers are compared by their text. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof JsonObject object) {
      return other instanceof JsonObject that && same(object.asMap(), that.asMap());
    }
    if (one instanceof JsonArray array) {
      return other instanceof JsonArray that && same(array.asList(), that.asList());
    }
    if (one instanceof JsonPrimitive text) {
      return other instanceof JsonPrimitive that
          && text.isString() == that.isString()
          && text.isBoolean() == that.isBoolean()
          && text.getAsString().equals(that.getAsString());
    }
    if (one instanceof List<?> list && other instanceof List<?> that) {
      boolean same = list.size() == that.size();
      for (int i = 0; same && i < list.size(); i++) {
        same = same(list.get(i), that.get(i));
      }
      return same;
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> that) {
      boolean same = map.keySet().equals(that.keySet());
      for (Object key : map.keySet()) {
        same = same && same(map.get(key), that.get(key));
      }
      return same;
    }
    return Objects.equals(one, other);
  }

  /** A hash code that fits {@link #same}. */
  static int hash(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return hash(object.asMap());
    }
    if (value instanceof JsonArray array) {
      return hash(array.asList());
    }
    if (value instanceof JsonPrimitive text) {
      return text.getAsString().hashCode();
    }
    int hash = 1;
    if (value instanceof List<?> list) {
      for (Object item : list) {
        hash = 31 * hash + hash(item);
      }
      return hash;
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash += Objects.hashCode(entry.getKey()) ^ (31 * hash(entry.getValue()));
      }
      return hash;
    }
    return Objects.hashCode(value);
  }

  /** The value, in which all JSON is copied: a caller can change JSON. */
  static @Nullable Object copy(@Nullable Object value) {
    return value instanceof JsonElement json ? json.deepCopy() : changed(value, MemberValues::copy);
  }

  /** What people may read: objects and arrays of JSON may hold a secret. */
  static @Nullable Object printable(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return object.isEmpty() ? object : SECRET;
    }
    if (value instanceof JsonArray array) {
      return array.isEmpty() ? array : SECRET;
    }
    return changed(value, MemberValues::printable);
  }

  /** The value; in a list or map, each value is changed. */
  private static @Nullable Object changed(
      @Nullable Object value, UnaryOperator<@Nullable Object> change) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>(list.size());
      list.forEach(item -> changed.add(change.apply(item)));
      return Collections.unmodifiableList(changed);
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, item) -> changed.put(key, change.apply(item)));
      return Collections.unmodifiableMap(changed);
    }
    return value;
  }
}
