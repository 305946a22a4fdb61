package io.github.aigateway.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a schema may say. */
final class SchemaRules {

  private final Document document;
  private final Schemas schemas;
  private final Refusals refusals;

  SchemaRules(Document document, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.refusals = refusals;
  }

  void check() {
    for (Place schema : document.schemas()) {
      checkEnum(schema);
      checkAnyOf(schema);
      checkAllOf(schema);
      checkPattern(schema);
    }
    for (Place body : document.all(Kind.BODY)) {
      for (Place media : body.children("content", Kind.MEDIA)) {
        Place schema = media.child("schema", Kind.SCHEMA);
        schemas.reachable(schema, this::checkReadOnly, new HashSet<>());
      }
    }
  }

  /** The generator makes a plain Boolean of an enum of booleans. */
  private void checkEnum(Place schema) {
    if (!schema.has("enum") || schemas.form(schema) == Form.BOOLEAN) {
      return;
    }
    if (schemas.form(schema) != Form.ENUM) {
      refusals.add(
          schema.child("enum"),
          "Only strings can be an enum",
          "Write type: string, or list the values in the description only");
      return;
    }
    for (Place value : schema.children("enum", Kind.SCHEMA)) {
      if (!value.node().isTextual() && !value.node().isNull()) {
        refusals.add(value, "This value of an enum of strings is none", "Write it in quotes");
      }
    }
    Set<String> texts = new HashSet<>();
    for (Place value : schema.children("enum", Kind.SCHEMA)) {
      if (!texts.add(value.node().toString())) {
        refusals.add(value, "The enum has this value twice", "Leave it out");
      }
    }
  }

  /** What is left of it: the generator reads any JSON in place of anyOf of scalars. */
  private void checkAnyOf(Place schema) {
    if (schema.has("anyOf")) {
      refusals.add(
          schema.child("anyOf"),
          "anyOf is supported for strings, numbers and booleans only",
          "Say which variants there are with oneOf");
    }
  }

  private void checkAllOf(Place schema) {
    List<Place> parts = schema.children("allOf", Kind.SCHEMA);
    boolean isAlone = parts.size() == 1 && !schema.has("properties");
    for (Place part : parts) {
      Form form = schemas.form(part);
      if (form == Form.UNION && !isAlone) {
        refusals.add(
            part,
            "A union cannot be a part of another schema",
            "Give it to a member, or write the other parts into each of its variants");
      } else if (isNamed(schema) && !isObject(form)) {
        refusals.add(
            part,
            "allOf with a name gives a class, which is wrong for what is no object",
            "Write what it says without allOf, or refer to the part itself");
      }
    }
  }

  private static boolean isNamed(Place schema) {
    return schema.pointer().matches("/components/schemas/[^/]+");
  }

  private static boolean isObject(Form form) {
    return form == Form.MODEL || form == Form.FREE_OBJECT || form == Form.ANY;
  }

  private void checkPattern(Place schema) {
    try {
      Pattern.compile(schema.text("pattern"));
    } catch (PatternSyntaxException unreadable) {
      refusals.add(
          schema.child("pattern"),
          "Java cannot read this pattern: " + unreadable.getDescription(),
          "Write one that java.util.regex.Pattern can read, or describe it in words");
    }
  }

  private void checkReadOnly(Place schema) {
    for (String required : schemas.required(schema)) {
      Place property = schemas.properties(schema).get(required);
      if (property != null && isReadOnly(property)) {
        refusals.add(
            property,
            "A request cannot be built without this property, which only responses may have",
            "Leave it out of required, or give requests a schema of their own");
      }
    }
  }

  private boolean isReadOnly(Place property) {
    return property.get("readOnly").asBoolean()
        || document.resolve(property).get("readOnly").asBoolean()
        || schemas.target(property).get("readOnly").asBoolean();
  }
}
