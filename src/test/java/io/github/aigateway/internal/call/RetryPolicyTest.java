package io.github.aigateway.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.ErrorBody;
import io.github.aigateway.internal.http.Evidence;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.RequestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be sent again, and how long to wait before. */
class RetryPolicyTest {

  private static final Progress FIRST = new Progress(1, false, Duration.ofHours(1), null);

  private final RetryPolicy policy =
      new RetryPolicy(2, Duration.ofSeconds(60), Duration.ofSeconds(120));

  @Test
  void theLongestWaitIsSetWithoutAnythingElse() {
    Duration second = Duration.ofSeconds(1);
    RequestSettings request = new RequestSettings(second, Map.of(), Map.of());
    CallSettings settings = new CallSettings(request, second, second, 2, second);
    assertEquals(Duration.ZERO, settings.withMaxRetryAfter(Duration.ZERO).maxRetryAfter());
    assertEquals(settings, settings.withMaxRetryAfter(Duration.ZERO).withMaxRetryAfter(second));
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, false, true, true",
    "CONNECTION_LOST, true, true, false",
    "PROTOCOL, true, true, false",
    "TIMEOUT, true, true, false",
    "TIMEOUT, false, true, true"
  })
  void withoutAResponseACreateIsRepeatedOnlyIfItWasNotSent(
      Reason reason, boolean sent, boolean others, boolean create) {
    Outcome<Object> outcome = new NoResponse<>(reason, sent, true, null, null);
    assertEquals(others, repeats(Effect.READS, outcome));
    assertEquals(others, repeats(Effect.REPLACES, outcome));
    assertEquals(create, repeats(Effect.CREATES, outcome));
  }

  @ParameterizedTest
  @CsvSource({"CANCELLED", "INTERRUPTED", "CREDENTIALS", "HTTP_CLIENT", "CONNECT"})
  void whatDoesNotPassIsNotRepeated(Reason reason) {
    for (Effect effect : Effect.values()) {
      assertNull(wait(effect, new NoResponse<>(reason, false, false, null, null), FIRST));
    }
  }

  @Test
  void statusesThatPassAreRepeated() {
    List<Integer> passing =
        IntStream.range(100, 600)
            .filter(status -> repeats(Effect.READS, refused(status, null, null)))
            .boxed()
            .toList();
    assertEquals(
        List.of(
            408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530),
        passing);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATES, 429, , true",
    "CREATES, 503, , false",
    "CREATES, 503, true, false",
    "CREATES, 429, false, false",
    "REPLACES, 409, true, true",
    "REPLACES, 503, false, false",
    "REPLACES, 409, perhaps, false",
    "READS, 200, true, true"
  })
  void theServersWordCountsMoreThanTheStatusButForACreate(
      Effect effect, int status, @Nullable String shouldRetry, boolean repeated) {
    assertEquals(repeated, repeats(effect, refused(status, shouldRetry, null)));
  }

  @Test
  void aCreateThatMayHaveBeenAppliedIsNotRepeatedWhateverTheStatus() {
    Outcome<Object> unsettled =
        new Refused<>(
            new Evidence(429, null, null, ""), Headers.of(), ErrorBody.decode(""), true, null);
    assertNull(wait(Effect.CREATES, unsettled, FIRST));
    assertNotNull(wait(Effect.REPLACES, unsettled, FIRST));
  }

  @Test
  void whatCanBeSentOnceIsRepeatedOnlyIfItWasNotSent() {
    for (int status : List.of(429, 503)) {
      assertStops("the request must not be sent twice", refused(status, null, null));
    }
    Outcome<Object> lost = new NoResponse<>(Reason.TIMEOUT, true, true, null, null);
    assertStops("the request must not be sent twice", lost);
    assertNotNull(
        wait(Effect.ONCE, new NoResponse<>(Reason.CONNECT, false, true, null, null), FIRST));
  }

  private void assertStops(String why, Outcome<Object> outcome) {
    assertStops(why, Effect.ONCE, outcome, FIRST);
  }

  @Test
  void aResponseThatMakesNoSenseIsNotRepeated() {
    assertNull(
        wait(Effect.READS, new Invalid<>(new Evidence(200, null, null, ""), "odd", null), FIRST));
  }

  @Test
  void thereAreOnlySoManyRetries() {
    assertNotNull(wait(Effect.READS, throttled(null), progress(2, 3600)));
    assertNull(wait(Effect.READS, throttled(null), progress(3, 3600)));
  }

  @Test
  void waitsDoubleUpToABoundAndAreRandom() {
    RetryPolicy patient = new RetryPolicy(1_000, Duration.ZERO, Duration.ZERO);
    List<Duration> waits =
        IntStream.of(1, 2, 3, 4, 5, 6, 1_000)
            .mapToObj(
                i -> delay(patient.after(Effect.READS, throttled(null), progress(i, 3600), 0.5)))
            .toList();
    assertEquals(
        List.of(
            millis(250),
            millis(500),
            millis(1000),
            millis(2000),
            millis(4000),
            millis(4000),
            millis(4000)),
        waits);
    assertEquals(Duration.ZERO, delay(patient.after(Effect.READS, throttled(null), FIRST, 0)));
  }

  @Test
  void theWaitThatTheServerAsksForIsTakenUpToALimit() {
    Duration minute = Duration.ofSeconds(60);
    assertEquals(minute, wait(Effect.CREATES, throttled(minute), FIRST));
    assertNull(wait(Effect.CREATES, throttled(minute.plusNanos(1)), FIRST));
  }

  @Test
  void aWaitThatWouldPassTheEndOfTheCallIsNotBegun() {
    Duration wait = Duration.ofSeconds(7);
    assertNull(wait(Effect.READS, throttled(wait), progress(1, 7)));
    assertEquals(wait, wait(Effect.READS, throttled(wait), progress(1, 8)));
    assertNull(wait(Effect.READS, throttled(Duration.ZERO), progress(1, -1)));
  }

  @Test
  void itSaysWhyARetryThatMightHelpIsNotMade() {
    Progress started = progress(1, 7);
    assertStops(null, Effect.READS, refused(404, null, null), started);
    assertStops("maxRetries is 2", Effect.READS, throttled(null), progress(3, 7));
    assertStops(
        "Retry-After of 1 h is more than maxRetryAfter (60 s)",
        Effect.READS,
        throttled(Duration.ofHours(1)),
        started);
    assertStops(
        "a wait of 8 s is more than what is left of callTimeout (120 s)",
        Effect.READS,
        throttled(Duration.ofSeconds(8)),
        started);
    assertStops("callTimeout (120 s) is over", Effect.READS, throttled(null), progress(1, 0));
    assertStops(
        "the API says not to retry (x-should-retry)",
        Effect.READS,
        refused(503, "false", null),
        started);
    String twice = "the request must not be sent twice";
    assertStops(twice, Effect.CREATES, refused(503, null, null), started);
    assertStops(
        twice, Effect.CREATES, new NoResponse<>(Reason.TIMEOUT, true, true, null, null), started);
    assertStops(null, Effect.CREATES, refused(409, "true", null), started);
  }

  private boolean repeats(Effect effect, Outcome<Object> outcome) {
    return wait(effect, outcome, FIRST) != null;
  }

  private @Nullable Duration wait(Effect effect, Outcome<Object> outcome, Progress progress) {
    return delay(policy.after(effect, outcome, progress, 0.5));
  }

  private static @Nullable Duration delay(Decision decision) {
    return decision instanceof Decision.Retry retry ? retry.delay() : null;
  }

  private void assertStops(
      @Nullable String why, Effect effect, Outcome<Object> outcome, Progress progress) {
    assertEquals(new Decision.Stop(why), policy.after(effect, outcome, progress, 0.5));
  }

  private static Progress progress(int attempts, int secondsLeft) {
    return new Progress(attempts, false, Duration.ofSeconds(secondsLeft), null);
  }

  private static Outcome<Object> throttled(@Nullable Duration retryAfter) {
    return refused(429, null, retryAfter);
  }

  private static Outcome<Object> refused(
      int status, @Nullable String shouldRetry, @Nullable Duration retryAfter) {
    Headers headers =
        shouldRetry == null ? Headers.of() : Headers.of("x-should-retry", shouldRetry);
    Evidence evidence = new Evidence(status, null, retryAfter, "");
    return new Refused<>(evidence, headers, ErrorBody.decode(""), false, null);
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}
