package io.github.aigateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The document as the generator reads it: with any JSON in place of what is one of several scalars,
 * of which the generator would make a class with the members of them all; and with texts as values
 * to start with, since for its templates a false is no value; and literals as values that mean
 * null, and classes in place of the schemas that extensions name; and without titles, of which the
 * generator would make names of classes.
 */
final class GeneratorInput {

  private static final List<String> KEPT =
      List.of("description", "deprecated", "readOnly", "writeOnly", "nullable");

  private static final String START_WITH = "x-start-with";
  private static final String UNSET = "x-unset";
  private static final String SOURCE = "source";

  private GeneratorInput() {}

  static JsonNode of(Document document, Names names) {
    JsonNode copy = document.root().node().deepCopy();
    Schemas schemas = new Schemas(document);
    for (Place schema : document.schemas()) {
      JsonPointer pointer = JsonPointer.compile(schema.pointer());
      if (schemas.isAnyScalar(schema)) {
        replace(copy, pointer, anyJson((ObjectNode) schema.node()));
      } else if (copy.at(pointer) instanceof ObjectNode object) {
        object.remove("title");
        rewriteExtensions(object, names);
      }
    }
    return copy;
  }

  private static void rewriteExtensions(ObjectNode schema, Names names) {
    if (schema.has(START_WITH)) {
      schema.put(START_WITH, schema.get(START_WITH).asText());
    }
    if (schema.has(UNSET)) {
      // JSON, as it stands in a literal of Java.
      schema.put(UNSET, schema.get(UNSET).toString().replace("\"", "\\\""));
    }
    if (schema.path("x-carry-over") instanceof ObjectNode source && source.has(SOURCE)) {
      source.put(SOURCE, names.model(source.get(SOURCE).asText()));
    }
  }

  private static ObjectNode anyJson(ObjectNode schema) {
    ObjectNode any = schema.objectNode();
    schema
        .properties()
        .forEach(
            member -> {
              if (KEPT.contains(member.getKey()) || Kind.isExtension(member.getKey())) {
                any.set(member.getKey(), member.getValue());
              }
            });
    return any;
  }

  /** Does nothing if what is around it has been replaced. */
  private static void replace(JsonNode root, JsonPointer pointer, JsonNode value) {
    JsonNode parent = root.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.replace(pointer.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(pointer.last().getMatchingIndex(), value);
    }
  }
}
