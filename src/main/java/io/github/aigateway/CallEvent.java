package io.github.aigateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt or a call ended. It holds no secret.
 *
 * @param kind what ended
 * @param operation the operation by its name in the OpenAPI document, such as {@code getGateway};
 *     {@code editGateway} or {@code ensureGateway} for the whole of those calls; for {@link
 *     AiGatewayClient#call} the HTTP method and the path, such as {@code GET
 *     accounts/{account_id}/logs}
 * @param accountId the account; null if the path has none
 * @param gatewayId the gateway; null for a list, and if the path has none
 * @param attempt for {@link Kind#ATTEMPT} its number within its request, from 1; for {@link
 *     Kind#STEP} how many attempts the request had, for {@link Kind#CALL} all requests
 * @param succeeded whether the request or the call succeeded; a {@link Gateways#find} that finds
 *     nothing does, with status 404
 * @param status the HTTP status; null if there was no complete response
 * @param reason why there was no complete response; null if there was one. {@link
 *     TransportException.Reason#CANCELLED} if somebody ended the call, even by an exception of the
 *     change of an {@code edit}
 * @param requestId the id under which Cloudflare's support finds the request
 * @param duration how long it took; of a request or call, with the waits between attempts
 * @param retryDelay the wait before the next attempt; null if none follows
 * @param gaveUp why there is no retry, in words; null if the call succeeded, or no retry could help
 * @param mayHaveBeenApplied whether the server may have made a change, in this call so far
 */
public record CallEvent(
    Kind kind,
    String operation,
    @Nullable String accountId,
    @Nullable String gatewayId,
    int attempt,
    boolean succeeded,
    @Nullable Integer status,
    TransportException.@Nullable Reason reason,
    @Nullable String requestId,
    Duration duration,
    @Nullable Duration retryDelay,
    @Nullable String gaveUp,
    boolean mayHaveBeenApplied) {

  /** What ended. */
  public enum Kind {
    /** One attempt. */
    ATTEMPT,
    /** All attempts of one request, in an {@code edit} or {@code ensure}. */
    STEP,
    /** The whole call. */
    CALL
  }
}
