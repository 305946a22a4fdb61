package io.github.aigateway;

/**
 * There was no usable response: the connection could not be made or broke, time ran out, or the
 * call was ended from this side. {@link #getCause()} is what the network stack said.
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
    /** The connection broke while the request was sent or the response awaited or read. */
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
    /** The supplier of the API token failed, or gave what cannot be a token. Nothing was sent. */
    CREDENTIALS("there is no API token to authenticate with"),
    /**
     * Something in the HTTP client that the caller passed in failed, such as an interceptor, a
     * listener or an executor. The cause is what it threw. Never repeated.
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
