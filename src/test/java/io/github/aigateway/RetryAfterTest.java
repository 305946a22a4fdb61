package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wait that a server asks for is read in both spellings, and never guessed. */
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void secondsAreSeconds() {
    assertEquals(Duration.ofSeconds(90), RetryAfter.parse(" 90 ", NOW));
    assertEquals(
        Duration.ofSeconds(999_999_999_999_999L), RetryAfter.parse("999999999999999", NOW));
  }

  @Test
  void aDateIsTheTimeUntilThen() {
    assertEquals(Duration.ofSeconds(30), RetryAfter.parse("Sun, 22 Nov 2026 12:00:30 GMT", NOW));
  }

  @Test
  void aDateThatIsOverIsNoWait() {
    assertEquals(Duration.ZERO, RetryAfter.parse("Sun, 22 Nov 2026 11:59:30 GMT", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "1000000000000000"})
  void anythingElseIsNone(String header) {
    assertNull(RetryAfter.parse(header, NOW));
  }

  @Test
  void aMissingHeaderIsNone() {
    assertNull(RetryAfter.parse(null, NOW));
  }
}
