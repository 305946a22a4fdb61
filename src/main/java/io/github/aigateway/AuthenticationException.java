package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status 401: the credentials are missing, unknown or expired. */
public final class AuthenticationException extends ApiException {

  private static final long serialVersionUID = 1L;

  AuthenticationException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
