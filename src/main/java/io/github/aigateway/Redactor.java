package io.github.aigateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;

/** Takes credentials out of a text: a server may send back what it was sent. */
final class Redactor {

  /** A shorter text is no credential, and may be part of any word. */
  private static final int SHORTEST = 4;

  /** The longest spelling of one character in JSON. */
  private static final int LONGEST_SPELLING = "\\u0000".length();

  private static final String REDACTED = "***";

  /** Stands for what was cut off. */
  private static final char CUT = '…';

  private final List<Secret> secrets = new ArrayList<>();

  private record Secret(Pattern pattern, int longest) {}

  /** Knows what this request authenticates itself with. */
  Redactor(Request request) {
    for (String header : List.of("Authorization", "X-Auth-Key", "X-Auth-Email")) {
      String value = request.header(header);
      String secret = value == null ? "" : value.replaceFirst("^Bearer ", "");
      if (secret.length() >= SHORTEST) {
        secrets.add(new Secret(pattern(secret), LONGEST_SPELLING * secret.length()));
      }
    }
  }

  /** The secret as it is, and as JSON may spell it; in any case, since names of hosts have none. */
  private static Pattern pattern(String secret) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      pattern.append(
          String.format("(?:\\\\?%s|\\\\u00%02x)", Pattern.quote(String.valueOf(c)), (int) c));
    }
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
  }

  String redact(String text) {
    String redacted = text;
    for (Secret secret : secrets) {
      redacted = secret.pattern().matcher(redacted).replaceAll(REDACTED);
      redacted = withoutStarts(redacted, secret);
    }
    return redacted;
  }

  /** The text may be cut short in the middle of the secret: at its end, or where it says so. */
  private static String withoutStarts(String text, Secret secret) {
    StringBuilder redacted = new StringBuilder(text);
    int end = text.length();
    while (end >= 0) {
      int start = startOfCut(text, end, secret);
      if (start < end) {
        redacted.replace(start, end, REDACTED);
      }
      end = text.lastIndexOf(CUT, end - 1);
    }
    return redacted.toString();
  }

  /** Where the secret begins of which the rest is cut off at the end; the end if none does. */
  private static int startOfCut(String text, int end, Secret secret) {
    Matcher matcher = secret.pattern().matcher(text);
    for (int start = Math.max(0, end - secret.longest()); start <= end - SHORTEST; start++) {
      if (!matcher.region(start, end).lookingAt() && matcher.hitEnd()) {
        return start;
      }
    }
    return end;
  }
}
