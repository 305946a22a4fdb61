package io.github.aigateway.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operation, with what its path says for it. */
record Operation(Place path, String method, Place place, List<Place> parameters) {

  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  static List<Operation> all(Document document) {
    List<Operation> operations = new ArrayList<>();
    for (Place path : document.root().child("paths").children(Kind.PATH)) {
      Place item = document.resolve(path);
      for (String method : METHODS) {
        Place place = item.child(method, Kind.OPERATION);
        if (place.node().isObject() && path.name().startsWith("/")) {
          operations.add(new Operation(path, method, place, parameters(document, item, place)));
        }
      }
    }
    return operations;
  }

  /** An operation's own parameter replaces that of its path. */
  private static List<Place> parameters(Document document, Place path, Place operation) {
    Map<String, Place> found = new LinkedHashMap<>();
    for (Place owner : List.of(path, operation)) {
      for (Place each : owner.children("parameters", Kind.PARAMETER)) {
        Place parameter = document.resolve(each);
        found.put(parameter.text("in") + " " + parameter.text("name"), parameter);
      }
    }
    return List.copyOf(found.values());
  }

  /** Each tag has an interface of its own, and so have the operations without one. */
  List<Place> tags() {
    List<Place> tags = place.children("tags", Kind.TAG);
    return tags.isEmpty() ? List.of(place) : tags;
  }

  static String tag(Place tag) {
    return tag.kind() == Kind.TAG ? tag.node().asText() : "default";
  }
}
