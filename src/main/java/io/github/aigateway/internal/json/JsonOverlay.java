package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares JSON that is wanted with JSON that came, and lays the one over the other. */
final class JsonOverlay {

  /** What services show in place of a secret. */
  private static final Pattern MASK =
      Pattern.compile(
          "|[xX]{3,}|\\W*(?i:redacted|masked|hidden)\\W*|.*([*]{3}|[•●]{3}|[.]{3}|…).*",
          Pattern.DOTALL);

  private JsonOverlay() {}

  /** Lays the wanted item of a list, by its index, over the item that came. */
  interface ItemOverlay {
    JsonElement over(int index, @Nullable JsonElement actual);
  }

  /** Whether there is nothing, or null. */
  static boolean isNull(@Nullable JsonElement json) {
    return json == null || json instanceof JsonNull;
  }

  /** Whether null or a text stands in place of a secret. */
  static boolean isHidden(@Nullable JsonElement json) {
    return isNull(json) || isMasked(json);
  }

  /** Whether a text stands in place of a secret. */
  static boolean isMasked(@Nullable JsonElement json) {
    return json instanceof JsonPrimitive text
        && text.isString()
        && MASK.matcher(text.getAsString()).matches();
  }

  /** Whether nothing is wanted that did not come: members that are not wanted do not count. */
  static boolean isMet(JsonElement wanted, @Nullable JsonElement actual) {
    if (isNull(wanted) || isNull(actual)) {
      return isNull(wanted) && isNull(actual);
    }
    if (wanted instanceof JsonObject object) {
      return actual instanceof JsonObject that
          && object.entrySet().stream()
              .allMatch(member -> isMet(member.getValue(), that.get(member.getKey())));
    }
    if (wanted instanceof JsonArray array) {
      return actual instanceof JsonArray that
          && that.size() == array.size()
          && IntStream.range(0, that.size()).allMatch(i -> isMet(array.get(i), that.get(i)));
    }
    return actual instanceof JsonPrimitive that && sameValue((JsonPrimitive) wanted, that);
  }

  private static boolean sameValue(JsonPrimitive one, JsonPrimitive other) {
    if (!one.isNumber() || !other.isNumber() || JsonTree.same(one, other)) {
      return JsonTree.same(one, other);
    }
    try {
      return new BigDecimal(one.getAsString()).compareTo(new BigDecimal(other.getAsString())) == 0;
    } catch (NumberFormatException exponentTooLarge) {
      return false;
    }
  }

  /** Lays wanted JSON over what came. What is as wanted keeps the spelling that it came in. */
  static JsonElement over(JsonElement wanted, @Nullable JsonElement actual) {
    if (actual != null && isMet(wanted, actual)) {
      return actual.deepCopy();
    }
    if (wanted instanceof JsonObject object && actual instanceof JsonObject that) {
      JsonObject laid = that.deepCopy();
      object.asMap().forEach((name, value) -> laid.add(name, over(value, that.get(name))));
      return laid;
    }
    if (wanted instanceof JsonArray array) {
      return items(array.asList(), actual, (index, item) -> over(array.get(index), item));
    }
    return wanted.deepCopy();
  }

  /**
   * Lays the items of a list over those that came: over the one with the same id; else over the one
   * at the same position, if both lists are equally long and one of the two items has no id.
   */
  static JsonArray items(
      List<JsonElement> wanted, @Nullable JsonElement actual, ItemOverlay overlay) {
    List<JsonElement> came = actual instanceof JsonArray array ? array.asList() : List.of();
    List<JsonElement> ids = wanted.stream().map(JsonOverlay::id).toList();
    JsonArray laid = new JsonArray();
    for (int i = 0; i < wanted.size(); i++) {
      laid.add(overlay.over(i, counterpart(i, ids, came)));
    }
    return laid;
  }

  /** The item that came for a wanted one; null if there is none. */
  private static @Nullable JsonElement counterpart(
      int index, List<JsonElement> ids, List<JsonElement> came) {
    JsonElement id = ids.get(index);
    @Nullable JsonElement there = came.size() == ids.size() ? came.get(index) : null;
    JsonElement idThere = id(there);
    // Before others with this id: items can share one.
    if (there != null && idThere.equals(id)) {
      return there;
    }
    if (isNull(id)) {
      return ids.contains(idThere) ? null : there;
    }
    return came.stream()
        .filter(item -> id(item).equals(id))
        .findFirst()
        .orElse(isNull(idThere) ? there : null);
  }

  private static JsonElement id(@Nullable JsonElement item) {
    JsonElement id = item instanceof JsonObject object ? object.get("id") : null;
    return id == null ? JsonNull.INSTANCE : id;
  }
}
