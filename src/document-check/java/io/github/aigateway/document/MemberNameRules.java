package io.github.aigateway.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that properties and the values of enums get in Java differ within their class. */
final class MemberNameRules {

  private final Document document;
  private final Schemas schemas;
  private final Names names;
  private final Refusals refusals;

  MemberNameRules(Document document, Names names, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.names = names;
    this.refusals = refusals;
  }

  void check() {
    for (Place schema : document.schemas()) {
      checkProperties(schema);
      if (schemas.form(schema) == Form.ENUM && schema.has("enum")) {
        checkConstants(schema);
      }
    }
  }

  private void checkProperties(Place schema) {
    Map<String, String> owners = new HashMap<>();
    owners.put("getAdditionalProperties()", "");
    owners.put("getMistypedProperties()", "");
    for (Place property : schemas.properties(schema).values()) {
      checkSetter(property);
      for (String name : javaNames(property)) {
        String owner = owners.putIfAbsent(name, property.name());
        if (owner != null) {
          refusals.add(
              property,
              owner.isEmpty()
                  ? "Every model has a method " + name
                  : "%s and %s both give the name %s".formatted(owner, property.name(), name),
              "Rename it, or leave it out: it is then one of the additional properties");
          break;
        }
      }
    }
  }

  /** Two setters have the parameters of another method that the builder has. */
  private void checkSetter(Place property) {
    String field = names.property(property.name()).field();
    Form form = schemas.form(property);
    boolean isText = form == Form.TEXT && !schemas.isDate(property);
    boolean isNullable = property.get("nullable").asBoolean();
    if ((field.equals("removeAdditionalProperty") && isText)
        || (field.equals("wait") && form == Form.INTEGER && isNullable)) {
      refusals.add(
          property,
          "Every builder has a method " + field,
          "Rename it, or leave it out: it is then one of the additional properties");
    }
  }

  private List<String> javaNames(Place property) {
    Names.Property name = names.property(property.name());
    if (!Names.isJava(name.field())) {
      refusals.add(
          property,
          property.name() + " gives no name that Java allows",
          "Leave it out: it is then one of the additional properties");
    }
    List<String> found = new ArrayList<>();
    found.add(name.field());
    found.add(name.getter() + "()");
    found.add(name.has() + "()");
    found.add(name.constant());
    if (schemas.isDate(property)) {
      found.add(name.getter() + "Text()");
    }
    return found;
  }

  private void checkConstants(Place schema) {
    List<String> values = new ArrayList<>();
    schema.get("enum").forEach(it -> values.add(it.isNull() ? "" : it.asText()));
    Place places = schema.child("enum");
    List<String> constants = names.constants(values);
    if (schema.get("x-enum-varnames").size() > 0) {
      constants = List.copyOf(texts(schema.child("x-enum-varnames")));
      places = schema.child("x-enum-varnames");
      if (constants.size() != values.size()) {
        refusals.add(places, "There is not one name for each value", "Write as many as values");
        return;
      }
    }
    Map<String, String> owners = new HashMap<>();
    owners.put("UNRECOGNIZED", "what stands for all values that are not known");
    for (int i = 0; i < constants.size(); i++) {
      if (!schema.get("enum").path(i).isNull()) {
        checkConstant(places.child("" + i), constants.get(i), values.get(i), owners);
      }
    }
  }

  private void checkConstant(
      Place place, String constant, String value, Map<String, String> owners) {
    String owner = owners.putIfAbsent(constant, value);
    if (owner != null) {
      refusals.add(
          place,
          "The constant of %s would be %s, as that of %s".formatted(value, constant, owner),
          "Name the constants with x-enum-varnames, or leave the value out: it is then read and"
              + " sent as one that is not known");
    } else if (!Names.isJava(constant)) {
      refusals.add(
          place,
          "The constant of %s would be %s, which Java does not allow".formatted(value, constant),
          "Name the constants with x-enum-varnames, or leave the value out");
    }
  }

  private static List<String> texts(Place list) {
    List<String> texts = new ArrayList<>();
    list.node().forEach(it -> texts.add(it.asText()));
    return texts;
  }
}
