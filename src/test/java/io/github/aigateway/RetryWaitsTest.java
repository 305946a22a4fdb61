package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long the waits between attempts are, and who waits. */
@Tag("quick")
class RetryWaitsTest extends AgainstFake {

  private static final List<Duration> TWO_BACKOFFS =
      List.of(Duration.ofMillis(250), Duration.ofMillis(500));

  @ParameterizedTest
  @EnumSource
  void waitsGrowAndAreRandom(Style style) {
    fake.fail(Fault.status(500));
    assertAttempts(3, style, Calls.GET);
    assertEquals(TWO_BACKOFFS, time.waits());
  }

  @Test
  void theirChanceIsSpreadOverAllOfTheirBounds() {
    List<Double> chances =
        DoubleStream.generate(Timing.SYSTEM::random).limit(1000).boxed().sorted().toList();
    assertTrue(chances.get(0) >= 0 && chances.get(0) < 0.1, chances::toString);
    assertTrue(chances.get(999) > 0.9 && chances.get(999) < 1, chances::toString);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyButTheCallerWaitsOnAThread(Style style) {
    fake.fail(Fault.status(500));
    assertAttempts(3, style, Calls.GET);
    List<String> expected =
        style == Style.FUTURE
            ? List.of()
            : List.of(Thread.currentThread().getName(), Thread.currentThread().getName());
    assertEquals(expected, time.waitingThreads());
  }

  @ParameterizedTest
  @EnumSource
  void retryAfterIsObeyed(Style style) {
    fake.failNext(Fault.throttled("60"));
    fake.failNext(Fault.status(503).header("Retry-After", "0"));
    style.call(Calls.GET, gateways);
    assertEquals(List.of(Duration.ofSeconds(60), Duration.ZERO), time.waits());
  }

  @Test
  void retryAfterMayBeADate() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ManualTiming.NOW.plusSeconds(42).atOffset(ZoneOffset.UTC));
    fake.failNext(Fault.throttled(date));
    gateways.get(Calls.ID);
    assertEquals(List.of(Duration.ofSeconds(42)), time.waits());
  }

  @Test
  void theWaitOfTheEdgeIsObeyed() {
    fake.failNext(Fault.body(429, "{\"error_code\": 1015, \"retry_after\": 30}"));
    gateways.get(Calls.ID);
    assertEquals(List.of(Duration.ofSeconds(30)), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void aWaitThatIsTooLongIsTheReasonInTheMessage(Style style) {
    fake.fail(Fault.throttled("3600"));
    RateLimitException error = failure(RateLimitException.class, style, Calls.UPDATE);
    assertEquals(
        "updateGateway of 'existing' failed with status 429 (account "
            + fake.accountId()
            + ", request 0000000000000001-FAK): 971 Please wait and consider throttling your"
            + " request speed; not retried, since Retry-After of 1 h is more than maxRetryAfter"
            + " (60 s).",
        error.getMessage());
    assertEquals(Calls.ID, error.gatewayId());
    assertEquals(fake.accountId(), error.accountId());
  }

  @Test
  void howLongAWaitIsAcceptedCanBeSet() {
    try (AiGatewayClient impatient = builder().maxRetryAfter(Duration.ofSeconds(10)).build()) {
      for (Gateways theirs :
          List.of(
              impatient.gateways(),
              impatient.gateways().with(RequestOptions.builder().maxRetries(1).build()))) {
        time.clearWaits();
        fake.failNext(Fault.throttled("10"));
        theirs.get(Calls.ID);
        fake.failNext(Fault.throttled("11"));
        assertThrows(RateLimitException.class, () -> theirs.get(Calls.ID));
        assertEquals(List.of(Duration.ofSeconds(10)), time.waits());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWaitThatWouldPassTheCallTimeoutIsNotBegun(Style style) {
    fake.fail(Fault.throttled("50"));
    assertAttempts(3, style, Calls.GET);
    time.clearWaits();
    fake.clearRequests();
    RequestOptions hurried = RequestOptions.builder().callTimeout(Duration.ofSeconds(100)).build();
    RateLimitException error =
        assertThrows(RateLimitException.class, () -> style.call(Calls.GET, gateways.with(hurried)));
    assertEquals(Duration.ofSeconds(50), error.retryAfter());
    assertEquals(2, error.attempts());
    assertEquals(2, fake.requestCount());
    assertEquals(List.of(Duration.ofSeconds(50)), time.waits());
  }
}
