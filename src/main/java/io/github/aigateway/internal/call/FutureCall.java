package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.time.Clock;
import java.time.Duration;

/** A call for a future: no thread waits for it. */
final class FutureCall<E, T> {

  private final CallRun<E, T> run;
  private final Clock clock;
  private final CallFuture<?> future;
  private final Conclusion<T, ?> conclusion;

  /**
   * Prepares a call.
   *
   * @param future ends the call if somebody else completes it
   * @param conclusion told how the call ended, unless the future was completed before
   */
  FutureCall(CallRun<E, T> run, Clock clock, CallFuture<?> future, Conclusion<T, ?> conclusion) {
    this.run = run;
    this.clock = clock;
    this.future = future;
    this.conclusion = conclusion;
  }

  /** Makes an attempt, unless the future is done or the client is closed. */
  void attempt() {
    try {
      if (future.isDone()) {
        return;
      }
      if (clock.isClosed()) {
        run.conclude(NoResponse.unsent(Reason.CANCELLED), conclusion);
        return;
      }
      Exchange<E, T> exchange = run.next();
      future.onStop(() -> giveUp(exchange));
      exchange.enqueue(() -> afterAttempt(exchange));
    } catch (Throwable defect) {
      future.fail(defect);
    }
  }

  private void giveUp(Exchange<E, T> exchange) {
    if (exchange.giveUp()) {
      run.ended(exchange.effect(), exchange.outcome());
    }
  }

  private void afterAttempt(Exchange<E, T> exchange) {
    try {
      Outcome<T> outcome = exchange.outcome();
      run.ended(exchange.effect(), outcome);
      Duration wait = run.waitAfter(exchange.effect(), outcome);
      if (wait == null) {
        run.conclude(outcome, conclusion);
      } else {
        // Set before the alarm is: the next attempt may begin at once, and sets its own.
        Clock.Alarm next = clock.prepare(this::attempt);
        future.onStop(next::stop);
        next.ringAfter(wait);
      }
    } catch (Throwable defect) {
      future.fail(defect);
    }
  }
}
