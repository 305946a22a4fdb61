package io.github.aigateway;

import java.util.List;

/** Status 400: the API refused the request; {@link #errors()} name the fields at fault. */
public sealed class BadRequestException extends ApiException permits AlreadyExistsException {

  private static final long serialVersionUID = 1L;

  BadRequestException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
