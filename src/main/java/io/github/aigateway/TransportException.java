package io.github.aigateway;

/**
 * There was no usable answer: the connection could not be made or broke, time ran out, or the call
 * was ended from this side. {@link #getCause()} is what the network stack said.
 */
public final class TransportException extends AiGatewayException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TransportException(Failure failure, Reason reason) {
    super(failure);
    this.reason = reason;
  }

  /** Why there was no usable answer. */
  public Reason reason() {
    return reason;
  }

  /** Why there was no usable answer. */
  public enum Reason {
    /** No connection: unknown host, refused, unreachable, or TLS failed. Nothing was sent. */
    CONNECT,
    /** The connection broke while the request was sent or the answer awaited or read. */
    CONNECTION_LOST,
    /** The time for one try, or for the whole call, ran out. */
    TIMEOUT,
    /** The future was cancelled or timed out, or the client was closed. */
    CANCELLED,
    /** The calling thread was interrupted; its interrupt flag is still set. */
    INTERRUPTED,
    /** The supplier of the API token failed, or gave what cannot be a token. Nothing was sent. */
    CREDENTIALS,
    /** Something in the HTTP client that the caller passed in failed, such as an interceptor. */
    HTTP_CLIENT
  }
}
