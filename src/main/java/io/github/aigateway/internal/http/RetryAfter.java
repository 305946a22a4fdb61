package io.github.aigateway.internal.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or an HTTP date. */
public final class RetryAfter {

  /** The longest wait: its milliseconds fit into a {@code long}. */
  private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

  /** Nine digits of an exponent are enough here; more do not fit into an {@code int}. */
  private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?)0*(\\d{1,9})\\d*");

  private RetryAfter() {}

  /** The wait that the header asks for, not negative; null if it is missing or unreadable. */
  public static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.trim();
    if (isDigits(text)) {
      return seconds(text);
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  static boolean isDigits(String text) {
    return text.matches("\\d+");
  }

  private static Duration seconds(String digits) {
    long seconds = 0;
    for (int i = 0; i < digits.length() && seconds <= LONGEST.toSeconds(); i++) {
      seconds = 10 * seconds + digits.charAt(i) - '0';
    }
    return seconds <= LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
  }

  /**
   * A JSON number as digits that {@link #parse} reads. Rounded up, since a wait must not end too
   * early; null if it is negative.
   */
  static @Nullable String wholeSeconds(String jsonNumber) {
    BigDecimal seconds = new BigDecimal(EXPONENT.matcher(jsonNumber).replaceFirst("e$1$2"));
    if (seconds.signum() < 0) {
      return null;
    }
    // Compared before rounding, which would write out all digits of 1e-999999999.
    if (seconds.compareTo(BigDecimal.ONE) <= 0) {
      return Integer.toString(seconds.signum());
    }
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    return seconds.min(most).setScale(0, RoundingMode.CEILING).toPlainString();
  }
}
