package io.github.aigateway;

import io.github.aigateway.Operation.Effect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a failed try is followed by another, and how long to wait before it. */
record RetryPolicy(int maxRetries, Duration maxRetryAfter, Timing timing) {

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

  /** Whether a try that had no answer may be repeated. */
  boolean mayRepeatUnanswered(Effect effect, boolean sent) {
    return effect != Effect.CREATES || !sent;
  }

  /**
   * Whether a try that was answered with an error may be repeated. A create may be only after 429:
   * an edge can send any other status after the API did the work.
   */
  boolean mayRepeat(Effect effect, int status, @Nullable String shouldRetry) {
    if ("false".equals(shouldRetry)) {
      return false;
    }
    if (effect == Effect.CREATES) {
      return status == 429;
    }
    return "true".equals(shouldRetry) || passes(status);
  }

  /**
   * The wait before the next try, or null if the API asks for a longer one than is accepted.
   *
   * @param retry the number of the retry, from 1
   */
  @Nullable Duration delay(int retry, @Nullable Duration retryAfter) {
    if (retryAfter != null) {
      return retryAfter.compareTo(maxRetryAfter) <= 0 ? retryAfter : null;
    }
    // Full jitter: many clients that failed together must not come back together.
    long ceiling =
        Math.min(MAX_BACKOFF.toNanos(), FIRST_BACKOFF.toNanos() << Math.min(retry - 1, 10));
    return Duration.ofNanos((long) (ceiling * timing.random()));
  }

  private static boolean passes(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> status >= 520 && status <= 530;
    };
  }
}
