package io.github.aigateway.internal.http;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a server may write what it was sent. */
enum Spelling {
  PLAIN(text -> text),
  UPPER(text -> text.toUpperCase(Locale.ROOT)),
  JSON(text -> text.replaceAll("([\\\\\"/])", "\\\\$1")),
  UNICODE(text -> each(text, "\\u%04x")),
  UPPER_UNICODE(text -> each(text, "\\u%04X")),
  PERCENT(text -> each(text, "%%%02x")),
  UPPER_PERCENT(text -> each(text, "%%%02X")),
  PERCENT_IN_JSON(text -> UNICODE.of(PERCENT.of(text))),
  JSON_IN_PERCENT(text -> PERCENT.of(UNICODE.of(text))),
  JSON_IN_JSON(text -> JSON.of(UNICODE.of(text))),
  PERCENT_IN_PERCENT(text -> text.isEmpty() ? "" : PERCENT.of(text).replace("%", "%25"));

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final UnaryOperator<String> spelling;

  Spelling(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  String of(String text) {
    return spelling.apply(text);
  }

  private static String each(String text, String format) {
    StringBuilder spelled = new StringBuilder();
    text.chars().forEach(c -> spelled.append(String.format(format, c)));
    return spelled.toString();
  }
}
