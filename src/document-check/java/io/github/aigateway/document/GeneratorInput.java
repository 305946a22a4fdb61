package io.github.aigateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The document as the generator reads it: with any JSON in place of what is one of several scalars,
 * of which the generator would make a class with the members of them all.
 */
final class GeneratorInput {

  private static final List<String> KEPT =
      List.of("description", "deprecated", "readOnly", "writeOnly", "nullable");

  private GeneratorInput() {}

  static JsonNode of(Document document) {
    JsonNode copy = document.root().node().deepCopy();
    Schemas schemas = new Schemas(document);
    for (Place schema : document.schemas()) {
      if (schemas.isAnyScalar(schema)) {
        replace(copy, JsonPointer.compile(schema.pointer()), anyJson((ObjectNode) schema.node()));
      }
    }
    return copy;
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
