package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows an attempt: a pure function of its outcome and the progress of the call.
 *
 * @param maxRetries how many attempts may follow the first
 * @param maxRetryAfter the longest wait that the API may ask for
 */
record RetryPolicy(int maxRetries, Duration maxRetryAfter) {

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

  /**
   * The wait before the next attempt; null if the outcome is final.
   *
   * @param chance a random number from 0 to 1, without 1: clients that failed together must not
   *     retry together
   */
  @Nullable Duration wait(Effect effect, Outcome<?> outcome, Progress progress, double chance) {
    if (progress.attempts() > maxRetries || !mayRepeat(effect, outcome)) {
      return null;
    }
    Duration asked =
        outcome instanceof Outcome.Refused<?> refused ? refused.evidence().retryAfter() : null;
    if (asked != null && asked.compareTo(maxRetryAfter) > 0) {
      return null;
    }
    Duration wait = asked == null ? backoff(progress.attempts(), chance) : asked;
    return wait.compareTo(progress.timeLeft()) < 0 ? wait : null;
  }

  private static boolean mayRepeat(Effect effect, Outcome<?> outcome) {
    if (outcome instanceof Outcome.NoResponse<?> none) {
      return none.temporary() && (effect != Effect.CREATES || !none.sent());
    }
    return outcome instanceof Outcome.Refused<?> refused
        && !(effect == Effect.CREATES && refused.unsettled())
        && mayRepeat(effect, refused.evidence().status(), refused.headers().get("x-should-retry"));
  }

  /**
   * A create is repeated after 429 only: the edge can send any other status after the API did the
   * work.
   */
  private static boolean mayRepeat(Effect effect, int status, @Nullable String shouldRetry) {
    if ("false".equals(shouldRetry)) {
      return false;
    }
    if (effect == Effect.CREATES) {
      return status == 429;
    }
    return "true".equals(shouldRetry) || isTemporary(status);
  }

  private static boolean isTemporary(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> status >= 520 && status <= 530;
    };
  }

  private static Duration backoff(int retry, double chance) {
    long ceiling =
        Math.min(MAX_BACKOFF.toNanos(), FIRST_BACKOFF.toNanos() << Math.min(retry - 1, 10));
    return Duration.ofNanos((long) (ceiling * chance));
  }
}
