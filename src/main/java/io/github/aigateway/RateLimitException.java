package io.github.aigateway;

import java.util.List;

/** Status 429: too many requests; {@link #retryAfter()} says how long to wait, if the API does. */
public final class RateLimitException extends ApiException {

  private static final long serialVersionUID = 1L;

  RateLimitException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
