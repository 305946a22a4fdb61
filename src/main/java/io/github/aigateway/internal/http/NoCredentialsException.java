package io.github.aigateway.internal.http;

import java.io.IOException;
import java.util.Objects;

/**
 * The supplier of the API token failed, or returned no valid token. An {@link IOException}, the
 * only exception that OkHttp handles well.
 */
final class NoCredentialsException extends IOException {
  private static final long serialVersionUID = 1L;

  NoCredentialsException(String message, Exception cause) {
    super(message, cause);
  }

  /** What the supplier threw, or what is wrong with its token. */
  @Override
  public synchronized Throwable getCause() {
    return Objects.requireNonNull(super.getCause());
  }
}
