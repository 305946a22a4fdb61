package io.github.aigateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response before it is on the wire: status, headers without the body's framing, body. */
final class FakeResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private FakeResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
  }

  static FakeResponse of(int status, String contentType, byte[] body) {
    return new FakeResponse(status, Map.of("Content-Type", contentType), body.clone());
  }

  static FakeResponse json(int status, String body) {
    return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static FakeResponse empty(int status) {
    return new FakeResponse(status, Map.of(), new byte[0]);
  }

  /** Returns this response with one more header, instead of any of the same name. */
  FakeResponse header(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, value);
    return new FakeResponse(status, changed, body);
  }

  /** Returns this response with the first half of its body. */
  FakeResponse halved() {
    return new FakeResponse(status, headers, Arrays.copyOf(body, body.length / 2));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Returns the body itself, which nobody may change. */
  byte[] body() {
    return body;
  }

  /** Returns whether HTTP lets a response of this status have a body, and so a length. */
  boolean mayHaveBody() {
    return status >= 200 && status != 204 && status != 304;
  }
}
