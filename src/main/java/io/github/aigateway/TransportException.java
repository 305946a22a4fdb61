package io.github.aigateway;

/**
 * There was no usable response: no connection could be made, it broke, time ran out, or the call
 * was cancelled. {@link #getCause()} is the exception of the HTTP client, if there is one.
 */
public final class TransportException extends AiGatewayException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TransportException(Failure failure, Reason reason) {
    super(failure);
    this.reason = reason;
  }

  /** Why there was no usable response. */
  public Reason reason() {
    return reason;
  }

  /** Why there was no usable response. */
  public enum Reason {
    /** No connection: unknown host, refused, unreachable, or TLS failed. Nothing was sent. */
    CONNECT("no connection could be made"),
    /** The connection broke while the request was sent, or before the whole response was read. */
    CONNECTION_LOST("the connection broke"),
    /**
     * The server does not speak HTTP as it should: a broken status line, or a body that its status
     * forbids.
     */
    PROTOCOL("the response is not HTTP"),
    /** The time for one attempt, or for the whole call, ran out. */
    TIMEOUT("time ran out"),
    /** The client was closed, or the caller's HTTP client cancelled the call. */
    CANCELLED("the call was cancelled or the client closed"),
    /** The calling thread was interrupted; its interrupt flag is still set. */
    INTERRUPTED("the thread was interrupted"),
    /** The supplier of the API token failed, or returned no valid token. Nothing was sent. */
    CREDENTIALS("there is no API token to authenticate with"),
    /**
     * An interceptor, a listener, an executor or another part of the caller's HTTP client failed.
     * The cause is what it threw. There is no retry.
     */
    HTTP_CLIENT("the HTTP client failed");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** For a message. */
    String text() {
      return text;
    }
  }
}
