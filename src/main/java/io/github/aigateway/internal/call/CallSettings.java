package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.RequestSettings;
import java.time.Duration;

/**
 * How calls are made.
 *
 * @param request the settings of each request
 * @param attemptTimeout the time for one attempt
 * @param callTimeout the time for all attempts and the waits between them
 * @param maxRetries how many attempts may follow the first
 * @param maxRetryAfter the longest wait that the API may ask for
 */
public record CallSettings(
    RequestSettings request,
    Duration attemptTimeout,
    Duration callTimeout,
    int maxRetries,
    Duration maxRetryAfter) {

  /** The same settings with another {@code maxRetryAfter}. */
  public CallSettings withMaxRetryAfter(Duration wait) {
    return new CallSettings(request, attemptTimeout, callTimeout, maxRetries, wait);
  }
}
