package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs calls: the attempts, and the waits between them. A blocking call uses the caller's thread
 * for both. A call for a future runs on OkHttp's threads, and no thread waits. Thread-safe.
 */
public final class CallEngine {

  private final CallSettings settings;
  private final Clock clock;

  /** Makes an engine for calls with these settings. */
  public CallEngine(CallSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Checks that a call may begin.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void requireOpen() {
    if (clock.isClosed()) {
      throw new IllegalStateException("This client is closed.");
    }
  }

  /** Makes a call on this thread, and returns what the conclusion makes of it. */
  public <E, T, R> R execute(CallSpec<E, T> spec, Conclusion<T, R> conclusion) {
    CallRun<E, T> run = new CallRun<>(spec, settings, clock);
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        return run.conclude(NoResponse.unsent(Reason.INTERRUPTED), conclusion);
      }
      if (clock.isClosed()) {
        return run.conclude(NoResponse.unsent(Reason.CANCELLED), conclusion);
      }
      Exchange<E, T> exchange = run.next();
      Outcome<T> outcome = exchange.execute();
      run.ended(exchange.effect(), outcome);
      Duration wait = run.waitAfter(exchange.effect(), outcome);
      if (wait == null) {
        return run.conclude(outcome, conclusion);
      }
      sleep(wait);
    }
  }

  private void sleep(Duration wait) {
    try {
      clock.sleep(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs a step of the caller's between two calls of a future. Nobody can end the step; {@code
   * ended} is told if it is still running when the call timeout is over or the client is closed.
   */
  public <V> V between(Supplier<V> step, Consumer<Reason> ended) {
    Clock.Alarm alarm =
        clock.set(
            settings.callTimeout().toNanos(),
            () -> ended.accept(clock.isClosed() ? Reason.CANCELLED : Reason.TIMEOUT));
    try {
      return step.get();
    } finally {
      alarm.stop();
    }
  }

  /** Starts a call for a future. If somebody else completes the future, the call ends. */
  public <E, T> void start(CallSpec<E, T> spec, CallFuture<?> future, Conclusion<T, ?> conclusion) {
    new FutureCall<>(new CallRun<>(spec, settings, clock), clock, future, conclusion).attempt();
  }
}
