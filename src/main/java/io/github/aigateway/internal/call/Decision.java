package io.github.aigateway.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What follows an attempt. */
sealed interface Decision {

  /**
   * Another attempt follows.
   *
   * @param delay the wait before it
   */
  record Retry(Duration delay) implements Decision {}

  /**
   * The attempt was the last one.
   *
   * @param why why a retry that might help is not made; null if there is no such retry
   */
  record Stop(@Nullable String why) implements Decision {}

  /** A retry would not help. */
  Stop SETTLED = new Stop(null);
}
