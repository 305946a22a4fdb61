package io.github.aigateway;

import java.time.Duration;
import java.util.Map;

/** How calls are made: what the client was built with, changed by {@link RequestOptions}. */
record CallSettings(
    Duration connectTimeout,
    Duration tryTimeout,
    Duration deadline,
    int maxRetries,
    Duration maxRetryAfter,
    Map<String, String> headers,
    Map<String, String> query) {

  static final CallSettings DEFAULT =
      new CallSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          2,
          Duration.ofSeconds(60),
          Map.of(),
          Map.of());

  CallSettings withMaxRetryAfter(Duration wait) {
    return new CallSettings(connectTimeout, tryTimeout, deadline, maxRetries, wait, headers, query);
  }
}
