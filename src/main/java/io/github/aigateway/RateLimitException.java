package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Status 429: too many requests; {@link #retryAfter()} says how long to wait, if the API does. */
public final class RateLimitException extends ApiException {

  private static final long serialVersionUID = 1L;

  RateLimitException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
