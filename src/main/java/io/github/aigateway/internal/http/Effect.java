package io.github.aigateway.internal.http;

/** What a request does at the server, by its HTTP method. */
public enum Effect {
  /** Changes nothing. */
  READS,
  /** Leaves the same state if it is sent twice. */
  REPLACES,
  /** Must not be sent twice. */
  CREATES;

  static Effect of(String method) {
    return switch (method) {
      case "GET", "HEAD" -> READS;
      case "PUT", "DELETE" -> REPLACES;
      default -> CREATES;
    };
  }

  /** Whether the request asks for a change. */
  public boolean changes() {
    return this != READS;
  }
}
