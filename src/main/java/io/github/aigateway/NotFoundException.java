package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status 404: there is no such gateway (code 7002), or no such address or account (code 7003). */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  NotFoundException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
