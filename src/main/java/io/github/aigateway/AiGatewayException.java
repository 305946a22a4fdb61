package io.github.aigateway;

import org.jspecify.annotations.Nullable;

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
  private final @Nullable String accountId;
  private final @Nullable String gatewayId;
  private final int attempts;
  private final boolean mayHaveBeenApplied;

  AiGatewayException(Failure failure) {
    super(failure.message(), failure.cause());
    this.operation = failure.subject().operation();
    this.accountId = failure.subject().accountId();
    this.gatewayId = failure.subject().gatewayId();
    this.attempts = failure.progress().attempts();
    this.mayHaveBeenApplied = failure.progress().mayHaveBeenApplied();
  }

  /**
   * The operation that failed, by its name in the OpenAPI document, such as {@code getGateway}. If
   * the call took several requests, it is the one that failed. For {@link AiGatewayClient#call} it
   * is the HTTP method and the path, such as {@code GET accounts/{account_id}/logs}.
   */
  public String operation() {
    return operation;
  }

  /** The account of the call; null if its path has none. */
  public @Nullable String accountId() {
    return accountId;
  }

  /** The id of the gateway; null for a list, and if the path has none. */
  public @Nullable String gatewayId() {
    return gatewayId;
  }

  /**
   * How many attempts there were, for all requests of the call together; 0 if the call ended before
   * the first one.
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Whether the server may have made a change, in any attempt of the call. False if the call only
   * reads, nothing was sent, or every attempt that was sent got a status of 4xx.
   */
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
