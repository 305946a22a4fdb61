package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a response says of the rate limit is read, and what it does not say is null. */
@Tag("quick")
class RateLimitTest {

  @Test
  void aResponseThatSaysNothingHasNone() {
    assertNull(RateLimit.of(Headers.of()));
    assertNull(RateLimit.of(Headers.of("Ratelimit", "\"default\"", "Ratelimit-Policy", "r=1;t=2")));
  }

  @Test
  void theFirstLimitIsRead() {
    Headers headers =
        Headers.of(
            "Ratelimit", "\"default\"; r=50 ;t=30, \"other\";r=1;t=1",
            "Ratelimit-Policy", "\"burst\";q=100;w=60, \"daily\";q=5;w=86400");

    assertEquals(
        new RateLimit(50L, Duration.ofSeconds(30), 100L, Duration.ofMinutes(1)),
        RateLimit.of(headers));
  }

  @Test
  void eachPartMayBeTheOnlyOne() {
    assertEquals(
        new RateLimit(1L, null, null, null), RateLimit.of(Headers.of("Ratelimit", ";r=1")));
    assertEquals(
        new RateLimit(null, Duration.ofSeconds(2), null, null),
        RateLimit.of(Headers.of("Ratelimit", "a;t=2")));
    assertEquals(
        new RateLimit(null, null, 3L, null), RateLimit.of(Headers.of("Ratelimit-Policy", "a;q=3")));
    assertEquals(
        new RateLimit(null, null, null, Duration.ofSeconds(4)),
        RateLimit.of(Headers.of("Ratelimit-Policy", "a;w=4")));
  }

  @ParameterizedTest
  @CsvSource({
    "09, 9",
    "999999999999999, 999999999999999",
    "1000000000000000,",
    "'',",
    "-1,",
    "5/,",
    "5:,",
    "a;r=7, 7"
  })
  void aNumberHasFifteenDigitsAtMostAndNothingElse(String text, @Nullable Long remaining) {
    RateLimit limit = RateLimit.of(Headers.of("Ratelimit", "a;r=" + text));

    assertEquals(remaining, limit == null ? null : limit.remaining());
  }
}
