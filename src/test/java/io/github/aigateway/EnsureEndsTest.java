package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static io.github.aigateway.EnsureStep.WANTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An ensure ends at once, in any of its requests and between them, and sends nothing more. */
class EnsureEndsTest extends AgainstFake {

  private final OkHttpClient http = new OkHttpClient();
  private final AiGatewayClient observed =
      builder().httpClient(http).attemptTimeout(Duration.ofHours(2)).build();
  private final Gateways ensuring = observed.gateways();

  @AfterEach
  void closeObserved() {
    observed.close();
  }

  static Stream<Arguments> steps() {
    return Arrays.stream(EnsureStep.values())
        .flatMap(step -> Arrays.stream(Style.values()).map(style -> Arguments.of(step, style)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whenTheTimeOfTheCallIsOver(EnsureStep step, Style style) {
    CompletableFuture<Object> call = begin(step, style);
    time.pass(Duration.ofHours(1));
    assertEnds(Reason.TIMEOUT, step, call);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whenTheClientIsClosed(EnsureStep step, Style style) {
    CompletableFuture<Object> call = begin(step, style);
    observed.close();
    assertEnds(Reason.CANCELLED, step, call);
  }

  @ParameterizedTest
  @EnumSource
  void whenItsThreadIsInterrupted(EnsureStep step) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    step.fail(fake, Fault.noResponse());
    CompletableFuture<Object> call =
        InRealTime.beside(
            () -> {
              thread.set(Thread.currentThread());
              try {
                return ensuring.ensure(WANTED);
              } finally {
                assertTrue(Thread.currentThread().isInterrupted());
              }
            });
    await(() -> fake.requestCount() == step.requests());
    thread.get().interrupt();
    assertEnds(Reason.INTERRUPTED, step, call);
  }

  @ParameterizedTest
  @EnumSource
  void whenItsFutureIsCancelled(EnsureStep step) {
    step.fail(fake, Fault.noResponse());
    CompletableFuture<Ensured> future = ensuring.async().ensure(WANTED);
    await(() -> fake.requestCount() == step.requests());
    assertTrue(future.cancel(true));
    assertNothingFollows(step.requests());
  }

  @Test
  void whenItsFutureIsCancelledBetweenTwoLooks() {
    CompletableFuture<Ensured> future = betweenTwoLooks(Style.FUTURE);
    assertTrue(future.cancel(true));
    time.pass(Duration.ofSeconds(1));
    assertNothingFollows(3);
  }

  @ParameterizedTest
  @EnumSource
  void whenTheClientIsClosedBetweenTwoLooks(Style style) {
    CompletableFuture<Ensured> call = betweenTwoLooks(style);
    observed.close();
    TransportException error = InRealTime.ends(Reason.CANCELLED, call);
    assertEquals("getGateway", error.operation());
    assertTrue(error.mayHaveBeenApplied());
    assertNothingFollows(3);
  }

  private CompletableFuture<Ensured> betweenTwoLooks(Style style) {
    time.holdWaits();
    EnsureStep.CREATE.fail(fake, Fault.status(504));
    CompletableFuture<Ensured> call = start(style);
    await(() -> time.waits().size() == 1);
    assertEquals(3, fake.requestCount());
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void noWaitIsBegunThatTheTimeOfTheCallDoesNotAllow(Style style) {
    EnsureStep.CREATE.fail(fake, Fault.status(504));
    Gateways hurried = hurried(Duration.ofMillis(300));
    ServerException error =
        assertThrows(ServerException.class, () -> EnsureTest.ensure(style, hurried, WANTED));
    // Of the waits of 250 and 500 ms there is time for the first.
    assertEquals(4, error.attempts());
    assertEquals("createGateway", error.operation());
  }

  @ParameterizedTest
  @EnumSource
  void oneCallTimeoutSpansAllRequests(Style style) {
    fake.fail(Fault.status(503).header("Retry-After", "40")).on(Operation.UPDATE);
    fake.failNext(Fault.status(503).header("Retry-After", "30")).on(Operation.GET);
    Gateways minute = hurried(Duration.ofMinutes(1));
    ServerException error =
        assertThrows(ServerException.class, () -> EnsureTest.ensure(style, minute, WANTED));
    // 30 of 60 seconds were left when the update would have waited for 40.
    assertEquals(3, error.attempts());
    assertEquals("updateGateway", error.operation());
  }

  private Gateways hurried(Duration callTimeout) {
    return ensuring.with(RequestOptions.builder().callTimeout(callTimeout).build());
  }

  private CompletableFuture<Object> begin(EnsureStep step, Style style) {
    step.fail(fake, Fault.noResponse());
    CompletableFuture<Object> call = start(style).thenApply(ensured -> ensured);
    await(() -> fake.requestCount() == step.requests());
    return call;
  }

  private CompletableFuture<Ensured> start(Style style) {
    return style == Style.FUTURE
        ? ensuring.async().ensure(WANTED)
        : InRealTime.beside(() -> EnsureTest.ensure(style, ensuring, WANTED))
            .thenApply(Ensured.class::cast);
  }

  private void assertEnds(Reason reason, EnsureStep step, CompletableFuture<?> call) {
    TransportException error = InRealTime.ends(reason, call);
    assertEquals(step.operation(), error.operation());
    assertEquals(step.requests(), error.attempts());
    assertEquals(step.changes(), error.mayHaveBeenApplied());
    assertNothingFollows(step.requests());
  }

  private void assertNothingFollows(int requests) {
    await(() -> http.dispatcher().runningCallsCount() == 0);
    assertEquals(requests, fake.requestCount());
  }
}
