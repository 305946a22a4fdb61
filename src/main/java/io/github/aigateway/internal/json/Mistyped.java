package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A value of a known member, of another type than documented. It is kept as it came.
 *
 * @param json the value, which nobody changes
 */
record Mistyped(JsonElement json) {

  /**
   * What it is, but not its value, which may be a secret.
   *
   * @param documented what it should be
   */
  String kind(String documented) {
    if (json instanceof JsonObject) {
      return "an object";
    }
    if (json instanceof JsonArray) {
      return "an array";
    }
    if (json.getAsJsonPrimitive().isString()) {
      return "a string";
    }
    if (json.getAsJsonPrimitive().isBoolean()) {
      return "a boolean";
    }
    boolean numberToo =
        documented.equals(ValueAdapters.INTEGER.kind())
            || documented.equals(ValueAdapters.DECIMAL.kind());
    return numberToo ? "another number" : "a number";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mistyped that && JsonTree.same(json, that.json);
  }

  @Override
  public int hashCode() {
    return JsonTree.hash(json);
  }

  @Override
  public String toString() {
    return MemberValues.SECRET;
  }
}
