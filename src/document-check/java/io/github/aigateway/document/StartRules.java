package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What builders start with: constants, defaults, and members of a response. */
final class StartRules {

  private final Document document;
  private final Schemas schemas;
  private final Refusals refusals;

  StartRules(Document document, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.refusals = refusals;
  }

  void check() {
    Set<String> started = new HashSet<>();
    for (Place schema : document.schemas()) {
      if (schema.has("x-start")) {
        checkStart(schema, started);
      }
      if (schema.get("x-carry-over").path("source").isTextual()) {
        checkCarryOver(schema);
      }
    }
    for (Place property : document.all(Kind.PROPERTY)) {
      if (property.get("x-constant").isTextual()) {
        checkConstant(property);
      }
      if (property.has("x-start-with")) {
        checkStartWith(property, started);
      }
    }
  }

  private void checkStart(Place schema, Set<String> started) {
    boolean isEmpty = true;
    for (Place property : schemas.properties(schema).values()) {
      if (property.has("x-start-with")) {
        started.add(property.pointer());
        isEmpty = false;
      }
    }
    if (isEmpty) {
      refusals.add(
          schema.child("x-start"),
          "No property of this schema says what to start with",
          "Write x-start-with at one, or leave x-start out");
    }
  }

  private void checkConstant(Place property) {
    Place place = property.child("x-constant");
    Place target = schemas.target(property);
    String constant = property.text("x-constant");
    Form form = schemas.form(property);
    if (form == Form.ENUM) {
      requireValue(place, target, constant);
    } else if (form != Form.TEXT || schemas.isDate(property)) {
      refusals.add(
          place,
          "Only a text or an enum can have a constant",
          "Leave it out, or make the property a string");
    }
  }

  private void requireValue(Place place, Place target, String value) {
    Set<String> values = Schemas.values(target);
    if (!values.contains(value)) {
      refusals.add(
          place, value + " is no value of the enum", "Write one of " + String.join(", ", values));
    }
  }

  private void checkStartWith(Place property, Set<String> started) {
    Place place = property.child("x-start-with");
    JsonNode value = property.get("x-start-with");
    if (!started.contains(property.pointer())) {
      refusals.add(
          place,
          "Nothing reads x-start-with here",
          "Write x-start at the schema of this property, or leave x-start-with out");
    }
    Form form = schemas.form(property);
    String wanted =
        switch (form) {
          case ENUM, TEXT -> value.isTextual() && !schemas.isDate(property) ? "" : "a text";
          case INTEGER -> isInteger(value, schemas.type(property)) ? "" : "an integer";
          case NUMBER -> value.isNumber() ? "" : "a number";
          case BOOLEAN -> value.isBoolean() ? "" : "true or false";
          default -> "nothing";
        };
    if (wanted.equals("nothing") || schemas.isDate(property)) {
      refusals.add(
          place,
          "Only a text, an enum, a number or a boolean can start with a value",
          "Leave it out");
    } else if (!wanted.isEmpty()) {
      refusals.add(place, "The value does not fit the property", "Write " + wanted);
    } else if (form == Form.ENUM) {
      requireValue(place, schemas.target(property), value.asText());
    }
  }

  private static boolean isInteger(JsonNode value, String type) {
    return value.isIntegralNumber()
        && (type.equals("int32") ? value.canConvertToInt() : value.canConvertToLong());
  }

  private void checkCarryOver(Place schema) {
    Place place = schema.child("x-carry-over").child("source");
    String name = schema.get("x-carry-over").path("source").asText();
    Place source = document.namedSchema(name);
    if (source.isMissing() || schemas.form(source) != Form.MODEL) {
      refusals.add(
          place,
          "There is no schema with properties called " + name,
          "Write the name of one under /components/schemas");
      return;
    }
    Map<String, Place> theirs = schemas.properties(source);
    for (Place property : schemas.properties(schema).values()) {
      Place other = theirs.get(property.name());
      if (other == null) {
        refusals.add(
            property,
            "x-carry-over needs this property in " + name + ", too",
            "Add it there, or leave x-carry-over out");
      } else if (!schemas.type(property).equals(schemas.type(other))) {
        refusals.add(
            property,
            "x-carry-over takes this from %s, where it is of another type: %s, not %s"
                .formatted(name, schemas.type(other), schemas.type(property)),
            "Give both the same type, or leave x-carry-over out");
      }
    }
  }
}
