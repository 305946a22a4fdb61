package io.github.aigateway.internal.call;

import io.github.aigateway.internal.call.Decision.Retry;
import io.github.aigateway.internal.call.Decision.Stop;
import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.time.TimeText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows an attempt: a pure function of its outcome and the progress of the request.
 *
 * @param maxRetries how many attempts may follow the first
 * @param maxRetryAfter the longest wait that the API may ask for
 * @param callTimeout the time for the whole call
 */
record RetryPolicy(int maxRetries, Duration maxRetryAfter, Duration callTimeout) {

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);
  private static final Stop UNREPEATABLE = new Stop("the request must not be sent twice");
  private static final Stop ASKED_NOT_TO = new Stop("the API says not to retry (x-should-retry)");

  /**
   * What follows an attempt.
   *
   * @param chance a random number from 0 to 1, without 1: clients that failed together must not
   *     retry together
   */
  Decision after(Effect effect, Outcome<?> outcome, Progress progress, double chance) {
    if (outcome instanceof Outcome.NoResponse<?> none && none.temporary()) {
      return !effect.isRepeatable() && none.sent() ? UNREPEATABLE : retry(null, progress, chance);
    }
    if (!(outcome instanceof Outcome.Refused<?> refused)) {
      return Decision.SETTLED;
    }
    int status = refused.evidence().status();
    String shouldRetry = refused.headers().get("x-should-retry");
    if (!isTemporary(status) && (!effect.isRepeatable() || !"true".equals(shouldRetry))) {
      return Decision.SETTLED;
    }
    if ("false".equals(shouldRetry)) {
      return ASKED_NOT_TO;
    }
    // The edge can send any other status after the API did the work.
    boolean unprocessed = effect == Effect.CREATES && status == 429 && !refused.unsettled();
    return effect.isRepeatable() || unprocessed
        ? retry(refused.evidence().retryAfter(), progress, chance)
        : UNREPEATABLE;
  }

  private Decision retry(@Nullable Duration asked, Progress progress, double chance) {
    if (progress.attempts() > maxRetries) {
      return new Stop("maxRetries is " + maxRetries);
    }
    if (asked != null && asked.compareTo(maxRetryAfter) > 0) {
      return new Stop(
          "Retry-After of "
              + TimeText.of(asked)
              + " is more than maxRetryAfter ("
              + TimeText.of(maxRetryAfter)
              + ")");
    }
    Duration left = progress.timeLeft();
    Duration wait = asked == null ? backoff(progress.attempts(), chance) : asked;
    if (wait.compareTo(left) < 0) {
      return new Retry(wait);
    }
    return new Stop(
        left.isNegative() || left.isZero()
            ? timeIsOver()
            : "a wait of " + TimeText.of(wait) + " is more than what is left of " + limit());
  }

  /** Why there is no retry when no time is left for it. */
  String timeIsOver() {
    return limit() + " is over";
  }

  private String limit() {
    return "callTimeout (" + TimeText.of(callTimeout) + ")";
  }

  private static boolean isTemporary(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> status >= 520 && status <= 530;
    };
  }

  /** The wait before a retry that the API did not ask for; the first retry is 1. */
  static Duration backoff(int retry, double chance) {
    long ceiling =
        Math.min(MAX_BACKOFF.toNanos(), FIRST_BACKOFF.toNanos() << Math.min(retry - 1, 10));
    return Duration.ofNanos((long) (ceiling * chance));
  }
}
