package io.github.aigateway;

import java.util.List;

/**
 * Status 403: the credentials are not allowed to do this. A token needs AI Gateway Read, and AI
 * Gateway Write to create, update and delete.
 */
public final class PermissionDeniedException extends ApiException {

  private static final long serialVersionUID = 1L;

  PermissionDeniedException(Failure failure, Answer answer, List<ApiError> errors) {
    super(failure, answer, errors);
  }
}
