package io.github.aigateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A document, all its objects in their order, and where references lead. */
final class Document {

  private final Place root;
  private final List<Place> places = new ArrayList<>();

  Document(JsonNode root) {
    this.root = new Place(Kind.DOCUMENT, "", root);
    Kind.walk(this.root, places::add);
  }

  Place root() {
    return root;
  }

  List<Place> places() {
    return places;
  }

  /** All objects of a kind that are no references. */
  List<Place> all(Kind kind) {
    return all(it -> it == kind);
  }

  List<Place> schemas() {
    return all(Kind::isSchema);
  }

  private List<Place> all(Predicate<Kind> kinds) {
    return places.stream().filter(it -> kinds.test(it.kind()) && !it.isReference()).toList();
  }

  /** The schemas that have a name. */
  List<Place> namedSchemas() {
    return root.child("components").children("schemas", Kind.SCHEMA);
  }

  Place namedSchema(String name) {
    return at("/components/schemas/" + Place.escaped(name), Kind.SCHEMA);
  }

  Place at(String pointer, Kind kind) {
    JsonNode node =
        pointer.isEmpty() || pointer.startsWith("/")
            ? root.node().at(JsonPointer.compile(pointer))
            : MissingNode.getInstance();
    return new Place(kind, pointer, node);
  }

  /** Where a reference leads in the end, or the place itself. */
  Place resolve(Place place) {
    Place target = place;
    // More steps than that lead in a circle.
    for (int step = 0; target.isReference(); step++) {
      if (step == 100) {
        return at("no", place.kind());
      }
      target = target(target);
    }
    return target;
  }

  /** Where a reference leads: nowhere if that is another file. */
  Place target(Place reference) {
    String text = reference.text("$ref");
    return at(text.startsWith("#") ? decoded(text.substring(1)) : "no", reference.kind());
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "no";
    }
  }
}
