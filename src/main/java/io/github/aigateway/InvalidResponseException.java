package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The response is not what the API promises: a web page, truncated or unexpected JSON, no body, a
 * redirect, or more than the client accepts.
 */
public final class InvalidResponseException extends AiGatewayException {

  private static final long serialVersionUID = 1L;

  private final Evidence evidence;

  InvalidResponseException(Failure failure, Evidence evidence) {
    super(failure);
    this.evidence = evidence;
  }

  /** The HTTP status. */
  public int status() {
    return evidence.status();
  }

  /** The id under which Cloudflare's support finds the request, if the response carried one. */
  public @Nullable String requestId() {
    return evidence.requestId();
  }

  /**
   * The first 8 KiB of the body as text. It may hold anything that the server sent, so be careful
   * when you print it. It is never part of the message.
   */
  public String rawBody() {
    return evidence.body();
  }
}
