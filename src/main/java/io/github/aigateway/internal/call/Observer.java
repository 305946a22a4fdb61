package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Subject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told how attempts and calls end. It throws nothing. */
public interface Observer {

  /** An end. */
  void ended(Ended ended);

  /** What ended. */
  enum Kind {
    /** One attempt. */
    ATTEMPT,
    /** All attempts of one request, in a call that may take several. */
    STEP,
    /** The whole call. */
    CALL
  }

  /**
   * How an attempt or a call ended.
   *
   * @param progress how far the request or the call has come
   * @param duration how long it took
   * @param delay the wait before the next attempt; null if none follows
   */
  record Ended(
      Kind kind,
      Subject subject,
      Outcome<?> outcome,
      Progress progress,
      Duration duration,
      @Nullable Duration delay) {}
}
