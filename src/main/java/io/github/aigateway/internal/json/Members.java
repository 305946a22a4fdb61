package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the members of models share. */
public final class Members {

  private Members() {}

  /**
   * Returns the value of a required member.
   *
   * @throws IllegalStateException if the response left it out or sent null
   */
  public static <T> T required(@Nullable T value, String model, String name) {
    if (value == null) {
      throw missing(model, name);
    }
    return value;
  }

  /**
   * Returns the value of a required member that may be null.
   *
   * @throws IllegalStateException if the response left it out
   */
  public static <T> @Nullable T requiredOrNull(
      @Nullable T value, boolean isNull, String model, String name) {
    if (value == null && !isNull) {
      throw missing(model, name);
    }
    return value;
  }

  /**
   * Checks that a model does not know a member.
   *
   * @param member the member's number, or 0 if the model does not know it
   * @throws IllegalArgumentException if it knows it
   */
  public static void requireUnknown(int member, String model, String name) {
    if (member != 0) {
      throw new IllegalArgumentException(
          "'" + name + "' is a member of " + model + " with a method of its own.");
    }
  }

  /** Whether the values of a member would be sent as the same JSON. */
  public static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof JsonElement json) {
      return other instanceof JsonElement that && JsonTree.same(json, that);
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
  public static int hash(@Nullable Object value) {
    if (value instanceof JsonElement json) {
      return JsonTree.hash(json);
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

  /** Returns the value; JSON of any type is copied, since a caller can change it. */
  @SuppressWarnings({"unchecked", "NullAway"}) // a copy has the type of its original
  public static <T extends @Nullable Object> T copy(T value) {
    return (T) copyOf(value);
  }

  private static @Nullable Object copyOf(@Nullable Object value) {
    if (value instanceof JsonElement json) {
      return json.deepCopy();
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object item : list) {
        copy.add(copyOf(item));
      }
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(entry.getKey(), copyOf(entry.getValue()));
      }
      return Collections.unmodifiableMap(copy);
    }
    return value;
  }

  private static IllegalStateException missing(String model, String name) {
    return new IllegalStateException(
        "This " + model + " came without the required member '" + name + "'.");
  }
}
