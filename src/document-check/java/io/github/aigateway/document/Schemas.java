package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What schemas say, with references and compositions taken together. */
final class Schemas {

  private final Document document;

  Schemas(Document document) {
    this.document = document;
  }

  /** The schema itself, behind references and behind what wraps one schema only. */
  Place target(Place schema) {
    Place target = document.resolve(schema);
    for (int step = 0; step < 100; step++) {
      Place inner = onlyPart(target);
      if (inner == null) {
        return target;
      }
      target = document.resolve(inner);
    }
    return target;
  }

  private static Place onlyPart(Place schema) {
    if (schema.has("properties")) {
      return null;
    }
    for (String composition : List.of("allOf", "oneOf")) {
      List<Place> parts = schema.children(composition, Kind.SCHEMA);
      if (parts.size() == 1) {
        return parts.get(0);
      }
    }
    return null;
  }

  Form form(Place schema) {
    Place target = target(schema);
    if (isUnion(target)) {
      return Form.UNION;
    }
    if (!properties(target).isEmpty()) {
      return Form.MODEL;
    }
    String type = target.text("type");
    return switch (type) {
      case "string" -> target.has("enum") ? Form.ENUM : Form.TEXT;
      case "integer" -> Form.INTEGER;
      case "number" -> Form.NUMBER;
      case "boolean" -> Form.BOOLEAN;
      case "array" -> Form.LIST;
      case "object" -> target.get("additionalProperties").isObject() ? Form.MAP : Form.FREE_OBJECT;
      default -> isEnumOfTexts(target) ? Form.ENUM : formByMembers(target);
    };
  }

  private static Form formByMembers(Place schema) {
    if (schema.has("items")) {
      return Form.LIST;
    }
    return schema.get("additionalProperties").isObject() ? Form.MAP : Form.ANY;
  }

  private static boolean isEnumOfTexts(Place schema) {
    boolean isEnum = schema.get("enum").size() > 0;
    for (JsonNode value : schema.get("enum")) {
      isEnum &= value.isTextual() || value.isNull();
    }
    return isEnum;
  }

  static boolean isUnion(Place schema) {
    return schema.get("oneOf").size() > 1;
  }

  boolean isDate(Place schema) {
    String format = target(schema).text("format");
    return form(schema) == Form.TEXT && (format.equals("date") || format.equals("date-time"));
  }

  /** The values of an enum. */
  static Set<String> values(Place schema) {
    Set<String> values = new LinkedHashSet<>();
    schema.get("enum").forEach(it -> values.add(it.asText()));
    return values;
  }

  /** All members of a model, those of its parts among them. */
  Map<String, Place> properties(Place schema) {
    Map<String, Place> found = new LinkedHashMap<>();
    parts(
        schema,
        part ->
            part.children("properties", Kind.PROPERTY)
                .forEach(it -> found.putIfAbsent(it.name(), it)));
    return found;
  }

  /** The names of all members that a model must have. */
  Set<String> required(Place schema) {
    Set<String> found = new LinkedHashSet<>();
    parts(schema, part -> part.get("required").forEach(it -> found.add(it.asText())));
    return found;
  }

  /** Visits a schema and what it is composed of. */
  private void parts(Place schema, Consumer<Place> visitor) {
    parts(schema, visitor, new HashSet<>());
  }

  private void parts(Place schema, Consumer<Place> visitor, Set<String> visited) {
    Place part = document.resolve(schema);
    if (visited.add(part.pointer())) {
      part.children("allOf", Kind.SCHEMA).forEach(it -> parts(it, visitor, visited));
      visitor.accept(part);
    }
  }

  /** Visits all schemas that a value may hold, unions' variants among them. */
  void reachable(Place schema, Consumer<Place> visitor, Set<String> visited) {
    Place target = document.resolve(schema);
    if (!target.node().isObject() || !visited.add(target.pointer())) {
      return;
    }
    visitor.accept(target);
    List<Place> inner = new ArrayList<>(target.children("properties", Kind.PROPERTY));
    for (String list : List.of("allOf", "oneOf", "anyOf")) {
      inner.addAll(target.children(list, Kind.SCHEMA));
    }
    inner.add(target.child("items", Kind.SCHEMA));
    inner.add(target.child("additionalProperties", Kind.SCHEMA));
    inner.forEach(it -> reachable(it, visitor, visited));
  }

  /** The Java type of a value, so that two can be compared. */
  String type(Place schema) {
    return type(schema, 0);
  }

  private String type(Place schema, int depth) {
    Place target = target(schema);
    Form form = depth < 100 ? form(target) : Form.ANY;
    return switch (form) {
      case LIST -> "a list of " + type(target.child("items", Kind.SCHEMA), depth + 1);
      case MAP -> "a map of " + type(target.child("additionalProperties", Kind.SCHEMA), depth + 1);
      case TEXT -> isDate(target) ? target.text("format") : "string";
      case INTEGER -> target.text("format").equals("int32") ? "int32" : "int64";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case MODEL, UNION, ENUM -> target.name();
      case FREE_OBJECT, ANY -> "any JSON";
    };
  }

  /** Whether a value is a text, a number or a boolean, whichever of the schemas it fits. */
  boolean isAnyScalar(Place schema) {
    return isAnyScalar(schema, 0);
  }

  private boolean isAnyScalar(Place schema, int depth) {
    List<Place> choices = schema.children("anyOf", Kind.SCHEMA);
    return !choices.isEmpty()
        && depth < 100
        && choices.stream().allMatch(it -> isScalar(it, schema, depth + 1));
  }

  private boolean isScalar(Place choice, Place parent, int depth) {
    Place target = target(choice);
    if (target.has("anyOf")) {
      return isAnyScalar(target, depth);
    }
    boolean isTyped = form(target) != Form.ANY;
    return form(isTyped ? target : parent).isScalar() || isEnumOfScalars(target);
  }

  private static boolean isEnumOfScalars(Place schema) {
    boolean isEnum = schema.get("enum").size() > 0;
    for (JsonNode value : schema.get("enum")) {
      isEnum &= !value.isContainerNode();
    }
    return isEnum;
  }
}
