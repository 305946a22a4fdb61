package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Equality of JSON texts, as strict as the library promises: numbers of known members by value,
 * others by their text; members present in both or in neither; known members in the document's
 * order, unknown ones behind them in the order in which they came.
 */
final class SameJson {

  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

  /** A surrogate that stands alone: UTF-8 has none, so it is written as an escape. */
  private static final Pattern HALF_PAIR = Pattern.compile("[\\ud800-\\udfff]");

  private SameJson() {}

  static void check(Shape shape, String expected, String actual) {
    String difference = difference(shape, expected, actual);
    if (difference != null) {
      fail(difference + "\nexpected: " + expected + "\n but was: " + actual);
    }
  }

  /** What differs, or null. */
  static @Nullable String difference(Shape shape, String expected, String actual) {
    return difference(shape, parse(expected), parse(actual), "$");
  }

  /**
   * Parses strictly, except that a text may be cut within an emoji; of duplicate keys the last one
   * counts, and numbers keep their text.
   */
  static JsonElement parse(String json) {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.LEGACY_STRICT);
    try {
      return TREES.read(reader);
    } catch (IOException malformed) {
      throw new JsonSyntaxException(malformed);
    }
  }

  /** Prints a tree with all its nulls, and numbers by their text. */
  static String print(JsonElement tree) {
    return HALF_PAIR
        .matcher(tree.toString())
        .replaceAll(half -> "\\\\u" + Integer.toHexString(half.group().charAt(0)));
  }

  /** The text of JSON with the members of each object in the order of their names. */
  static String sorted(String json) {
    return sorted(parse(json)).toString();
  }

  private static JsonElement sorted(JsonElement json) {
    if (json instanceof JsonObject object) {
      JsonObject sorted = new JsonObject();
      object.keySet().stream().sorted().forEach(name -> sorted.add(name, sorted(object.get(name))));
      return sorted;
    }
    if (json instanceof JsonArray array) {
      JsonArray sorted = new JsonArray();
      array.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return json;
  }

  private static @Nullable String difference(Shape shape, JsonElement a, JsonElement b, String at) {
    if (a.isJsonNull() || b.isJsonNull()) {
      return a.equals(b) ? null : at + ": null in one only";
    }
    // What is of another type than documented is kept as it came.
    Shape documented = shape.fits(a) ? shape : Shape.ANY;
    return differenceOfValues(documented, a, b, at);
  }

  private static @Nullable String differenceOfValues(
      Shape shape, JsonElement a, JsonElement b, String at) {
    return switch (shape.type()) {
      case OBJECT -> members(shape.members(), a, b, at);
      case MAP -> entries(name -> shape.items(), a, b, at);
      case ARRAY -> items(shape.items(), a, b, at);
      case UNION -> {
        Shape variant = shape.variant(a);
        yield difference(variant == null ? Shape.ANY : variant, a, b, at);
      }
      case INTEGER, NUMBER ->
          isNumber(a) && isNumber(b) && a.getAsBigDecimal().compareTo(b.getAsBigDecimal()) == 0
              ? null
              : at + ": numbers differ";
      case STRING, DATE_TIME, DATE, BOOLEAN, ENUM -> text(a, b, at);
      case ANY -> {
        if (a.isJsonObject()) {
          yield entries(name -> Shape.ANY, a, b, at);
        }
        yield a.isJsonArray() ? items(Shape.ANY, a, b, at) : text(a, b, at);
      }
    };
  }

  private static @Nullable String members(
      Map<String, Shape> known, JsonElement a, JsonElement b, String at) {
    if (!(a instanceof JsonObject object)) {
      return at + ": no object was expected, which is a mistake of the test";
    }
    JsonObject ordered = new JsonObject();
    known.keySet().stream()
        .filter(object::has)
        .forEach(name -> ordered.add(name, object.get(name)));
    object.entrySet().stream()
        .filter(member -> !known.containsKey(member.getKey()))
        .forEach(member -> ordered.add(member.getKey(), member.getValue()));
    return entries(name -> known.getOrDefault(name, Shape.ANY), ordered, b, at);
  }

  private static @Nullable String entries(
      Function<String, Shape> shapes, JsonElement a, JsonElement b, String at) {
    if (!(a instanceof JsonObject one) || !(b instanceof JsonObject other)) {
      return at + ": an object in one only";
    }
    List<String> names = new ArrayList<>(one.keySet());
    if (!names.equals(new ArrayList<>(other.keySet()))) {
      return at + ": members " + names + " but " + other.keySet();
    }
    for (String name : names) {
      String found =
          difference(shapes.apply(name), one.get(name), other.get(name), at + "." + name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String items(Shape items, JsonElement a, JsonElement b, String at) {
    if (!(a instanceof JsonArray one) || !(b instanceof JsonArray other)) {
      return at + ": an array in one only";
    }
    if (one.size() != other.size()) {
      return at + ": " + one.size() + " items but " + other.size();
    }
    for (int i = 0; i < one.size(); i++) {
      String found = difference(items, one.get(i), other.get(i), at + "[" + i + "]");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonElement a, JsonElement b, String at) {
    if (!(a instanceof JsonPrimitive one) || !(b instanceof JsonPrimitive other)) {
      return at + ": of different types";
    }
    boolean same =
        one.isString() == other.isString()
            && one.isNumber() == other.isNumber()
            && one.getAsString().equals(other.getAsString());
    return same ? null : at + ": " + one + " but " + other;
  }

  private static boolean isNumber(JsonElement json) {
    return json instanceof JsonPrimitive primitive && primitive.isNumber();
  }
}
