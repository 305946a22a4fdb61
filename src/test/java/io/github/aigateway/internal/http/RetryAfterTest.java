package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
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
    assertEquals(Duration.ofSeconds(7), RetryAfter.parse("0".repeat(100) + "7", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775",
        "9223372036854776",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551617",
        "99999999999999999999999999999999999999"
      })
  void secondsBeyondAnyWaitAreTheLongestOne(String header) {
    Duration wait = Objects.requireNonNull(RetryAfter.parse(header, NOW));
    assertTrue(wait.compareTo(Duration.ofMillis(Long.MAX_VALUE)) <= 0, wait::toString);
    assertTrue(wait.compareTo(Duration.ofSeconds(Long.MAX_VALUE / 1000)) >= 0, wait::toString);
    assertTrue(wait.toMillis() > 0);
  }

  @Test
  void anyRunOfDigitsIsThatManySecondsAsFarAsCanBeSaid() {
    Duration longest = Duration.ofMillis(Long.MAX_VALUE);
    SplittableRandom random = new SplittableRandom(14);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder digits = new StringBuilder();
      for (int left = random.nextInt(1, 40); left > 0; left--) {
        digits.append(random.nextInt(10));
      }
      BigInteger seconds = new BigInteger(digits.toString());
      boolean fits = seconds.compareTo(BigInteger.valueOf(longest.toSeconds())) <= 0;
      Duration expected = fits ? Duration.ofSeconds(seconds.longValueExact()) : longest;
      assertEquals(expected, RetryAfter.parse(digits.toString(), NOW), digits::toString);
    }
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
  @ValueSource(strings = {"", "soon", "-1", "+1", "1.5", "1e3", "1 2", "٣"})
  void anythingElseIsNone(String header) {
    assertNull(RetryAfter.parse(header, NOW));
  }

  @Test
  void aMissingHeaderIsNone() {
    assertNull(RetryAfter.parse(null, NOW));
  }
}
