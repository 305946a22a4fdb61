package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A status of 500 or above: the API, or Cloudflare's edge before it, failed. */
public final class ServerException extends ApiException {

  private static final long serialVersionUID = 1L;

  ServerException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure, evidence, rateLimit, errors);
  }
}
