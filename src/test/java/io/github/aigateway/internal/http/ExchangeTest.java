package io.github.aigateway.internal.http;

import static io.github.aigateway.internal.http.HandAttempt.none;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.time.Clock;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** An attempt ends once, in time, and tells it to the one who waits. */
class ExchangeTest {

  private static final long ATTEMPT = 100;
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private final HandTime time = new HandTime();
  private Executor threads = Runnable::run;
  private final Clock clock = new Clock(time, task -> threads.execute(task));
  private final HandCall call = new HandCall(Effect.REPLACES, clock::isClosed);
  private int told;

  private Exchange<String, String> exchange(long callEnd) {
    TimeLimits limits = new TimeLimits(Duration.ofNanos(ATTEMPT), Duration.ZERO, callEnd);
    return new Exchange<>(HandAttempt.spec(call), clock, limits);
  }

  private Exchange<String, String> enqueued(long callEnd) {
    Exchange<String, String> exchange = exchange(callEnd);
    exchange.enqueue(() -> told++);
    return exchange;
  }

  @Test
  void codeOfTheCallersThatFailsBeforeThereIsARequestFailsTheAttempt() {
    IllegalStateException failed = new IllegalStateException("from a converter");
    call.failsBefore(failed);
    NoResponse<?> executed = none(exchange(FOREVER).execute());
    assertEquals(
        new NoResponse<>(Reason.HTTP_CLIENT, false, false, "from a converter", failed), executed);
    Exchange<String, String> exchange = enqueued(FOREVER);
    assertEquals(1, told);
    assertEquals(executed, exchange.outcome());
    assertFalse(exchange.giveUp());
    assertEquals(Effect.READS, exchange.effect());
    assertEquals(0, call.begun());
  }

  @Test
  void whatTheHttpClientThrowsAtOnceIsToldOnce() {
    IllegalStateException failed = new IllegalStateException("from a listener");
    call.whenBegun(
        () -> {
          throw failed;
        });
    Exchange<String, String> exchange = enqueued(FOREVER);
    assertEquals(1, told);
    assertSame(failed, none(exchange.outcome()).cause());
    assertFalse(exchange.giveUp());
  }

  @Test
  void aResponseIsToldOnceAndLeavesNoAlarm() {
    Exchange<String, String> exchange = enqueued(FOREVER);
    call.send();
    call.receive(200, "value");
    exchange.onResponse(call, Response.success("value"));
    exchange.onResponse(call, Response.success("late"));
    exchange.onFailure(call, new EOFException());
    time.passTo(ATTEMPT);
    assertEquals(1, told);
    assertEquals("value", assertInstanceOf(Understood.class, exchange.outcome()).value());
    assertEquals("", call.trace().received().head().text());
    assertTrue(exchange.outcome().mayHaveBeenApplied());
    assertFalse(call.responseIsClosed());
    assertFalse(exchange.giveUp());
  }

  @Test
  void aResponseThatBreaksOffIsClosed() {
    Exchange<String, String> exchange = enqueued(FOREVER);
    call.send();
    call.receive(200, "val");
    exchange.onFailure(call, new EOFException());
    assertTrue(call.responseIsClosed());
    assertEquals(1, told);
  }

  @Test
  void aListenerThatFailsWhenABrokenResponseIsClosedIsTheCause() {
    IllegalStateException failed = new IllegalStateException("from a listener");
    call.whenClosed(
        () -> {
          throw failed;
        });
    Exchange<String, String> exchange = enqueued(FOREVER);
    call.send();
    call.receive(200, "val");
    exchange.onFailure(call, new EOFException());
    assertEquals(1, told);
    assertSame(failed, none(exchange.outcome()).cause());
  }

  @Test
  void anAttemptEndsAtTheEndOfTheCall() {
    time.passTo(10);
    Exchange<String, String> exchange = enqueued(50);
    time.passTo(49);
    assertEquals(0, told);
    time.passTo(50);
    assertEquals(1, told);
    assertEquals(Reason.TIMEOUT, none(exchange.outcome()).reason());
  }

  @Test
  void anAttemptOnTheCallersThreadEndsAtTheEndOfTheCall() {
    time.passTo(10);
    call.whenBegun(
        () -> {
          call.send();
          time.passTo(50);
          throw new IOException("Canceled");
        });
    NoResponse<?> none = none(exchange(50).execute());
    assertEquals(Reason.TIMEOUT, none.reason());
    assertTrue(none.sent());
  }

  @Test
  void anAttemptThatWaitedForItsTurnHasItsTimeFromThenOn() {
    Exchange<String, String> exchange = enqueued(FOREVER);
    time.passTo(90);
    call.trace().begin(clock.nanos());
    time.passTo(100);
    time.passTo(189);
    assertEquals(0, told);
    time.passTo(190);
    assertEquals(1, told);
    assertTrue(call.trace().state().hasEnded());
    assertFalse(exchange.giveUp());
  }

  @Test
  void anAttemptThatWaitedForItsTurnEndsAtTheEndOfTheCallStill() {
    enqueued(150);
    time.passTo(90);
    call.trace().begin(clock.nanos());
    time.passTo(100);
    time.passTo(150);
    assertEquals(1, told);
  }

  @Test
  void anInterruptedThreadWasInterruptedThoughItsTimeIsOverToo() {
    call.whenBegun(
        () -> {
          call.send();
          Thread.currentThread().interrupt();
          time.passTo(ATTEMPT);
          throw new IOException("Canceled");
        });
    NoResponse<?> none = none(exchange(FOREVER).execute());
    assertTrue(Thread.interrupted());
    assertEquals(Reason.INTERRUPTED, none.reason());
    assertTrue(none.sent());
    assertFalse(none.temporary());
  }

  @Test
  void anAttemptThatIsGivenUpTellsNobody() throws Exception {
    Exchange<String, String> exchange = enqueued(FOREVER);
    assertTrue(exchange.giveUp());
    assertFalse(exchange.giveUp());
    exchange.onFailure(call, new IOException("Canceled"));
    clock.close();
    assertEquals(0, told);
    assertEquals(Reason.CANCELLED, none(exchange.outcome()).reason());
    call.cancelled().get(5, TimeUnit.SECONDS);
  }

  @Test
  void aClientThatIsClosedBeforeSendsNothing() {
    threads = task -> {}; // those that ring the clock's alarms come later
    clock.close();
    Exchange<String, String> exchange = enqueued(FOREVER);
    assertFalse(call.trace().begin(0));
    exchange.onFailure(call, new IOException("not begun"));
    assertEquals(1, told);
    assertEquals(Reason.CANCELLED, none(exchange.outcome()).reason());
  }

  @Test
  void aClientThatIsClosedWhileAnAttemptIsPreparedSendsNothing() {
    Exchange<String, String> exchange = enqueued(FOREVER);
    assertTrue(call.trace().begin(0));
    threads = task -> {}; // those that ring the clock's alarms come later
    clock.close();
    assertFalse(call.trace().send());
    exchange.onFailure(call, new IOException("not sent"));
    assertEquals(Reason.CANCELLED, none(exchange.outcome()).reason());
    assertFalse(none(exchange.outcome()).sent());
  }

  @Test
  void aClientThatIsClosedEndsWhatIsUnderWay() throws Exception {
    Exchange<String, String> exchange = enqueued(FOREVER);
    clock.close();
    assertEquals(1, told);
    assertEquals(Reason.CANCELLED, none(exchange.outcome()).reason());
    call.cancelled().get(5, TimeUnit.SECONDS);
  }

  @Test
  void anAttemptHasTheEffectOfItsRequest() {
    assertEquals(Effect.REPLACES, exchange(FOREVER).effect());
  }

  @Test
  void whatIsEndedLeavesTheClockNothingToWaitFor() {
    Exchange<String, String> one = enqueued(FOREVER);
    one.onFailure(call, new EOFException());
    enqueued(FOREVER).giveUp();
    Exchange<String, String> early = exchange(FOREVER);
    early.giveUp();
    early.enqueue(() -> told++);
    threads = task -> fail("an alarm rings");
    time.passTo(ATTEMPT);
    assertFalse(time.isToWake());
  }

  @Test
  void anAttemptThatWaitedHasTheClockWaitForItStill() {
    enqueued(FOREVER);
    time.passTo(ATTEMPT);
    assertTrue(time.isToWake());
  }

  @Test
  void anAttemptThatIsGivenUpEarlyIsNotBegun() {
    Exchange<String, String> exchange = exchange(FOREVER);
    assertTrue(exchange.giveUp());
    exchange.enqueue(() -> told++);
    assertEquals(0, call.begun());
    assertEquals(0, told);
  }

  @Test
  void aListenerThatFailsWhenACallIsCancelledIsALineOfTheLog() throws Exception {
    Logger logger = Logger.getLogger("io.github.aigateway");
    CompletableFuture<String> line = new CompletableFuture<>();
    Handler handler = firstLine(line);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      call.whenCancelled(
          () -> {
            throw new IllegalStateException("a secret");
          });
      enqueued(FOREVER).giveUp();
      assertEquals("java.lang.IllegalStateException", line.get(5, TimeUnit.SECONDS));
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  private static Handler firstLine(CompletableFuture<String> line) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        line.complete(String.valueOf(entry.getParameters()[0]));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
