package io.github.aigateway.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that generated code cannot have, or of which it would be other code. */
final class Characters {

  /** Not to be seen in the code, or shown in another order than that of the code. */
  private static final String UNSEEN =
      "[\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

  /** Names are printed as they are, into texts of Java and into {@code @code} of its comments. */
  static final Pattern IN_NAMES = Pattern.compile("[\"\\\\{}\\u2028\\u2029]|\\*/|/\\*|" + UNSEEN);

  /** Line breaks in descriptions are joined. */
  static final Pattern IN_TEXTS = Pattern.compile("(?![\\t\\n\\r])" + UNSEEN);

  /** The generator does not escape the texts of extensions. */
  static final Pattern IN_OWN_TEXTS = Pattern.compile("\\\\|\\*/|" + UNSEEN);

  /** The same, in a text of Java. */
  static final Pattern IN_OWN_LITERALS = Pattern.compile("[\"\\\\\\u2028\\u2029]|" + UNSEEN);

  /** A comment shows the value, too. */
  static final Pattern IN_VALUES = Pattern.compile("\\{@|" + UNSEEN);

  static final Pattern IN_PATTERNS = Pattern.compile(UNSEEN);

  private Characters() {}

  /** The first that is there, as a message shows it. */
  static Optional<String> first(Pattern forbidden, String text) {
    Matcher matcher = forbidden.matcher(text);
    return matcher.find() ? Optional.of(shown(matcher.group())) : Optional.empty();
  }

  private static String shown(String found) {
    int first = found.codePointAt(0);
    return first > ' ' && first < 0x7f ? found : "U+%04X".formatted(first);
  }

  /** What stands between the quotes of a text of Java. */
  static String literal(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
