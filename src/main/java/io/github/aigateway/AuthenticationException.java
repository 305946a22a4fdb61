package io.github.aigateway;

import java.util.List;

/** Status 401: the credentials are missing, unknown or expired. */
public final class AuthenticationException extends ApiException {

  private static final long serialVersionUID = 1L;

  AuthenticationException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
