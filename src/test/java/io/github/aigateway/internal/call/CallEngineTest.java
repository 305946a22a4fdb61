package io.github.aigateway.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Envelope;
import io.github.aigateway.internal.http.HandCall;
import io.github.aigateway.internal.http.HandTime;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.RequestSettings;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.internal.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A call is its attempts and the waits between them, on the caller's thread or for a future. */
class CallEngineTest {

  /** What is concluded of a call. */
  private record Concluded(Outcome<String> outcome, Progress progress) {}

  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(15);
  private static final Duration BACKOFF = Duration.ofMillis(250);

  private final HandTime time = new HandTime();
  private final Clock clock = new Clock(time, Runnable::run);
  private final CallFuture<Concluded> future = new CallFuture<>();
  private HandCall call = new HandCall(Effect.REPLACES, clock::isClosed);

  private final RequestSettings request =
      new RequestSettings(Duration.ofSeconds(5), Map.of(), Map.of());
  private final CallEngine engine =
      new CallEngine(
          new CallSettings(request, ATTEMPT, CALL, 2, Duration.ofMinutes(1)), clock, null);

  private Plan<String> plan() {
    Subject subject = new Subject("get", null, null);
    return Plan.of(new CallSpec<>(subject, call, body -> new Envelope<>(true, body)));
  }

  private Concluded executed() {
    return engine.execute(plan(), (subject, outcome, progress) -> new Concluded(outcome, progress));
  }

  private void start() {
    engine.start(
        plan(),
        future,
        (subject, outcome, progress) -> {
          future.succeed(new Concluded(outcome, progress));
          return future;
        });
  }

  /** What the future was completed by; it never has to be waited for. */
  private Concluded concluded() {
    assertTrue(future.isDone());
    return future.join();
  }

  private void succeeds() {
    call.whenBegun(
        () -> {
          call.send();
          call.receive(200, "");
        });
  }

  private void failsOnce() {
    call.whenBegun(
        () -> {
          call.begin();
          succeeds();
          throw new IOException("refused");
        });
  }

  private void failsAlways(boolean sent) {
    call.whenBegun(
        () -> {
          call.begin();
          if (sent) {
            call.send();
          }
          throw new IOException("refused");
        });
  }

  @Test
  void aCallEndsWithItsFirstResponse() {
    succeeds();
    Concluded concluded = executed();
    assertEquals("value", assertInstanceOf(Understood.class, concluded.outcome).value());
    assertEquals(new Progress(1, true, CALL, null), concluded.progress);
    assertEquals(List.of(), time.waits());
  }

  @Test
  void whatPassesIsAttemptedAgainAfterAWait() {
    failsOnce();
    Concluded concluded = executed();
    assertInstanceOf(Understood.class, concluded.outcome);
    assertEquals(List.of(BACKOFF), time.waits());
    assertEquals(new Progress(2, true, CALL.minus(BACKOFF), null), concluded.progress);
  }

  @Test
  void aCallEndsWithItsLastAttempt() {
    failsAlways(false);
    Concluded concluded = executed();
    assertReason(Reason.CONNECT, concluded.outcome);
    assertEquals(List.of(BACKOFF, BACKOFF.multipliedBy(2)), time.waits());
    assertEquals(3, concluded.progress.attempts());
    assertFalse(concluded.progress.mayHaveBeenApplied());
  }

  @Test
  void whatOneAttemptMayHaveChangedIsNotForgotten() {
    call.whenBegun(
        () -> {
          call.send();
          failsAlways(false);
          throw new IOException("reset");
        });
    assertTrue(executed().progress.mayHaveBeenApplied());
    call = new HandCall(Effect.READS, clock::isClosed);
    failsAlways(true);
    assertFalse(executed().progress.mayHaveBeenApplied());
  }

  @Test
  void anAttemptHasItsTimeAndTheCallHasIts() {
    call.whenBegun(
        () -> {
          call.begin();
          time.passTo(time.nanoTime() + ATTEMPT.toNanos());
          throw new IOException("Canceled");
        });
    Concluded concluded = executed();
    assertReason(Reason.TIMEOUT, concluded.outcome);
    // The second had what was left of the call, which was less than an attempt may take.
    assertEquals(2, concluded.progress.attempts());
    assertTrue(concluded.progress.timeLeft().isNegative());
  }

  @Test
  void aThreadThatIsInterruptedBeginsNoAttempt() {
    Thread.currentThread().interrupt();
    Concluded concluded = executed();
    assertTrue(Thread.interrupted());
    assertEquals(NoResponse.unsent(Reason.INTERRUPTED), concluded.outcome);
    assertEquals(0, concluded.progress.attempts());
    assertEquals(0, call.begun());
  }

  @Test
  void aThreadThatIsInterruptedWhileItWaitsStaysInterrupted() {
    failsOnce();
    time.whileAThreadSleeps(
        () -> {
          throw new InterruptedException();
        });
    Concluded concluded = executed();
    assertTrue(Thread.interrupted());
    assertReason(Reason.INTERRUPTED, concluded.outcome);
    assertEquals(1, call.begun());
  }

  @Test
  void aClientThatIsClosedWhileAThreadWaitsBeginsNoAttempt() {
    failsOnce();
    time.whileAThreadSleeps(clock::close);
    Concluded concluded = executed();
    assertReason(Reason.CANCELLED, concluded.outcome);
    assertEquals(1, concluded.progress.attempts());
    assertEquals(1, call.begun());
  }

  @Test
  void anErrorOfTheJvmIsThrownAsItIs() {
    OutOfMemoryError full = new OutOfMemoryError();
    call.whenBegun(
        () -> {
          throw full;
        });
    assertSame(full, assertThrows(OutOfMemoryError.class, this::executed));
    start();
    assertSame(full, assertThrows(CompletionException.class, this::concluded).getCause());
  }

  @Test
  void aConclusionThatFailsFailsTheFuture() {
    IllegalStateException failed = new IllegalStateException();
    Conclusion<String, String> failing =
        (subject, outcome, progress) -> {
          throw failed;
        };
    engine.start(plan(), future, failing);
    call.respond("value");
    assertSame(failed, assertThrows(CompletionException.class, this::concluded).getCause());
    clock.close();
    CallFuture<Concluded> late = new CallFuture<>();
    engine.start(plan(), late, failing);
    assertTrue(late.isCompletedExceptionally());
  }

  @Test
  void aClosedClientBeginsNoCall() {
    engine.requireOpen();
    clock.close();
    assertEquals(
        "This client is closed.",
        assertThrows(IllegalStateException.class, engine::requireOpen).getMessage());
    start();
    assertEquals(NoResponse.unsent(Reason.CANCELLED), concluded().outcome);
    assertEquals(0, call.begun());
  }

  @Test
  void aFutureIsCompletedByItsResponse() {
    start();
    assertFalse(future.isDone());
    call.respond("value");
    assertInstanceOf(Understood.class, concluded().outcome);
    assertEquals(new Progress(1, true, CALL, null), concluded().progress);
  }

  @Test
  void aFutureWaitsWithoutAThreadBetweenItsAttempts() {
    failsAlways(false);
    start();
    assertEquals(List.of(BACKOFF), time.waits());
    assertEquals(1, call.begun());
    call.whenBegun(() -> {});
    time.endWait();
    assertEquals(2, call.begun());
    call.respond("value");
    assertEquals(2, concluded().progress.attempts());
  }

  @Test
  void aFutureThatIsCancelledEndsItsAttempt() throws Exception {
    start();
    assertTrue(future.cancel(true));
    call.cancelled().get(5, TimeUnit.SECONDS);
    call.respond("late");
    assertThrows(CancellationException.class, this::concluded);
  }

  @Test
  void aFutureThatIsCancelledEndsItsWait() {
    failsAlways(false);
    start();
    assertTrue(future.cancel(true));
    assertTrue(time.lastWait().isCancelled());
    time.endWait();
    assertEquals(1, call.begun());
  }

  @Test
  void aFutureThatIsDoneBeginsNoAttempt() {
    future.complete(new Concluded(NoResponse.unsent(Reason.CANCELLED), null));
    start();
    assertEquals(0, call.begun());
  }

  @Test
  void aClientThatIsClosedEndsTheWaitsOfFutures() {
    failsAlways(false);
    start();
    clock.close();
    assertReason(Reason.CANCELLED, concluded().outcome);
    assertEquals(1, concluded().progress.attempts());
    assertEquals(1, call.begun());
  }

  private static void assertReason(Reason reason, Outcome<String> outcome) {
    assertEquals(reason, assertInstanceOf(NoResponse.class, outcome).reason());
  }
}
