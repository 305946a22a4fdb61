package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What checking one request has found so far. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> handedOut;

  /** What is wrong, and where. */
  record Finding(String message, FieldPath path) {}

  /**
   * Starts with nothing found.
   *
   * @param handedOut the strings in the gateway as it is stored: a server knows the enum values
   *     that it handed out itself, whatever this version of it lists
   */
  Findings(Set<String> handedOut) {
    this.handedOut = handedOut;
  }

  /** Adds what is wrong, unless that is null. */
  void add(@Nullable String message, FieldPath path) {
    if (message != null) {
      found.add(new Finding(message, path));
    }
  }

  void addAll(Findings others) {
    found.addAll(others.found);
  }

  /** Returns whether a value is of a type; otherwise that is found. */
  boolean expect(String type, JsonElement value, FieldPath path) {
    String received = typeOf(value);
    add(received.equals(type) ? null : "Expected " + type + ", received " + received, path);
    return received.equals(type);
  }

  /** Returns whether a value is one of some, or was handed out; otherwise that is found. */
  boolean expectOneOf(List<JsonElement> allowed, JsonElement value, FieldPath path) {
    boolean text = value instanceof JsonPrimitive primitive && primitive.isString();
    if (allowed.contains(value) || (text && handedOut.contains(value.getAsString()))) {
      return true;
    }
    String expected =
        allowed.stream()
            .map(each -> "'" + each.getAsString() + "'")
            .collect(Collectors.joining(" | "));
    String received = text ? "'" + value.getAsString() + "'" : typeOf(value);
    add(
        (text ? "Invalid enum value. Expected " : "Expected ")
            + expected
            + ", received "
            + received,
        path);
    return false;
  }

  int count() {
    return found.size();
  }

  List<Finding> list() {
    return found;
  }

  /** Returns findings of the same request, with nothing found. */
  Findings fresh() {
    return new Findings(handedOut);
  }

  private static String typeOf(JsonElement value) {
    if (value.isJsonNull()) {
      return "null";
    }
    if (value instanceof JsonPrimitive primitive) {
      return primitive.isBoolean() ? "boolean" : primitive.isNumber() ? "number" : "string";
    }
    return value.isJsonArray() ? "array" : "object";
  }
}
