package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Status 403: the credentials are not allowed to do this. A token needs AI Gateway Read, and AI
 * Gateway Write to create, update and delete.
 */
public final class PermissionDeniedException extends ApiException {

  private static final long serialVersionUID = 1L;

  PermissionDeniedException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
