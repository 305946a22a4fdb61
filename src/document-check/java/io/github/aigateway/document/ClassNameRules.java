package io.github.aigateway.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Each schema, and each tag, gives a class whose name nothing else has. */
final class ClassNameRules {

  private static final String SCHEMA_INSTEAD = "Give the schema another name";

  private final Document document;
  private final Schemas schemas;
  private final Names names;
  private final TakenNames taken;
  private final Refusals refusals;

  ClassNameRules(Document document, Names names, TakenNames taken, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.names = names;
    this.taken = taken;
    this.refusals = refusals;
  }

  void check() {
    Map<String, Place> models = new HashMap<>();
    for (Place schema : document.namedSchemas()) {
      if (hasClass(schema)) {
        checkModel(schema, names.model(schema.name()), models);
      }
    }
    checkTags(models);
  }

  private boolean hasClass(Place schema) {
    boolean isAlias = schema.isReference() || schema.get("oneOf").size() == 1;
    return !isAlias && schemas.form(schema).hasClass();
  }

  private void checkModel(Place schema, String name, Map<String, Place> models) {
    if (taken.contains(name)) {
      refusals.add(schema, "The generated code uses another class " + name, SCHEMA_INSTEAD);
    } else if (!Names.isJava(name)) {
      refusals.add(schema, name + " is no name of a class", SCHEMA_INSTEAD);
    }
    Place other = models.putIfAbsent(lowerCase(name), schema);
    if (other != null) {
      refusals.add(
          schema,
          "The class %s would be in one file with that of %s".formatted(name, other.name()),
          SCHEMA_INSTEAD);
    }
  }

  private void checkTags(Map<String, Place> models) {
    Map<String, String> tags = new HashMap<>();
    for (Operation operation : Operation.all(document)) {
      for (Place place : operation.tags()) {
        String tag = Operation.tag(place);
        String name = names.api(tag);
        String other = tags.putIfAbsent(lowerCase(name), tag);
        if (other != null && !other.equals(tag)) {
          refusals.add(
              place,
              "The tags %s and %s both give the interface %s".formatted(other, tag, name),
              "Give one of them another name");
        }
        Place model = models.get(lowerCase(name));
        if (model != null) {
          refusals.add(
              model,
              "The operations of the tag %s give an interface %s".formatted(tag, name),
              SCHEMA_INSTEAD);
        }
      }
    }
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
