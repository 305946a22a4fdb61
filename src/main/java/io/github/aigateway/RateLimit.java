package io.github.aigateway;

import java.io.Serializable;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The state of a rate limit, from the headers {@code Ratelimit} and {@code Ratelimit-Policy}. If
 * they name several limits, it is the first one. Each part is null if the response does not tell
 * it.
 *
 * @param remaining how many requests are left in the window
 * @param resetsIn the time until the window ends
 * @param quota how many requests a window allows
 * @param window the length of a window
 */
public record RateLimit(
    @Nullable Long remaining,
    @Nullable Duration resetsIn,
    @Nullable Long quota,
    @Nullable Duration window)
    implements Serializable {

  static @Nullable RateLimit of(Headers headers) {
    String state = first(headers.get("Ratelimit"));
    String policy = first(headers.get("Ratelimit-Policy"));
    Long remaining = parameter(state, 'r');
    Long reset = parameter(state, 't');
    Long quota = parameter(policy, 'q');
    Long window = parameter(policy, 'w');
    if (remaining == null && reset == null && quota == null && window == null) {
      return null;
    }
    return new RateLimit(remaining, seconds(reset), quota, seconds(window));
  }

  private static String first(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int comma = header.indexOf(',');
    return comma < 0 ? header : header.substring(0, comma);
  }

  /** A value of at most 15 digits, which fits into any unit of time. */
  private static @Nullable Long parameter(String item, char name) {
    int from = item.indexOf(';') + 1;
    while (from > 0) {
      int semicolon = item.indexOf(';', from);
      int end = semicolon < 0 ? item.length() : semicolon;
      String parameter = item.substring(from, end).strip();
      if (parameter.length() > 2 && parameter.charAt(0) == name && parameter.charAt(1) == '=') {
        Long value = digits(parameter);
        if (value != null) {
          return value;
        }
      }
      from = semicolon + 1;
    }
    return null;
  }

  private static @Nullable Long digits(String parameter) {
    long value = 0;
    for (int i = 2; i < parameter.length(); i++) {
      char c = parameter.charAt(i);
      if (c < '0' || c > '9' || i >= 2 + 15) {
        return null;
      }
      value = 10 * value + c - '0';
    }
    return value;
  }

  private static @Nullable Duration seconds(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
