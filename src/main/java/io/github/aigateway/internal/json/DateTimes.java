package io.github.aigateway.internal.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times, parsed from the text that the API sent. */
public final class DateTimes {

  /** RFC 3339. Old records have a blank in place of the T, and no offset: then it is UTC. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:)(\\d{2})(?:\\.(\\d{1,9})\\d*)?"
              + "([Zz]|[+-]\\d{2}:\\d{2})?",
          Pattern.DOTALL);

  private DateTimes() {}

  /**
   * Parses a date-time. Fractions are cut to nanoseconds; a leap second counts as the second
   * before.
   *
   * @throws DateTimeParseException if the text is no date-time; its message names the member
   */
  public static @Nullable OffsetDateTime parseDateTime(@Nullable String text, String name) {
    if (text == null) {
      return null;
    }
    Matcher matcher = DATE_TIME.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text, name, "an RFC 3339 date-time", null);
    }
    String second = matcher.group(3).equals("60") ? "59" : matcher.group(3);
    String fraction = matcher.group(4) == null ? "0" : matcher.group(4);
    String offset = matcher.group(5) == null ? "Z" : matcher.group(5).toUpperCase(Locale.ROOT);
    try {
      LocalDateTime local =
          LocalDateTime.parse(
              matcher.group(1) + "T" + matcher.group(2) + second + "." + fraction,
              DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      return OffsetDateTime.of(local, ZoneOffset.of(offset));
    } catch (DateTimeException outOfRange) {
      throw unreadable(text, name, "an RFC 3339 date-time", outOfRange);
    }
  }

  /**
   * Parses a date.
   *
   * @throws DateTimeParseException if the text is no date; its message names the member
   */
  public static @Nullable LocalDate parseDate(@Nullable String text, String name) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw unreadable(text, name, "an RFC 3339 date", unreadable);
    }
  }

  /** Writes a date-time as RFC 3339, seconds included. */
  public static @Nullable String print(@Nullable OffsetDateTime dateTime) {
    return dateTime == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
  }

  /** Writes a date as RFC 3339. */
  public static @Nullable String print(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static DateTimeParseException unreadable(
      String text, String name, String expected, @Nullable DateTimeException cause) {
    return new DateTimeParseException("'" + name + "' is not " + expected + ".", text, 0, cause);
  }
}
