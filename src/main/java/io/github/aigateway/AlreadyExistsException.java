package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway cannot be created because its id is taken in this account: status 400 with code 7001.
 */
public final class AlreadyExistsException extends BadRequestException {

  private static final long serialVersionUID = 1L;

  AlreadyExistsException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
