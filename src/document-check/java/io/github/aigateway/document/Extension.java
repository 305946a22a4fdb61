package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An extension that something reads: the templates, scripts/lint-document, or the verdict on a
 * changed document.
 */
record Extension(
    String name, Set<Kind> kinds, String where, String value, Predicate<JsonNode> fits) {

  private static final Set<Kind> SCHEMAS = EnumSet.of(Kind.SCHEMA, Kind.PROPERTY);
  private static final Set<Kind> MEMBERS = EnumSet.of(Kind.PROPERTY);
  private static final Set<Kind> EXAMPLES = EnumSet.of(Kind.EXAMPLE);
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private static final Extension[] KNOWN = {
    known("x-source", ALL, "anywhere", "a text", Extension::isText),
    known("x-sensitive", SCHEMAS, "at a schema", "true or false", JsonNode::isBoolean),
    known("x-strict", SCHEMAS, "at a schema", "true or false", JsonNode::isBoolean),
    known("x-start", SCHEMAS, "at a schema with properties", "a text", Extension::isText),
    known("x-if-incomplete", SCHEMAS, "at a schema with properties", "a text", Extension::isText),
    known("x-start-with", MEMBERS, "at a property", "a scalar", it -> !it.isContainerNode()),
    known(
        "x-unset",
        MEMBERS,
        "at a property",
        "a number, true, false, '', [] or {}",
        Extension::isBare),
    known("x-constant", MEMBERS, "at a property", "a text", JsonNode::isTextual),
    known("x-carry-over", SCHEMAS, "at a schema", "{source: Name}", Extension::isSource),
    known("x-kind-method", SCHEMAS, "at a schema with oneOf", "a text", Extension::isText),
    known("x-enum-varnames", SCHEMAS, "at a schema with enum", "a list", Extension::isTexts),
    known("x-enum-descriptions", SCHEMAS, "at a schema with enum", "a list", Extension::isTexts),
    known("x-unknown-members", EXAMPLES, "at an example", "a list of texts", Extension::isTexts),
  };

  private static Extension known(
      String name, Set<Kind> kinds, String where, String value, Predicate<JsonNode> fits) {
    return new Extension(name, kinds, where, value, fits);
  }

  static Optional<Extension> of(String name) {
    return List.of(KNOWN).stream().filter(it -> it.name().equals(name)).findFirst();
  }

  static String names() {
    return String.join(", ", List.of(KNOWN).stream().map(Extension::name).toList());
  }

  /** The one that was probably meant. */
  static Optional<Extension> like(String name) {
    String plain = plain(name);
    return List.of(KNOWN).stream()
        .filter(it -> distance(plain, plain(it.name())) <= 2)
        .min(Comparator.comparing(it -> distance(plain, plain(it.name()))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /** How many letters must be changed, added or dropped. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank();
  }

  private static boolean isBare(JsonNode value) {
    return value.isTextual() ? value.textValue().isEmpty() : value.isEmpty() && !value.isNull();
  }

  private static boolean isTexts(JsonNode value) {
    boolean isTexts = value.isArray();
    for (JsonNode item : value) {
      isTexts &= item.isTextual();
    }
    return isTexts;
  }

  private static boolean isSource(JsonNode value) {
    return value.isObject() && value.size() == 1 && value.path("source").isTextual();
  }
}
