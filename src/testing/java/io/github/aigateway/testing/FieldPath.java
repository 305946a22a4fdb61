package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** Where a value lies in a request: {@code ["body", "otel", 0, "url"]}. Immutable. */
final class FieldPath {
  static final FieldPath BODY = new FieldPath(List.of(new JsonPrimitive("body")));

  private final List<JsonPrimitive> steps;

  private FieldPath(List<JsonPrimitive> steps) {
    this.steps = List.copyOf(steps);
  }

  FieldPath member(String name) {
    return plus(new JsonPrimitive(name));
  }

  FieldPath item(int index) {
    return plus(new JsonPrimitive(index));
  }

  /** Whether this is a member of the body, or lies in it. */
  boolean isWithin(String member) {
    return steps.size() > 1 && steps.get(1).getAsString().equals(member);
  }

  JsonArray toJson() {
    JsonArray json = new JsonArray();
    steps.forEach(json::add);
    return json;
  }

  private FieldPath plus(JsonPrimitive step) {
    List<JsonPrimitive> longer = new ArrayList<>(steps);
    longer.add(step);
    return new FieldPath(longer);
  }
}
