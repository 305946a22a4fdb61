package io.github.aigateway.internal.time;

import java.time.Duration;

/** Durations for people to read. */
public final class TimeText {

  private TimeText() {}

  /** Whole hours, seconds or milliseconds, such as {@code 1 h}, {@code 90 s}, {@code 250 ms}. */
  public static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis >= 10_000 || millis % 1_000 == 0) {
      long seconds = Math.round(millis / 1_000.0);
      return seconds > 0 && seconds % 3_600 == 0 ? seconds / 3_600 + " h" : seconds + " s";
    }
    return millis + " ms";
  }
}
