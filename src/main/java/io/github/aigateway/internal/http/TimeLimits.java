package io.github.aigateway.internal.http;

import io.github.aigateway.internal.time.TimeText;
import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param attempt the time for the attempt
 * @param call the time for the whole call
 * @param callEnd when the time of the call is over, by the clock
 */
public record TimeLimits(Duration attempt, Duration call, long callEnd) {

  String nameOfAttempts() {
    return "attemptTimeout (" + TimeText.of(attempt) + ")";
  }

  String nameOfCalls() {
    return "callTimeout (" + TimeText.of(call) + ")";
  }
}
