package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts become comments and texts of Java that say the same, and nothing else. */
final class TextRules {

  /** Whose descriptions are in the Javadoc. */
  private static final Set<Kind> DESCRIBED =
      EnumSet.of(Kind.SCHEMA, Kind.PROPERTY, Kind.PARAMETER, Kind.BODY, Kind.OPERATION, Kind.PATH);

  /** The addresses that the generator refuses to read, without a place. */
  private static final Set<Kind> LINKING =
      EnumSet.of(Kind.INFO, Kind.CONTACT, Kind.LICENSE, Kind.DOCS, Kind.FLOW);

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private final Document document;
  private final Names names;
  private final Refusals refusals;

  TextRules(Document document, Names names, Refusals refusals) {
    this.document = document;
    this.names = names;
    this.refusals = refusals;
  }

  void check() {
    checkSurrogates(document.root());
    for (Place place : document.places()) {
      if (DESCRIBED.contains(place.kind())) {
        checkComment(place.child("description"), Characters.IN_TEXTS);
        checkComment(place.child("summary"), Characters.IN_TEXTS);
      }
      checkComment(place.child("x-start"), Characters.IN_OWN_TEXTS);
      checkMessage(place.child("x-if-incomplete"));
      if (LINKING.contains(place.kind())) {
        place.children(place.kind()).forEach(this::checkLink);
      }
      if (place.kind().isSchema()) {
        place.children("enum", Kind.SCHEMA).forEach(this::checkValue);
        checkPattern(place.child("pattern"));
      }
    }
  }

  /** No file can hold half a character, not even where nothing reads it. */
  private void checkSurrogates(Place place) {
    JsonNode node = place.node();
    if (hasHalf(node.isTextual() ? node.asText() : place.name())) {
      refusals.add(place, "This holds half a surrogate pair", "Write the whole character");
    }
    if (node.isContainerNode()) {
      place.children(place.kind()).forEach(this::checkSurrogates);
    }
  }

  private static boolean hasHalf(String text) {
    return text.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE);
  }

  private void checkComment(Place place, Pattern forbidden) {
    String text = place.node().asText("");
    if (text.strip().startsWith("@")) {
      refusals.add(place, "Javadoc would read a tag", "Begin with another word");
    } else if (text.contains("{@")) {
      refusals.add(place, "Javadoc would read {@ as a tag", "Write a blank between the two");
    }
    Characters.first(forbidden, text)
        .ifPresent(
            it ->
                refusals.add(
                    place, "A comment cannot have " + it, "Say it in one line, in other words"));
  }

  private void checkMessage(Place place) {
    Characters.first(Characters.IN_OWN_LITERALS, place.node().asText(""))
        .ifPresent(
            it ->
                refusals.add(
                    place, "A message cannot have " + it, "Say it in one line, in other words"));
  }

  private void checkLink(Place place) {
    boolean isLink = place.name().matches("url|\\w+Url|termsOfService");
    if (isLink && !place.node().asText().matches("https?://\\S+")) {
      refusals.add(place, "This is no address", "Write one such as https://example.com/");
    }
  }

  private void checkValue(Place place) {
    if (!place.node().isTextual()) {
      return;
    }
    String value = place.node().asText();
    String found = Characters.first(Characters.IN_VALUES, value).orElse("");
    String instead = "Leave the value out: it is then read and sent as one that is not known";
    if (!found.isEmpty()) {
      refusals.add(place, "A value with " + found + " cannot be in generated code", instead);
    } else if (!names.value(value).equals('"' + Characters.literal(value) + '"')) {
      refusals.add(
          place, "The generator would make another value of it: " + names.value(value), instead);
    }
  }

  private void checkPattern(Place place) {
    String pattern = place.node().asText("");
    String generated = names.pattern(pattern);
    if (Characters.first(Characters.IN_PATTERNS, pattern).isPresent()
        || !generated.equals(Characters.literal(withPlainSlashes(pattern)))) {
      refusals.add(
          place,
          "The generator would make another pattern of it: " + generated,
          "Write [/] for a slash beside a star or a backslash, and \\t, \\n or \\u0007 for a"
              + " control character");
    }
  }

  /** The generator drops the backslash before a slash, which means the same. */
  private static String withPlainSlashes(String pattern) {
    return ESCAPED
        .matcher(pattern)
        .replaceAll(it -> Matcher.quoteReplacement(it.group(1).equals("/") ? "/" : it.group()));
  }
}
