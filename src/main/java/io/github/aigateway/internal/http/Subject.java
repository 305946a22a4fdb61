package io.github.aigateway.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What a call is about.
 *
 * @param operation its operationId in the OpenAPI document, or its HTTP method and path
 * @param accountId the account; null if the path has none
 * @param gatewayId the gateway; null if it is about none, or about several
 */
public record Subject(String operation, @Nullable String accountId, @Nullable String gatewayId) {

  /** The same, of another operation. */
  public Subject as(String operation) {
    return new Subject(operation, accountId, gatewayId);
  }

  /** For messages and the log: one line, since a caller's interface may have any parameters. */
  @Override
  public String toString() {
    return gatewayId == null ? operation : operation + " of '" + OneLine.clean(gatewayId) + "'";
  }
}
