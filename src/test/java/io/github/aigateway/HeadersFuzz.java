package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.aigateway.internal.http.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Any text as the value of the headers that say when to come again. */
class HeadersFuzz {

  @RegisterExtension static final FuzzedExecutions EXECUTIONS = new FuzzedExecutions();

  private static final Instant NOW = Instant.parse("2026-04-23T04:55:11.123Z");

  @FuzzTest(maxDuration = "1s")
  @DictionaryEntries({
    "Thu, 23 Apr 2026 04:56:11 GMT",
    "Thu, 23 Apr 2026 ",
    "Fri, 31 Dec 9999 23:59:60 GMT",
    "+1800",
    "-0000",
    "999999999999999",
    "\"default\";r=50;t=30",
    "\"burst\";q=100;w=60",
    ";r=",
    ";t=",
    ";q=",
    ";w=",
    ", ",
    "\u0660"
  })
  void waitsAndLimitsAreUnderstoodOrPassedOver(byte[] header) {
    EXECUTIONS.count();
    // Header values arrive as UTF-8 or Latin-1; a line break cannot be in them.
    for (String text :
        new String[] {
          new String(header, StandardCharsets.UTF_8),
          new String(header, StandardCharsets.ISO_8859_1)
        }) {
      check(text);
    }
  }

  private static void check(String text) {
    Duration wait = RetryAfter.parse(text, NOW);
    assertNotNegative(wait);
    RateLimit limit =
        RateLimit.of(
            new Headers.Builder()
                .addUnsafeNonAscii("Ratelimit", text)
                .addUnsafeNonAscii("Ratelimit-Policy", text)
                .build());
    if (limit != null) {
      assertTrue(limit.remaining() == null || limit.remaining() >= 0);
      assertTrue(limit.quota() == null || limit.quota() >= 0);
      assertNotNegative(limit.resetsIn());
      assertNotNegative(limit.window());
    }
  }

  private static void assertNotNegative(@Nullable Duration wait) {
    assertFalse(wait != null && wait.isNegative());
  }
}
