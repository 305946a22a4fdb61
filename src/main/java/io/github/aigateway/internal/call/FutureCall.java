package io.github.aigateway.internal.call;

import io.github.aigateway.internal.call.Decision.Retry;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Threads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call for a future: no thread waits for it. */
final class FutureCall<V> {

  /** How long an observer may take when the time of the call is over. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final CallRun run;
  private final Clock clock;
  private final CallFuture<?> future;
  private final Conclusion<V, ?> conclusion;

  /**
   * Prepares a call.
   *
   * @param future ends the call if somebody else completes it
   * @param conclusion completes the future, unless it is complete
   */
  FutureCall(CallRun run, Clock clock, CallFuture<?> future, Conclusion<V, ?> conclusion) {
    this.run = run;
    this.clock = clock;
    this.future = future;
    this.conclusion = conclusion;
  }

  /** Goes on with a step, and with those that follow it without a wait. */
  void follow(Step<V> first) {
    try {
      @Nullable Step<V> step = first;
      while (step != null) {
        if (future.isDone()) {
          run.tellGivenUp();
          return;
        }
        step = next(step);
      }
    } catch (Throwable defect) {
      fail(defect);
    }
  }

  /** Does a step; null if what follows it comes later. */
  private @Nullable Step<V> next(Step<V> step) {
    if (step instanceof Step.Send<?, V> send) {
      run.begin();
      attempt(send);
      return null;
    }
    if (step instanceof Step.Again<V> again) {
      Duration wait = run.waitAgain(again.retry());
      if (wait == null) {
        return again.otherwise();
      }
      if (wait.isZero()) {
        return again.then();
      }
      later(() -> follow(again.then()), wait);
      return null;
    }
    if (step instanceof Step.Work<V> work) {
      return callers(() -> run.work(work), () -> endBefore(work));
    }
    conclude((Step.End<V>) step);
    return null;
  }

  private <T> void attempt(Step.Send<T, V> send) {
    attempt(send, send.spec());
  }

  /** Makes an attempt, unless the future is done or the client is closed. */
  private <E, T> void attempt(Step.Send<T, V> send, CallSpec<E, T> spec) {
    if (future.isDone()) {
      run.tellGivenUp();
      return;
    }
    if (clock.isClosed()) {
      follow(send.then().apply(NoResponse.unsent(Reason.CANCELLED)));
      return;
    }
    // A retry may run a converter of the caller's, which may block here, on nobody's thread.
    Exchange<E, T> exchange =
        run.isRetrying() ? callers(() -> run.next(spec), () -> endBefore(send)) : run.next(spec);
    future.onStop(() -> giveUp(exchange, send));
    exchange.enqueue(() -> afterAttempt(exchange, send));
  }

  private <T> void giveUp(Exchange<?, T> exchange, Step.Send<T, V> send) {
    if (exchange.giveUp()) {
      Outcome<T> outcome = exchange.outcome();
      Decision decision = run.ended(exchange.effect(), outcome);
      if (run.isObserved()) {
        // Not on this thread: it may be the JDK's timer, and an observer may block.
        Threads.run(
            () -> {
              run.tellAttempt(send.subject(), outcome, decision);
              run.tellGivenUp();
            });
      }
    }
  }

  private <T> void afterAttempt(Exchange<?, T> exchange, Step.Send<T, V> send) {
    try {
      Outcome<T> outcome = exchange.outcome();
      Decision decision = run.ended(exchange.effect(), outcome);
      Step<V> following = CallRun.following(send, outcome);
      if (run.isObserved()) {
        observers(
            () -> run.tellAttempt(send.subject(), outcome, decision), () -> endBefore(following));
      }
      if (decision instanceof Retry retry) {
        later(() -> attempt(send), retry.delay());
      } else {
        follow(following);
      }
    } catch (Throwable defect) {
      fail(defect);
    }
  }

  private void later(Runnable next, Duration wait) {
    // Set before the alarm is: what follows may begin at once, and sets its own.
    Clock.Alarm alarm = clock.prepare(() -> guarded(next));
    future.onStop(
        () -> {
          alarm.stop();
          if (run.isObserved()) {
            Threads.run(run::tellGivenUp);
          }
        });
    alarm.ringAfter(wait);
  }

  private void guarded(Runnable next) {
    try {
      next.run();
    } catch (Throwable defect) {
      fail(defect);
    }
  }

  /** Ends the call with a failure of the caller's code. */
  private void fail(Throwable failure) {
    try {
      observers(run::tellGivenUp, () -> future.fail(failure));
    } finally {
      future.fail(failure);
    }
  }

  /**
   * Runs code of the caller's. Nobody can end it: if it still runs when the time of the call is
   * over or the client is closed, the call ends without it.
   */
  private <R> R callers(Supplier<R> code, Runnable ifLate) {
    Clock.Alarm alarm = alarm(ifLate);
    try {
      return code.get();
    } finally {
      alarm.stop();
    }
  }

  /** Tells observers. When the time is over or the client closed, they have a moment still. */
  private void observers(Runnable tell, Runnable ifLate) {
    CountDownLatch told = new CountDownLatch(1);
    Clock.Alarm alarm =
        alarm(
            () -> {
              if (!comesSoon(told)) {
                ifLate.run();
              }
            });
    try {
      tell.run();
    } finally {
      told.countDown();
      alarm.stop();
    }
  }

  private static boolean comesSoon(CountDownLatch latch) {
    try {
      return latch.await(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      return false;
    }
  }

  private Clock.Alarm alarm(Runnable ifLate) {
    return clock.set(run.timeLeft().toNanos(), () -> guarded(ifLate));
  }

  /** Ends the call now. */
  private void endBefore(Step<V> ahead) {
    Step.End<V> end = run.endBefore(ahead);
    boolean tell = run.mayTellEnd();
    run.conclude(end, conclusion);
    if (tell) {
      run.tellEnd(end);
    }
  }

  private void conclude(Step.End<V> end) {
    if (run.mayTellEnd()) {
      observers(() -> run.tellEnd(end), () -> endBefore(end));
    }
    run.conclude(end, conclusion);
  }
}
