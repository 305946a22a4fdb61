package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A part of a document, and the JSON pointer to it. What is not there has a missing node. */
record Place(Kind kind, String pointer, JsonNode node) {

  /** The last step of the pointer. */
  String name() {
    return lastStep(pointer);
  }

  static String lastStep(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return last.replace("~1", "/").replace("~0", "~");
  }

  boolean has(String member) {
    return node.has(member);
  }

  JsonNode get(String member) {
    return node.path(member);
  }

  /** The text of a member, or an empty one. */
  String text(String member) {
    return node.path(member).asText("");
  }

  boolean isReference() {
    return node.path("$ref").isTextual();
  }

  boolean isMissing() {
    return node.isMissingNode();
  }

  Place child(String member, Kind itsKind) {
    return new Place(itsKind, pointer + "/" + escaped(member), node.path(member));
  }

  /** A member that is only named in a message. */
  Place child(String member) {
    return child(member, kind);
  }

  /** The members or the items. */
  List<Place> children(Kind theirKind) {
    List<Place> children = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        children.add(new Place(theirKind, pointer + "/" + i, node.get(i)));
      }
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      children.add(child(names.next(), theirKind));
    }
    return children;
  }

  /** The members or the items of a member. */
  List<Place> children(String member, Kind theirKind) {
    return child(member).children(theirKind);
  }

  static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
