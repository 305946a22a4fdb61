package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Names that are printed into the code as they are must not end what they stand in. */
final class RawNameRules {

  /** A class is a file, whose name has an end. */
  private static final int LONGEST = 200;

  private static final Pattern IN_BRACES = Pattern.compile("\\{[^{}]*}");

  /** What a header's name may be. */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private final Document document;
  private final Refusals refusals;

  RawNameRules(Document document, Refusals refusals) {
    this.document = document;
    this.refusals = refusals;
  }

  void check() {
    for (Place place : document.places()) {
      switch (place.kind()) {
        case PROPERTY -> checkProperty(place);
        case PATH -> checkPath(place);
        case PARAMETER -> checkParameter(place);
        case MEDIA -> check(place, place.name(), "Write application/json, or leave it out");
        case OPERATION -> checkOperation(place);
        case DISCRIMINATOR -> checkDiscriminator(place);
        default -> {}
      }
      checkTexts(place);
    }
    for (Place section : document.root().child("components").children(Kind.COMPONENTS)) {
      if (!Kind.isExtension(section.name())) {
        section.children(Kind.COMPONENTS).forEach(this::checkComponent);
      }
    }
  }

  private void checkComponent(Place component) {
    String name = component.name();
    if (!name.matches("[a-zA-Z0-9._-]{1," + LONGEST + "}")) {
      refusals.add(
          component,
          "OpenAPI allows no component of this name",
          "Write letters, digits, ., _ and - only, and %d at most".formatted(LONGEST));
    }
  }

  private boolean check(Place place, String name, String instead) {
    if (name.isBlank()) {
      refusals.add(place, "A name cannot be blank", instead);
      return false;
    }
    return checkText(place, name, instead);
  }

  private boolean checkText(Place place, String text, String instead) {
    String found = Characters.first(Characters.IN_NAMES, text).orElse("");
    if (!found.isEmpty()) {
      refusals.add(place, "A name with " + found + " cannot be in generated code", instead);
    } else if (text.length() > LONGEST) {
      refusals.add(place, "A name has %d characters at most".formatted(LONGEST), instead);
    }
    return found.isEmpty();
  }

  private void checkProperty(Place place) {
    check(place, place.name(), "Leave it out: it is then one of the additional properties");
  }

  private void checkOperation(Place place) {
    Place id = place.child("operationId");
    if (!id.isMissing()) {
      checkText(id, id.node().asText(), "Write another operationId");
    }
    for (Place tag : place.children("tags", Kind.TAG)) {
      check(tag, tag.node().asText(), "Give the tag another name");
    }
  }

  private void checkPath(Place place) {
    String path = place.name();
    if (!path.startsWith("/")) {
      refusals.add(place, "A path begins with a slash", "Write one before it");
    } else if (path.contains("?") || path.contains("#")) {
      refusals.add(
          place, "A path has neither ? nor #", "Write parameters in the query as parameters");
    }
    check(place, IN_BRACES.matcher(path).replaceAll(""), "Leave the path out");
  }

  private void checkParameter(Place parameter) {
    if (parameter.isReference()) {
      return;
    }
    String name = parameter.text("name");
    Place place = parameter.child("name");
    if (check(place, name, "Leave the parameter out")
        && parameter.text("in").equals("header")
        && !name.matches(TOKEN)) {
      refusals.add(place, "HTTP allows no header of this name", "Leave the parameter out");
    }
  }

  private void checkDiscriminator(Place discriminator) {
    check(
        discriminator.child("propertyName"),
        discriminator.text("propertyName"),
        "Tell the variants by their required members");
    for (Place entry : discriminator.children("mapping", Kind.SCHEMA)) {
      check(entry, entry.name(), "Leave this variant out: it is then kept as it came");
    }
  }

  /** The texts that extensions have for the code. */
  private void checkTexts(Place owner) {
    for (String extension : new String[] {"x-constant", "x-start-with", "x-kind-method"}) {
      JsonNode text = owner.get(extension);
      if (text.isTextual()) {
        checkText(owner.child(extension), text.asText(), "Leave " + extension + " out");
      }
    }
    for (Place name : owner.children("x-enum-varnames", Kind.SCHEMA)) {
      check(name, name.node().asText(), "Write a name of Java");
    }
  }
}
