package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call ends when its time is over, its client closed or its thread interrupted, and says so. */
class EndedFromOutsideTest extends AgainstFake {

  /** Long enough for anything that takes milliseconds. */
  private static final long MOST_MILLIS = 1_900;

  private final PassingTime passing = new PassingTime();
  private final AtomicInteger cancelled = new AtomicInteger();
  private final OkHttpClient callers =
      new OkHttpClient.Builder()
          .dispatcher(oneAtATime())
          .eventListener(
              new EventListener() {
                @Override
                public void canceled(Call call) {
                  cancelled.incrementAndGet();
                }
              })
          .build();
  private final AiGatewayClient closing =
      builder().timing(passing).httpClient(callers).maxRetries(1).build();
  private final Gateways slow = closing.gateways();

  private static Dispatcher oneAtATime() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(1);
    return dispatcher;
  }

  @AfterEach
  void close() {
    closing.close();
    callers.dispatcher().executorService().shutdown();
  }

  @Test
  void aTryEndsWhenItsTimeIsOver() {
    fake.failNext(Fault.noResponse());
    CompletableFuture<?> future = slow.async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    passing.pass(Duration.ofSeconds(29));
    assertEquals(1, passing.waitingCount());
    passing.pass(Duration.ofSeconds(1));
    await(() -> passing.waitingCount() == 1);
    passing.pass(Duration.ofMillis(500));
    await(future::isDone);
    assertEquals(2, fake.requestCount());
  }

  @Test
  void theLastTryEndsWithTheCall() {
    fake.fail(Fault.noResponse());
    RequestOptions hurried = RequestOptions.builder().callTimeout(Duration.ofSeconds(5)).build();
    CompletableFuture<?> future = slow.with(hurried).async().update(Calls.ID, Calls.SETTINGS);
    await(() -> fake.requestCount() == 1);
    passing.pass(Duration.ofSeconds(5));
    assertEnds(future, Reason.TIMEOUT, true, 1);
  }

  @Test
  void whatWaitsForItsTurnEndsWithItsTime() {
    CompletableFuture<?> queued = behindAnother();
    passing.pass(Duration.ofMinutes(2));
    assertEnds(queued, Reason.TIMEOUT, false, 1);
  }

  @Test
  void whatWaitsForItsTurnEndsWithTheClient() {
    CompletableFuture<?> queued = behindAnother();
    closing.close();
    assertEnds(queued, Reason.CANCELLED, false, 1);
    assertFalse(callers.dispatcher().executorService().isShutdown());
  }

  @Test
  void aCallThatIsUnderWayEndsWithItsClientAndNoOtherDoes() {
    fake.fail(Fault.noResponse());
    CompletableFuture<?> future = slow.async().update(Calls.ID, Calls.SETTINGS);
    await(() -> fake.requestCount() == 1);
    builder().httpClient(callers).build().close();
    assertEquals(0, cancelled.get());
    closing.close();
    assertEnds(future, Reason.CANCELLED, true, 1);
  }

  @Test
  void aWaitBetweenTriesEndsWithTheClient() {
    fake.fail(Fault.throttled("5"));
    CompletableFuture<?> future = slow.async().update(Calls.ID, Calls.SETTINGS);
    await(() -> passing.waitingCount() == 2);
    closing.close();
    assertEnds(future, Reason.CANCELLED, false, 1);
    assertEquals(1, fake.requestCount());
  }

  @Test
  void aThreadThatWaitsGoesOnWhenTheClientIsClosed() {
    fake.fail(Fault.status(503));
    passing.whileAThreadSleeps(
        until -> {
          closing.close();
          until.await();
        });
    assertEnds(assertThrows(TransportException.class, this::update), Reason.CANCELLED, true, 1);
  }

  @Test
  void aThreadThatIsInterruptedBetweenTriesGoesOn() {
    fake.fail(Fault.throttled("5"));
    passing.whileAThreadSleeps(
        until -> {
          throw new InterruptedException();
        });
    TransportException error = assertThrows(TransportException.class, this::update);
    assertTrue(Thread.interrupted());
    assertEnds(error, Reason.INTERRUPTED, false, 1);
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    Thread.currentThread().interrupt();
    TransportException error = assertThrows(TransportException.class, this::update);
    assertTrue(Thread.interrupted());
    assertEnds(error, Reason.INTERRUPTED, false, 0);
    assertEquals(0, fake.requestCount());
  }

  @Test
  void anInterruptEndsATryUnderWay() {
    fake.fail(Fault.noResponse());
    for (AiGatewayClient each : new AiGatewayClient[] {client, closing}) {
      fake.clearRequests();
      CompletableFuture<Object> outcome = new CompletableFuture<>();
      Thread thread =
          new Thread(() -> outcome.complete(each.gateways().tryUpdate(Calls.ID, Calls.SETTINGS)));
      thread.start();
      await(() -> fake.requestCount() == 1);
      thread.interrupt();
      await(outcome::isDone);
      Result.Err<?> err = assertInstanceOf(Result.Err.class, outcome.join());
      assertEnds(err.error(), Reason.INTERRUPTED, true, 1);
    }
  }

  @Test
  void closingEndsATryOfAThread() {
    fake.fail(Fault.noResponse());
    CompletableFuture<?> outcome =
        CompletableFuture.supplyAsync(() -> slow.update(Calls.ID, Calls.SETTINGS));
    await(() -> fake.requestCount() == 1);
    closing.close();
    assertEnds(outcome, Reason.CANCELLED, true, 1);
  }

  @Test
  void endingAFutureEndsItsCall() {
    fake.fail(Fault.noResponse());
    CompletableFuture<?> future = slow.async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    future.cancel(true);
    await(() -> callers.dispatcher().runningCallsCount() == 0);
    CompletableFuture<?> edit = slow.async().edit(Calls.ID, update -> update.cacheTtl(1));
    await(() -> fake.requestCount() == 2);
    edit.cancel(true);
    await(() -> callers.dispatcher().runningCallsCount() == 0);
  }

  @Test
  void aFutureThatEndedBetweenTriesSendsNothingMore() {
    fake.failNext(Fault.throttled("5"));
    CompletableFuture<?> future = slow.async().get(Calls.ID);
    await(() -> passing.waitingCount() == 2);
    future.cancel(true);
    passing.pass(Duration.ofSeconds(5));
    await(() -> callers.dispatcher().runningCallsCount() == 0);
    assertEquals(1, fake.requestCount());
  }

  @Test
  void aCallThatEndedKeepsNoAlarm() {
    gateways.get(Calls.ID);
    gateways.tryGet("missing");
    gateways.async().get(Calls.ID).join();
    fake.failNext(Fault.disconnectBeforeResponse());
    gateways.async().get(Calls.ID).join();
    fake.failNext(Fault.htmlPage(200));
    gateways.tryGet(Calls.ID);
    assertFalse(time.wakesForMore());
  }

  @Test
  void aTryThatIsEndedKeepsNoAlarmAndIsALineOfTheLog() {
    fake.fail(Fault.noResponse());
    LogCapture log = LogCapture.start(Level.FINE);
    try {
      CompletableFuture<?> future = gateways.async().get(Calls.ID);
      await(() -> fake.requestCount() == 1);
      future.cancel(true);
      await(() -> log.lines().stream().anyMatch(line -> line.contains("getGateway, attempt 1")));
      assertFalse(time.wakesForMore());
    } finally {
      log.close();
    }
  }

  @Test
  void aClosedClientLeavesNoAlarm() {
    slow.get(Calls.ID);
    assertEquals(1, passing.waitingCount());
    closing.close();
    assertEquals(0, passing.waitingCount());
  }

  /** A future that waits until another, which never ends, has had its turn. */
  private CompletableFuture<?> behindAnother() {
    fake.fail(Fault.noResponse());
    AiGatewayClient other = builder().httpClient(callers).build();
    CompletableFuture<?> first = other.gateways().async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    CompletableFuture<?> queued = slow.async().update(Calls.ID, Calls.SETTINGS);
    assertFalse(queued.isDone() || first.isDone());
    return queued;
  }

  private Object update() {
    return slow.update(Calls.ID, Calls.SETTINGS);
  }

  private static void assertEnds(
      CompletableFuture<?> future, Reason reason, boolean mayHaveBeenApplied, int attempts) {
    ExecutionException failed =
        assertThrows(
            ExecutionException.class, () -> future.get(MOST_MILLIS, TimeUnit.MILLISECONDS));
    assertEnds(failed.getCause(), reason, mayHaveBeenApplied, attempts);
  }

  private static void assertEnds(
      Throwable failure, Reason reason, boolean mayHaveBeenApplied, int attempts) {
    TransportException error = assertInstanceOf(TransportException.class, failure);
    assertEquals(reason, error.reason());
    assertEquals(mayHaveBeenApplied, error.mayHaveBeenApplied());
    assertEquals(attempts, error.attempts());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen");
      Thread.onSpinWait();
    }
  }
}
