package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-04-23T04:55:11.123Z, 2026-04-23T04:55:11.123Z",
    "2026-04-23 04:55:11, 2026-04-23T04:55:11Z",
    "2026-04-23t04:55:11z, 2026-04-23T04:55:11Z",
    "2026-04-23T04:55:11.123456789012+02:00, 2026-04-23T04:55:11.123456789+02:00",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z"
  })
  void dateTimesAreParsedAsTheyComeAndPrinted(String text, String expected) {
    OffsetDateTime parsed = DateTimes.parseDateTime(text, "at");
    assertEquals(OffsetDateTime.parse(expected), parsed);
    assertEquals(expected, parsed == null ? "" : DateTimes.print(parsed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-13-01T00:00:00Z", "2026-04-23T04:55:11+99:00"})
  void whatIsNoDateTimeIsRefusedByName(String text) {
    DateTimeParseException refused =
        assertThrows(DateTimeParseException.class, () -> DateTimes.parseDateTime(text, "at"));
    assertEquals("'at' is not an RFC 3339 date-time.", refused.getMessage());
    assertEquals(text, refused.getParsedString());
  }

  @Test
  void datesAreParsedOrRefusedByName() {
    assertEquals(LocalDate.of(2026, 4, 23), DateTimes.parseDate("2026-04-23", "on"));
    assertNull(DateTimes.parseDate(null, "on"));
    assertNull(DateTimes.parseDateTime(null, "at"));
    DateTimeParseException refused =
        assertThrows(DateTimeParseException.class, () -> DateTimes.parseDate("soon", "on"));
    assertTrue(String.valueOf(refused.getMessage()).contains("'on'"));
  }

  @Test
  void aDateIsPrintedAsItIsParsedAndNullStaysNull() {
    assertEquals("2026-01-02", DateTimes.print(LocalDate.of(2026, 1, 2)));
    assertNull(DateTimes.print((LocalDate) null));
    assertNull(DateTimes.print((OffsetDateTime) null));
  }
}
