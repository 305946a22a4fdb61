package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call, from its first attempt to its last. Only one thread at a time uses it,
 * since the attempts follow each other.
 */
final class CallRun<E, T> {

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  private final CallSpec<E, T> spec;
  private final CallSettings settings;
  private final Clock clock;
  private final RetryPolicy policy;
  private final long callEnd;
  private long attemptStart;
  private int attempts;
  private boolean mayHaveBeenApplied;

  CallRun(CallSpec<E, T> spec, CallSettings settings, Clock clock) {
    this.spec = spec;
    this.settings = settings;
    this.clock = clock;
    this.policy = new RetryPolicy(settings.maxRetries(), settings.maxRetryAfter());
    this.callEnd = clock.nanos() + settings.callTimeout().toNanos();
  }

  /** Prepares the next attempt. */
  Exchange<E, T> next() {
    attempts++;
    attemptStart = clock.nanos();
    return new Exchange<>(spec, clock, settings.attemptTimeout().toNanos(), callEnd);
  }

  /** The wait before the next attempt; null if the outcome is final. */
  @Nullable Duration waitAfter(Effect effect, Outcome<T> outcome) {
    return policy.wait(effect, outcome, progress(), clock.random());
  }

  /** Notes how an attempt ended. */
  void ended(Effect effect, Outcome<T> outcome) {
    mayHaveBeenApplied |= effect.changes() && outcome.mayHaveBeenApplied();
    try {
      log(outcome);
    } catch (RuntimeException handlerFailed) {
      // A log handler is the caller's code: its failure must not end the call.
    }
  }

  private void log(Outcome<T> outcome) {
    if (LOGGER.isLoggable(System.Logger.Level.DEBUG)) {
      String requestId = outcome.requestId();
      LOGGER.log(
          System.Logger.Level.DEBUG,
          "{0}, attempt {1}: {2} after {3} ms, request {4}",
          spec.name(),
          attempts,
          outcome.describe(),
          Long.toString(TimeUnit.NANOSECONDS.toMillis(clock.nanos() - attemptStart)),
          requestId == null ? "unknown" : requestId);
    }
  }

  private Progress progress() {
    return new Progress(attempts, mayHaveBeenApplied, Duration.ofNanos(callEnd - clock.nanos()));
  }

  /**
   * Concludes the call.
   *
   * @throws Error if one ended the last attempt; it is not wrapped in an exception
   */
  <R> R conclude(Outcome<T> outcome, Conclusion<T, R> conclusion) {
    if (outcome instanceof Outcome.NoResponse<?> none && none.cause() instanceof Error error) {
      throw error;
    }
    return conclusion.conclude(outcome, progress());
  }
}
