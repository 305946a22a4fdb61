package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.json.JsonMismatchException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies JSON that a caller made. A caller's JSON can contain itself, and numbers of any class,
 * which may change or be no JSON. The copy is safe to write, and never changes.
 */
final class FrozenJson {

  /** The limit of Gson and of our reader, too. */
  private static final int MAX_DEPTH = 255;

  /** The limit of our reader, too. */
  private static final int MAX_TEXT = 1_000;

  /** A longer path is cut in a message. */
  private static final int MAX_PATH = 200;

  /** Classes whose numbers never change, and print as JSON. */
  private static final Set<Class<?>> PLAIN =
      Set.of(
          Integer.class, Long.class, Short.class, Byte.class, BigInteger.class, BigDecimal.class);

  /** Gson's own class for a number that was parsed: it holds a text, which may be no number. */
  private static final Class<?> PARSED = JsonParser.parseString("0").getAsNumber().getClass();

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final String A_NUMBER =
      "a finite number, spelled as in JSON (-12.5e3), of at most 1000 characters in a class of your"
          + " own";

  private static final String NOT_TOO_DEEP =
      "nested at most " + MAX_DEPTH + " deep, and must not hold itself";

  /** Whether the JSON comes from a reader; otherwise it is an argument. */
  private final boolean read;

  private FrozenJson(boolean read) {
    this.read = read;
  }

  /**
   * Copies the value of an argument.
   *
   * @throws IllegalArgumentException if it is no JSON; the message says where, beginning with the
   *     name, and never quotes a value
   */
  static JsonElement of(JsonElement json, String name) {
    return new FrozenJson(false).copy(Objects.requireNonNull(json, name), new Place(null, name, 0));
  }

  /** Copies what a reader returned from a caller's tree. */
  static JsonElement read(JsonElement json, String path) {
    return new FrozenJson(true).copy(json, new Place(null, path, 0));
  }

  /** The same decimal in the class {@link BigDecimal} itself, not a subclass, which may change. */
  static BigDecimal decimal(BigDecimal value, String name) {
    if (Objects.requireNonNull(value, name).getClass() == BigDecimal.class) {
      return value;
    }
    JsonPrimitive number = new JsonPrimitive(value);
    return new FrozenJson(false).number(number, new Place(null, name, 0)).getAsBigDecimal();
  }

  /** Where a value is: a member's name or an item's index, and the place around it. */
  private record Place(@Nullable Place around, Object step, int depth) {
    Place within(Object inner) {
      return new Place(this, inner, depth + 1);
    }

    @Override
    public String toString() {
      StringBuilder path = new StringBuilder();
      for (Place place = this; place != null; place = place.around) {
        String step = place.step instanceof Integer ? "[" + place.step + "]" : "." + place.step;
        path.insert(0, place.around == null ? place.step : step);
      }
      return path.toString();
    }
  }

  private JsonElement copy(JsonElement json, Place place) {
    if (json instanceof JsonObject object) {
      requireDepth(place);
      JsonObject copy = new JsonObject();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        copy.add(member.getKey(), copy(member.getValue(), place.within(member.getKey())));
      }
      return copy;
    }
    if (json instanceof JsonArray array) {
      requireDepth(place);
      JsonArray copy = new JsonArray(array.size());
      for (JsonElement item : array) {
        copy.add(copy(item, place.within(copy.size())));
      }
      return copy;
    }
    if (json instanceof JsonPrimitive value) {
      return value.isNumber() ? number(value, place) : value;
    }
    if (json instanceof JsonNull) {
      return JsonNull.INSTANCE;
    }
    throw refused(place, "a JsonObject, JsonArray, JsonPrimitive or JsonNull");
  }

  private void requireDepth(Place place) {
    if (place.depth() >= MAX_DEPTH) {
      throw refused(place, NOT_TOO_DEEP);
    }
  }

  private JsonPrimitive number(JsonPrimitive value, Place place) {
    Number number = value.getAsNumber();
    Class<?> type = number.getClass();
    boolean binary = type == Double.class || type == Float.class;
    if (PLAIN.contains(type) || (binary && Double.isFinite(number.doubleValue()))) {
      return value;
    }
    // Asked for once, since it may change.
    @Nullable String text = number.toString();
    if (text == null || !NUMBER.matcher(text).matches()) {
      throw refused(place, A_NUMBER);
    }
    if (type == PARSED) {
      return value;
    }
    if (text.length() > MAX_TEXT) {
      throw refused(place, A_NUMBER);
    }
    return JsonParser.parseString(text).getAsJsonPrimitive();
  }

  private RuntimeException refused(Place place, String rule) {
    String path = place.toString();
    if (read) {
      return new JsonMismatchException("Expected JSON that is " + rule, path);
    }
    String shown = path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "…";
    return new IllegalArgumentException(shown + " must be " + rule + ".");
  }
}
