package io.github.aigateway.internal.http;

import okhttp3.Request;
import okhttp3.RequestBody;

/** What a request does at the server, by its HTTP method and body. */
public enum Effect {
  /** Changes nothing. */
  READS,
  /** Leaves the same state if it is sent twice. */
  REPLACES,
  /** Must not be sent twice, unless the API certainly did not process it. */
  CREATES,
  /** Cannot be sent twice: its body can be read once only. */
  ONCE;

  static Effect of(Request request) {
    RequestBody body = request.body();
    if (body != null && body.isOneShot()) {
      return ONCE;
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> READS;
      case "PUT", "DELETE" -> REPLACES;
      default -> CREATES;
    };
  }

  /** Whether the request may be sent again although it was sent. */
  public boolean isRepeatable() {
    return this == READS || this == REPLACES;
  }

  /** Whether the request asks for a change. */
  public boolean changes() {
    return this != READS;
  }
}
