package io.github.aigateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response before it is on the wire: status, headers without the body's framing, body. */
final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
  }

  static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", contentType), body.clone());
  }

  static Answer json(int status, String body) {
    return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** Returns this response with one more header, instead of any of the same name. */
  Answer header(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, value);
    return new Answer(status, changed, body);
  }

  /** Returns this response with the first half of its body. */
  Answer halved() {
    return new Answer(status, headers, Arrays.copyOf(body, body.length / 2));
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
