package io.github.aigateway;

import java.util.List;

/** A status of 500 or above: the API, or the edge before it, failed. */
public final class ServerException extends ApiException {

  private static final long serialVersionUID = 1L;

  ServerException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
