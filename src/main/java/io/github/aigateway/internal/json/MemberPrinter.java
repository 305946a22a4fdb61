package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a model for people: members that are there, secrets as {@code ***}. */
public final class MemberPrinter {

  /** Stands for a secret. */
  public static final String SECRET = "***";

  private final StringBuilder text;
  private final Extras extras;
  private String separator = "{";

  /** Starts the text of a model. */
  public MemberPrinter(String model, Extras extras) {
    this.text = new StringBuilder(model);
    this.extras = extras;
  }

  /** Adds the member with this number, unless it is absent. */
  public MemberPrinter add(String name, @Nullable Object value, int member) {
    if (value != null || extras.isNull(member)) {
      text.append(separator).append(name).append('=').append(printable(value));
      separator = ", ";
    }
    return this;
  }

  /** Objects and arrays of JSON are not printed: they may hold a secret. */
  private static @Nullable Object printable(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return object.isEmpty() ? object : SECRET;
    }
    if (value instanceof JsonArray array) {
      return array.isEmpty() ? array : SECRET;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> printable = new ArrayList<>();
      for (Object item : list) {
        printable.add(printable(item));
      }
      return printable;
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> printable = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        printable.put(entry.getKey(), printable(entry.getValue()));
      }
      return printable;
    }
    return value;
  }

  /** Adds a secret member, unless it is absent. */
  public MemberPrinter addSecret(String name, @Nullable Object value, int member) {
    return add(name, value == null ? null : SECRET, member);
  }

  /** Ends the text with the names of unknown members. Their values may be secrets. */
  public String print() {
    for (String name : extras.unknown().keySet()) {
      add(name, SECRET, 0);
    }
    return text.append(separator.equals("{") ? "{}" : "}").toString();
  }
}
