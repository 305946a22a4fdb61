package io.github.aigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;

/** Takes credentials out of a text: a server may send back what it was sent. */
final class Redactor {

  /** A shorter text is no credential, and may be part of any word. */
  private static final int SHORTEST = 4;

  private static final String REDACTED = "***";

  private final List<String> secrets = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /** Knows what this request authenticates itself with. */
  Redactor(Request request) {
    for (String header : List.of("Authorization", "X-Auth-Key", "X-Auth-Email")) {
      String value = request.header(header);
      String secret = value == null ? "" : value.replaceFirst("^Bearer ", "");
      if (secret.length() >= SHORTEST) {
        secrets.add(secret);
        patterns.add(pattern(secret));
      }
    }
  }

  /** The secret as it is, and as JSON may spell it. */
  private static Pattern pattern(String secret) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      pattern.append(
          String.format("(?:\\\\?%s|\\\\u00(?i:%02x))", Pattern.quote(String.valueOf(c)), (int) c));
    }
    return Pattern.compile(pattern.toString());
  }

  String redact(String text) {
    String redacted = text;
    for (Pattern pattern : patterns) {
      redacted = pattern.matcher(redacted).replaceAll(REDACTED);
    }
    for (String secret : secrets) {
      redacted = withoutStartAtTheEnd(redacted, secret);
    }
    return redacted;
  }

  /** The text may be cut short in the middle of the secret. */
  private static String withoutStartAtTheEnd(String text, String secret) {
    for (int length = secret.length() - 1; length >= SHORTEST; length--) {
      if (text.endsWith(secret.substring(0, length))) {
        return text.substring(0, text.length() - length) + REDACTED;
      }
    }
    return text;
  }
}
