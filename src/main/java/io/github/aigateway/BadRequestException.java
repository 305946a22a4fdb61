package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status 400: the API refused the request; {@link #errors()} name the wrong fields. */
public sealed class BadRequestException extends ApiException permits AlreadyExistsException {

  private static final long serialVersionUID = 1L;

  BadRequestException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
