package io.github.aigateway.internal.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text whose escapes of JSON or of URLs are resolved. It knows the place of each character in the
 * original. Everything else stays as it is.
 */
final class UnescapedText {

  /** Stands for what was cut off. */
  static final char CUT = '…';

  /** Stands for an escape that is cut off before its end. */
  static final char CUT_ESCAPE = '\uffff';

  /** The letters of JSON's short escapes; any other character stands for itself. */
  private static final String SHORT = "bfnrt";

  private static final String SHORT_MEANS = "\b\f\n\r\t";

  /** The most layers of mixed escapes: more are no accident, and each costs two passes. */
  private static final int MAX_LAYERS = 4;

  private final CharSequence text;

  /** Where each character begins in the original, and the last one ends; null for the original. */
  private final int @Nullable [] starts;

  private UnescapedText(CharSequence text, int @Nullable [] starts) {
    this.text = text;
    this.starts = starts;
  }

  /**
   * All readings of the text: as it is, with one or two layers of escapes resolved, and with up to
   * four layers resolved, each of both kinds.
   */
  static Set<UnescapedText> readings(CharSequence text) {
    Set<UnescapedText> readings = new LinkedHashSet<>();
    UnescapedText original = new UnescapedText(text, null);
    readings.add(original);
    Set<UnescapedText> outer = original.withOneLayerLess();
    readings.addAll(outer);
    for (UnescapedText reading : outer) {
      readings.addAll(reading.withOneLayerLess());
    }
    UnescapedText reading = original;
    @Nullable UnescapedText before = null;
    for (int i = 0; i < MAX_LAYERS && reading != before; i++) {
      before = reading;
      reading = reading.withoutJson().withoutPercent();
      readings.add(reading);
    }
    return readings;
  }

  private Set<UnescapedText> withOneLayerLess() {
    Set<UnescapedText> less = new LinkedHashSet<>(Arrays.asList(withoutJson(), withoutPercent()));
    less.remove(this);
    return less;
  }

  int length() {
    return text.length();
  }

  /** The character; an ASCII letter in lower case. */
  char charAt(int at) {
    char c = text.charAt(at);
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  /** The text in lower case, up to an escape that is cut off. */
  @Override
  public String toString() {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < length() && text.charAt(i) != CUT_ESCAPE; i++) {
      lower.append(charAt(i));
    }
    return lower.toString();
  }

  /** Whether the text was cut off right before this place. */
  boolean isCut(int at) {
    return at == text.length() || text.charAt(at) == CUT || text.charAt(at) == CUT_ESCAPE;
  }

  /** Where in the original the character at this place begins. */
  int start(int at) {
    return starts == null ? at : starts[at];
  }

  /** Itself if there is nothing to resolve. */
  private UnescapedText withoutJson() {
    return new Resolver('\\').resolved();
  }

  /** Itself if there is nothing to resolve. */
  private UnescapedText withoutPercent() {
    return new Resolver('%').resolved();
  }

  /** Resolves escapes of one kind, in one pass. */
  private final class Resolver {
    private final char mark;
    private int at;

    Resolver(char mark) {
      this.mark = mark;
    }

    UnescapedText resolved() {
      int length = text.length();
      while (at < length && text.charAt(at) != mark) {
        at++;
      }
      if (at == length) {
        return UnescapedText.this;
      }
      StringBuilder resolved = new StringBuilder(length).append(text, 0, at);
      int[] places = new int[length + 1];
      for (int i = 0; i < at; i++) {
        places[i] = start(i);
      }
      while (at < length) {
        places[resolved.length()] = start(at);
        resolved.append(next());
      }
      places[resolved.length()] = start(length);
      return new UnescapedText(resolved, places);
    }

    private char next() {
      char c = text.charAt(at++);
      if (c != mark) {
        return c;
      }
      if (mark == '%') {
        return hex(2, '%');
      }
      if (isCut(at)) {
        return CUT_ESCAPE;
      }
      char kind = text.charAt(at++);
      int means = SHORT.indexOf(kind);
      if (means >= 0) {
        return SHORT_MEANS.charAt(means);
      }
      return kind == 'u' ? hex(4, kind) : kind;
    }

    /** The character of the hexadecimal number that follows; {@code otherwise} if none does. */
    private char hex(int digits, char otherwise) {
      int value = 0;
      for (int i = at; i < at + digits; i++) {
        if (isCut(i)) {
          at = i;
          return CUT_ESCAPE;
        }
        char c = text.charAt(i);
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
          return otherwise;
        }
        value = 16 * value + digit;
      }
      at += digits;
      return (char) value;
    }
  }
}
