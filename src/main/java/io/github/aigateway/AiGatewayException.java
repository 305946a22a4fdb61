package io.github.aigateway;

/**
 * A call that did not succeed. Its subclasses say why: {@link ApiException} if the API responded
 * with an error, {@link TransportException} if there was no usable response, {@link
 * InvalidResponseException} if the response was not what the API promises.
 *
 * <p>Neither the message nor the cause holds a credential.
 */
public abstract sealed class AiGatewayException extends RuntimeException
    permits ApiException, TransportException, InvalidResponseException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final int attempts;
  private final boolean mayHaveBeenApplied;

  AiGatewayException(Failure failure) {
    super(failure.message(), failure.cause());
    this.operation = failure.operation();
    this.attempts = failure.attempts();
    this.mayHaveBeenApplied = failure.mayHaveBeenApplied();
  }

  /** The operation that failed, by its name in the OpenAPI document, such as {@code getGateway}. */
  public String operation() {
    return operation;
  }

  /** How many attempts there were; 0 if the call ended before the first one. */
  public int attempts() {
    return attempts;
  }

  /**
   * Whether the server may have made the change, in any attempt of the call. False if the call only
   * reads, nothing was sent, or the API refused.
   */
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
