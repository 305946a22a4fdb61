package io.github.aigateway.internal.json.reader;

import com.google.gson.stream.MalformedJsonException;

/** The escapes in a string of JSON. */
final class Escapes {

  private Escapes() {}

  /**
   * The text with each escape replaced by its character. Half of a surrogate pair stays: JavaScript
   * writes it for a text that was cut within a character.
   */
  static String resolved(String text) throws MalformedJsonException {
    StringBuilder resolved = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
      resolved.append(text, from, at);
      char kind = text.charAt(at + 1);
      if (kind == 'u') {
        resolved.append(codeUnit(text, at + 2));
        from = at + 6;
      } else {
        resolved.append(character(kind));
        from = at + 2;
      }
    }
    return resolved.append(text, from, text.length()).toString();
  }

  private static char character(char kind) throws MalformedJsonException {
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw new MalformedJsonException("An escape that JSON does not have");
    };
  }

  private static char codeUnit(String text, int from) throws MalformedJsonException {
    if (text.length() < from + 4) {
      throw new MalformedJsonException("An escape without its four digits");
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      // Character.digit accepts digits of all scripts, JSON only those of ASCII.
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new MalformedJsonException("An escape without its four digits");
      }
      unit = 16 * unit + digit;
    }
    return (char) unit;
  }
}
