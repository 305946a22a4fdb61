package io.github.aigateway;

import io.github.aigateway.internal.http.HeaderText;
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

  private static final String IN_HEADER_NAMES =
      "!#$%&'*+-.^_`|~0123456789" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final String MUST_BE_WELL_FORMED =
      " must not have control characters or halves of surrogate pairs";

  /** A longer value is cut in a message. */
  private static final int MAX_SHOWN = 80;

  private Arguments() {}

  /** Checks that a value is not null. It often comes from a configuration. */
  static String given(String value, String name) {
    return Objects.requireNonNull(
        value,
        name + " is null: is the environment variable or property that it is read from set?");
  }

  /** Checks a text that becomes one segment of a URL's path. */
  static String pathSegment(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank, but is " + shown(value) + ".");
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          name + " must not be '.' or '..', which lead to another address.");
    }
    int length = value.codePointCount(0, value.length());
    if (length > MAX_ID) {
      throw new IllegalArgumentException(
          "%s must have at most %d characters, but has %d: %s."
              .formatted(name, MAX_ID, length, shown(value)));
    }
    return wellFormed(value, name);
  }

  /** Checks a text to send. */
  static String wellFormed(String value, String name) {
    if (!isWellFormed(Objects.requireNonNull(value, name))) {
      String remedy = isWellFormed(value.strip()) ? " Remove what is around it with strip()." : "";
      throw new IllegalArgumentException(
          name + MUST_BE_WELL_FORMED + ", but is " + shown(value) + "." + remedy);
    }
    return value;
  }

  /**
   * Half of a surrogate pair would arrive as another character. A stream of characters would take
   * 150 bytes of each call.
   */
  private static boolean isWellFormed(String value) {
    int c;
    for (int i = 0; i < value.length(); i += Character.charCount(c)) {
      c = value.codePointAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        return false;
      }
    }
    return true;
  }

  /** The value in quotes, on one line and not too long. */
  private static String shown(String value) {
    StringBuilder shown = new StringBuilder("'");
    value.codePoints().limit(MAX_SHOWN).forEach(c -> shown.append(printable(c)));
    boolean cut = value.codePointCount(0, value.length()) > MAX_SHOWN;
    return shown.append(cut ? "…'" : "'").toString();
  }

  private static String printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u%04x".formatted(c);
      default -> Character.toString(c);
    };
  }

  /** Checks that a time is longer than zero; more than a century counts as a century. */
  static Duration positive(Duration value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          name
              + " must be longer than zero, but is "
              + value
              + ". To wait without a limit, set a long time, such as Duration.ofDays(1).");
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
      String range =
          maximum == Integer.MAX_VALUE
              ? "at least " + minimum
              : "from " + minimum + " to " + maximum;
      throw new IllegalArgumentException(name + " must be " + range + ", but is " + value + ".");
    }
    return value;
  }

  /** Quotes no more than a name: what follows it may be a value, and a secret. */
  static String headerName(String name) {
    Objects.requireNonNull(name, "name");
    int length = 0;
    while (length < name.length() && IN_HEADER_NAMES.indexOf(name.charAt(length)) >= 0) {
      length++;
    }
    if (length < name.length() || name.isEmpty()) {
      String odd =
          name.isEmpty()
              ? "is empty"
              : "has %s behind '%s'"
                  .formatted(shown(name.substring(length, length + 1)), name.substring(0, length));
      throw new IllegalArgumentException(
          "The name of a header must be letters, digits and the marks !#$%&'*+-.^_`|~ alone, but "
              + odd
              + ". The value is the second argument.");
    }
    if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "The header " + name + " is set by the client and cannot be replaced." + remedy(name));
    }
    return name;
  }

  private static String remedy(String reservedHeader) {
    return switch (reservedHeader.toLowerCase(Locale.ROOT)) {
      case "authorization", "x-auth-email", "x-auth-key", "x-auth-user-service-key" ->
          " To authenticate, call apiToken(…) or apiKey(…) on the client's builder.";
      case "user-agent" -> " To add to it, call userAgentSuffix(…) on the client's builder.";
      case "proxy-authorization" ->
          " To authenticate at a proxy, set a proxyAuthenticator on the client's OkHttpClient.";
      default -> "";
    };
  }

  /** Never quotes the value: it may be a secret. */
  static String headerValue(String value, String name) {
    Objects.requireNonNull(value, "value");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!HeaderText.isVisible(c) && c != ' ' && c != '\t') {
        throw new IllegalArgumentException(
            "The value of the header %s must be visible ASCII characters, blanks and tabs, but has %s."
                .formatted(name, HeaderText.described(value, i)));
      }
    }
    return value;
  }

  /** Never quotes the value: it may be a secret. */
  static String queryValue(String value, String name) {
    if (!isWellFormed(Objects.requireNonNull(value, "value"))) {
      throw new IllegalArgumentException(
          "The value of the query parameter " + shown(name) + MUST_BE_WELL_FORMED + ".");
    }
    return value;
  }

  /** Checks what names the caller's application to the API. */
  static String userAgentSuffix(String value) {
    given(value, "userAgentSuffix");
    boolean allowed = value.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (!allowed || value.isBlank() || !value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "userAgentSuffix must be visible ASCII characters, with blanks only between them, such as"
              + " 'my-service/1.2', but is "
              + shown(value)
              + ".");
    }
    return value;
  }
}
