package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the document forbids is refused before it is sent. */
class RequestLimitsTest {

  @Test
  void oneExceptionNamesAllThatIsWrongAndWhatIsAllowed() {
    assertRefused(
        defaults()
                .id("Bad--Id-" + "x".repeat(60))
                .cacheTtl(-1)
                .logManagement(9_999)
                .logpushPublicKey("short")
                .rateLimitingInterval(-5)
                .retryMaxAttempts(6)
                .retryDelay(60_001)
            ::build,
        "CreateGatewayRequest cannot be built: id must have at most 64 characters (had 68);"
            + " cache_ttl must be at least 0 (was -1);"
            + " log_management must be at least 10000 (was 9999); logpush_public_key must have at"
            + " least 16 characters (had 5); rate_limiting_interval must be at least 0 (was -5);"
            + " retry_max_attempts must be at most 5 (was 6); retry_delay must be at most 60000"
            + " (was 60001).");
    assertRefused(
        SpendLimitRule.builder().limit(BigDecimal.ZERO).window(0)::build,
        "SpendLimitRule cannot be built: limit must be above 0 (was 0); window must be above 0 (was"
            + " 0).");
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    for (String id : List.of("a", "x".repeat(64))) {
      assertEquals(id, defaults().id(id).build().getId());
    }
    defaults().logManagement(10_000).retryMaxAttempts(1).retryDelay(0).build();
    defaults().logManagement(10_000_000).retryMaxAttempts(5).retryDelay(60_000).build();
    defaults().logpushPublicKey("k".repeat(16)).build();
    defaults().logpushPublicKey("k".repeat(1_024)).build();
    SpendLimitRule.builder().limit(new BigDecimal("1e-9")).window(1).build();
  }

  @Test
  void theLengthOfAnIdIsCheckedAndItsCharactersAreLeftToTheApi() {
    for (String id : List.of("_", "0", "a-b", "A", "a b", "-a", "a--b", "é", "a/b")) {
      assertEquals(id, defaults().id(id).build().getId());
    }
    assertThrows(IllegalArgumentException.class, () -> defaults().id("").build());
    assertThrows(IllegalArgumentException.class, () -> defaults().id("x".repeat(65)).build());
  }

  @Test
  void listsAndTheirValuesHaveLimitsToo() {
    SpendLimitRule rule = SpendLimitRule.builder().limit(BigDecimal.ONE).window(60).build();
    defaults().otel(Collections.nCopies(5, exporter())).build();
    SpendLimits.builder().rules(Collections.nCopies(20, rule)).build();
    OtelExporter.builder().url("https://a").headers(Map.of("a", "v".repeat(4_096))).build();

    assertRefused(
        defaults().otel(Collections.nCopies(6, exporter()))::build,
        "CreateGatewayRequest cannot be built: otel must have at most 5 items (had 6).");
    assertRefused(
        SpendLimits.builder().rules(Collections.nCopies(21, rule))::build,
        "SpendLimits cannot be built: rules must have at most 20 items (had 21).");
    assertRefused(
        OtelExporter.builder().url("https://a").headers(Map.of("a", "v".repeat(4_097)))::build,
        "OtelExporter cannot be built: headers.a must have at most 4096 characters (had 4097).");
  }

  private static OtelExporter exporter() {
    return OtelExporter.builder().url("https://a").headers(Map.of()).build();
  }

  private static CreateGatewayRequest.Builder defaults() {
    return CreateGatewayRequest.withDefaults().id("a");
  }

  private static void assertRefused(Runnable build, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, build::run).getMessage());
  }
}
