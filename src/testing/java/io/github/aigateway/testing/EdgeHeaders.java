package io.github.aigateway.testing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Adds what the edge adds to every response: the request's id and the rate limit. */
final class EdgeHeaders {
  private final AtomicLong responses = new AtomicLong();

  /** Returns the response with those of the headers that it does not have yet. */
  FakeResponse addTo(FakeResponse response) {
    Map<String, String> present = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    present.putAll(response.headers());
    FakeResponse complete = response;
    for (Map.Entry<String, String> header : next().entrySet()) {
      if (!present.containsKey(header.getKey())) {
        complete = complete.header(header.getKey(), header.getValue());
      }
    }
    return complete;
  }

  private Map<String, String> next() {
    String ray = String.format(Locale.ROOT, "%016x-FAK", responses.incrementAndGet());
    return Map.of(
        "cf-ray", ray,
        "Ratelimit", "\"default\";r=50;t=30",
        "Ratelimit-Policy", "\"burst\";q=100;w=60");
  }
}
