package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-04-23T04:55:11Z,                    2026-04-23T04:55:11Z",
    "2026-04-23T04:55:11.123Z,                2026-04-23T04:55:11.123Z",
    "2026-04-23T04:55:11.1Z,                  2026-04-23T04:55:11.100Z",
    "2026-04-23T04:55:11.000Z,                2026-04-23T04:55:11Z",
    "2026-04-23T04:55:11.123456789Z,          2026-04-23T04:55:11.123456789Z",
    "2026-04-23T04:55:11.1234567899Z,         2026-04-23T04:55:11.123456789Z",
    "2026-04-23T04:55:11.99999999999999999Z,  2026-04-23T04:55:11.999999999Z",
    "2026-04-23t04:55:11z,                    2026-04-23T04:55:11Z",
    "2026-04-23T04:55:11+02:00,               2026-04-23T02:55:11Z",
    "2026-04-23T04:55:11-05:30,               2026-04-23T10:25:11Z",
    "2026-04-23T04:55:11-00:00,               2026-04-23T04:55:11Z",
    "2026-04-23 04:55:11Z,                    2026-04-23T04:55:11Z",
    "2026-04-23 04:55:11,                     2026-04-23T04:55:11Z",
    "2026-04-23 04:55:11.5,                   2026-04-23T04:55:11.500Z",
    "2016-12-31T23:59:60Z,                    2016-12-31T23:59:59Z",
    "2016-12-31T23:59:60.7Z,                  2016-12-31T23:59:59.700Z",
    "2024-02-29T00:00:00Z,                    2024-02-29T00:00:00Z",
    "0001-01-01T00:00:00Z,                    0001-01-01T00:00:00Z"
  })
  void aDateTimeIsReadInEverySpelling(String text, String instant) {
    Gateway gateway = created(text);

    assertEquals(Instant.parse(instant), gateway.getCreatedAt().toInstant());
    assertEquals(text, gateway.getCreatedAtText());
  }

  @Test
  void theOffsetOfADateTimeIsKeptAndIsUtcIfThereIsNone() {
    assertEquals(
        OffsetDateTime.of(2026, 4, 23, 4, 55, 11, 0, ZoneOffset.ofHours(2)),
        created("2026-04-23T04:55:11+02:00").getCreatedAt());
    assertEquals(ZoneOffset.UTC, created("2026-04-23 04:55:11").getCreatedAt().getOffset());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "2026-04-23",
        "2026-04-23T04:55Z",
        "2026-04-23T04:55:11 Z",
        " 2026-04-23T04:55:11Z",
        "2026-04-23T04:55:11Z\n",
        "2026-04-23T04:55:11.Z",
        "2026-13-23T04:55:11Z",
        "2026-02-29T04:55:11Z",
        "2026-04-23T24:00:00Z",
        "2026-04-23T04:60:11Z",
        "2026-04-23T04:55:61Z",
        "2026-04-23T04:55:11+2",
        "2026-04-23T04:55:11+99:00",
        "26-04-23T04:55:11Z",
        "+12026-04-23T04:55:11Z",
        "٢٠٢٦-04-23T04:55:11Z",
        "1776920111"
      })
  void anUnreadableDateFailsInItsGetterOnly(String text) {
    Gateway gateway = created(text);

    DateTimeParseException unreadable =
        assertThrows(DateTimeParseException.class, gateway::getCreatedAt);

    assertEquals("'created_at' is not an RFC 3339 date-time.", unreadable.getMessage());
    assertEquals(text, unreadable.getParsedString());
    assertEquals(text, gateway.getCreatedAtText());
    assertTrue(gateway.hasCreatedAt());
    assertEquals(created(text), gateway);
    assertEquals(created(text).hashCode(), gateway.hashCode());
    assertEquals("Gateway{created_at=" + text + "}", gateway.toString());
    assertEquals(created(text).toJson(), gateway.toJson());
  }

  @Test
  void datesAreEqualIfTheirTextsAre() {
    assertNotEquals(created("2026-04-23T04:55:11Z"), created("2026-04-23 04:55:11"));
  }

  @Test
  void aMissingDateFailsInItsGetterAndHasNoText() {
    for (String json : new String[] {"{}", "{\"created_at\":null}"}) {
      Gateway gateway = Gateway.fromJson(json);

      assertThrows(IllegalStateException.class, gateway::getCreatedAt);
      assertEquals(null, gateway.getCreatedAtText());
      assertFalse(gateway.hasCreatedAt());
    }
  }

  @Test
  void aDateThatTheCallerSetsIsWrittenWithItsSeconds() {
    OffsetDateTime time = OffsetDateTime.of(2026, 4, 23, 4, 55, 0, 0, ZoneOffset.UTC);
    Gateway gateway =
        Gateway.fromJson(Samples.completed(Shape.named("Gateway"), "{}")).toBuilder()
            .createdAt(time)
            .build();

    assertEquals("2026-04-23T04:55:00Z", gateway.getCreatedAtText());
    assertEquals(time, gateway.getCreatedAt());
    assertTrue(gateway.toJson().contains("\"created_at\":\"2026-04-23T04:55:00Z\""));
  }

  private static Gateway created(String text) {
    return Gateway.fromJson("{\"created_at\":\"" + text.replace("\n", "\\n") + "\"}");
  }
}
