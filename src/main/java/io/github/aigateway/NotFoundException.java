package io.github.aigateway;

import java.util.List;

/** Status 404: there is no such gateway (code 7002), or no such address or account (code 7003). */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  NotFoundException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
