package io.github.aigateway;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Checks what callers pass in, before anything is sent. */
final class Arguments {

  static final int MAX_ID = 64;

  /** Headers that identify or authenticate a request, or belong to HTTP itself. */
  private static final Set<String> RESERVED_HEADERS =
      Set.of(
          "authorization",
          "x-auth-email",
          "x-auth-key",
          "x-auth-user-service-key",
          "host",
          "user-agent",
          "accept",
          "accept-encoding",
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "te",
          "trailer",
          "connection",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "expect",
          "upgrade",
          "http2-settings");

  /** The longest time: its nanoseconds fit into a {@code long}. */
  private static final Duration CENTURY = Duration.ofDays(36_500);

  private Arguments() {}

  /** Checks a text that becomes one segment of a URL's path. */
  static String pathSegment(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank.");
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name + " must not be '.' or '..', which lead to another address.");
    }
    int length = value.codePointCount(0, value.length());
    if (length > MAX_ID) {
      throw new IllegalArgumentException(
          name + " must have at most " + MAX_ID + " characters, but has " + length + ".");
    }
    return wellFormed(value, name);
  }

  /** Checks a text to send: half of a surrogate pair would arrive as another character. */
  static String wellFormed(String value, String name) {
    Objects.requireNonNull(value, name);
    int at = 0;
    while (at < value.length()) {
      int c = value.codePointAt(at);
      if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            name + " must not hold control characters or halves of surrogate pairs.");
      }
      at += Character.charCount(c);
    }
    return value;
  }

  /** Checks that a time is longer than zero; more than a century counts as a century. */
  static Duration positive(Duration value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than zero, but is " + value + ".");
    }
    return value.compareTo(CENTURY) < 0 ? value : CENTURY;
  }

  static Duration notNegative(Duration value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value + ".");
    }
    return value;
  }

  static int between(int value, int minimum, int maximum, String name) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(
          name + " must be from " + minimum + " to " + maximum + ", but is " + value + ".");
    }
    return value;
  }

  static String headerName(String name) {
    Objects.requireNonNull(name, "name");
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "A header's name must be letters, digits and the marks that HTTP allows.");
    }
    if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "The header " + name + " is set by the client and cannot be replaced.");
    }
    return name;
  }

  /** Never quotes the value: it may be a secret. */
  static String headerValue(String value, String name) {
    Objects.requireNonNull(value, "value");
    boolean visible = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      visible &= c == '\t' || (c >= ' ' && c <= '~');
    }
    if (!visible) {
      throw new IllegalArgumentException(
          "The value of the header " + name + " must be visible ASCII characters and blanks.");
    }
    return value;
  }
}
