package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What checking one body has found so far. */
final class Findings {
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> handedOut;

  /**
   * Starts with nothing found.
   *
   * @param handedOut the strings in the gateway as it is stored: a server knows the enum values
   *     that it handed out itself, whatever this version of it lists
   */
  Findings(Set<String> handedOut) {
    this.handedOut = handedOut;
  }

  boolean wasHandedOut(String value) {
    return handedOut.contains(value);
  }

  void add(String message, FieldPath path) {
    problems.add(Problem.of(EnvelopeJson.INVALID, message).at(path));
  }

  void expected(String type, JsonElement value, FieldPath path) {
    add("Expected " + type + ", received " + typeOf(value), path);
  }

  int count() {
    return problems.size();
  }

  List<Problem> problems() {
    return problems;
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
