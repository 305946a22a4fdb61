package io.github.aigateway.document;

import java.util.Map;

/** References must lead to what they stand for, and stand alone. */
final class ReferenceRules {

  /** The sections of the components, by what they hold. */
  private static final Map<Kind, String> SECTIONS =
      Map.of(
          Kind.SCHEMA, "schemas",
          Kind.PROPERTY, "schemas",
          Kind.RESPONSE, "responses",
          Kind.PARAMETER, "parameters",
          Kind.EXAMPLE, "examples",
          Kind.BODY, "requestBodies",
          Kind.HEADER, "headers",
          Kind.SECURITY, "securitySchemes",
          Kind.LINK, "links");

  private final Document document;
  private final Refusals refusals;

  ReferenceRules(Document document, Refusals refusals) {
    this.document = document;
    this.refusals = refusals;
  }

  void check() {
    for (Place place : document.places()) {
      if (place.isReference()) {
        checkTarget(place);
        checkSiblings(place);
      }
    }
  }

  private void checkTarget(Place reference) {
    String text = reference.text("$ref");
    String section = SECTIONS.get(reference.kind());
    String start = "#/components/" + section + "/";
    String instead = "Write " + (section == null ? "#" : start) + " and a name that is there";
    Place place = reference.child("$ref");
    if (!text.startsWith("#")) {
      refusals.add(place, text + " is another file", "Copy what is needed into this one");
    } else if (!document.target(reference).node().isObject()) {
      refusals.add(place, text + " leads nowhere", instead);
    } else if (document.resolve(reference).isMissing()) {
      refusals.add(place, text + " leads back to itself, or nowhere", instead);
    } else if (section != null && text.startsWith("#/components/") && !text.startsWith(start)) {
      refusals.add(place, text + " leads to something of another kind", instead);
    }
  }

  private void checkSiblings(Place reference) {
    if (reference.kind() == Kind.PATH) {
      return;
    }
    for (Place sibling : reference.children(reference.kind())) {
      if (!sibling.name().equals("$ref")) {
        refusals.add(
            sibling,
            sibling.name() + " is ignored beside $ref",
            reference.kind().isSchema()
                ? "Put the reference into a list, allOf: [$ref: …], and leave "
                    + sibling.name()
                    + " beside that"
                : "Write it where the reference leads, or leave it out");
      }
    }
  }
}
