package io.github.aigateway.internal.call;

import io.github.aigateway.internal.call.Decision.Retry;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: the requests, their attempts, and the waits between them. A blocking call uses the
 * caller's thread for all. A call for a future runs on OkHttp's threads, and no thread waits.
 * Thread-safe.
 */
public final class CallEngine {

  private final CallSettings settings;
  private final RetryPolicy policy;
  private final Clock clock;
  private final @Nullable Observer observer;

  /** Makes an engine for calls with these settings. */
  public CallEngine(CallSettings settings, Clock clock, @Nullable Observer observer) {
    this.settings = settings;
    this.policy =
        new RetryPolicy(settings.maxRetries(), settings.maxRetryAfter(), settings.callTimeout());
    this.clock = clock;
    this.observer = observer;
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
  public <V, R> R execute(Plan<V> plan, Conclusion<V, R> conclusion) {
    CallRun run = new CallRun(plan, settings, policy, clock, observer);
    Step.End<V> end;
    try {
      end = end(plan, run);
    } catch (Throwable callersCodeFailed) {
      run.tellGivenUp();
      throw callersCodeFailed;
    }
    if (run.mayTellEnd()) {
      run.tellEnd(end);
    }
    return run.conclude(end, conclusion);
  }

  private <V> Step.End<V> end(Plan<V> plan, CallRun run) {
    Step<V> step = plan.first();
    while (!(step instanceof Step.End<V> end)) {
      step = follow(step, run);
    }
    return end;
  }

  private <V> Step<V> follow(Step<V> step, CallRun run) {
    if (step instanceof Step.Send<?, V> send) {
      return send(send, run);
    }
    if (step instanceof Step.Work<V> work) {
      return run.work(work);
    }
    Step.Again<V> again = (Step.Again<V>) step;
    Duration wait = run.waitAgain(again.retry());
    if (wait == null || Thread.currentThread().isInterrupted()) {
      return again.otherwise();
    }
    if (!wait.isZero()) {
      sleep(wait);
    }
    return again.then();
  }

  private <T, V> Step<V> send(Step.Send<T, V> send, CallRun run) {
    run.begin();
    return CallRun.following(send, attempts(send.spec(), run));
  }

  private <E, T> Outcome<T> attempts(CallSpec<E, T> spec, CallRun run) {
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        return NoResponse.unsent(Reason.INTERRUPTED);
      }
      if (clock.isClosed()) {
        return NoResponse.unsent(Reason.CANCELLED);
      }
      Exchange<E, T> exchange = run.next(spec);
      Outcome<T> outcome = exchange.execute();
      Decision decision = run.ended(exchange.effect(), outcome);
      if (run.isObserved()) {
        run.tellAttempt(spec.subject(), outcome, decision);
      }
      if (!(decision instanceof Retry retry)) {
        return outcome;
      }
      sleep(retry.delay());
    }
  }

  private void sleep(Duration wait) {
    try {
      clock.sleep(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a call for a future. If somebody else completes the future, the call ends. */
  public <V> void start(Plan<V> plan, CallFuture<?> future, Conclusion<V, ?> conclusion) {
    CallRun run = new CallRun(plan, settings, policy, clock, observer);
    new FutureCall<>(run, clock, future, conclusion).follow(plan.first());
  }
}
