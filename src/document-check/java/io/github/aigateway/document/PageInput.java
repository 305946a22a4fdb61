package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The document as the page about it is generated: that generator escapes nothing, and lets HTML in
 * descriptions through.
 */
final class PageInput {

  private PageInput() {}

  static JsonNode of(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(it -> copy.set(escaped(it.getKey()), of(it.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(it -> copy.add(of(it)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(escaped(node.textValue())) : node;
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;");
  }
}
