package io.github.aigateway;

import java.util.List;

/**
 * The gateway cannot be created because its id is taken in this account: status 400 with code 7001.
 */
public final class AlreadyExistsException extends BadRequestException {

  private static final long serialVersionUID = 1L;

  AlreadyExistsException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
