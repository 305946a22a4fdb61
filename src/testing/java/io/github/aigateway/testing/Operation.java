package io.github.aigateway.testing;

/** The six operations of the API, as a request's method and path name them. */
public enum Operation {
  /** {@code POST /accounts/{account}/ai-gateway/gateways}. */
  CREATE,
  /** {@code GET /accounts/{account}/ai-gateway/gateways}. */
  LIST,
  /** {@code GET /accounts/{account}/ai-gateway/gateways/{id}}. */
  GET,
  /** {@code PUT /accounts/{account}/ai-gateway/gateways/{id}}. */
  UPDATE,
  /** {@code DELETE /accounts/{account}/ai-gateway/gateways/{id}}. */
  DELETE,
  /** {@code GET /accounts/{account}/ai-gateway/gateways/{id}/url/{provider}}. */
  URL;

  /** Returns whether the operation leaves the gateways as they are. */
  public boolean isReadOnly() {
    return this == LIST || this == GET || this == URL;
  }
}
