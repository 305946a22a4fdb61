package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.Evidence;
import io.github.aigateway.internal.http.OneLine;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Turns a call's last outcome into a result: chooses the exception's class, and writes its message.
 */
final class Conclusions {

  private static final int MAX_MESSAGE = 600;
  private static final int MAX_ERRORS_IN_MESSAGE = 5;

  private Conclusions() {}

  static <T> Result<T> result(String operation, Outcome<T> outcome, Progress progress) {
    if (outcome instanceof Understood<T> understood) {
      return new Result.Ok<>(response(understood, progress));
    }
    if (outcome instanceof Refused<T> refused) {
      return new Result.Err<>(api(operation, refused, progress));
    }
    if (outcome instanceof Invalid<T> invalid) {
      return new Result.Err<>(
          invalid(operation, invalid.evidence(), invalid.problem(), invalid.cause(), progress));
    }
    return new Result.Err<>(transport(operation, (NoResponse<T>) outcome, progress));
  }

  private static <T> ApiResponse<T> response(Understood<T> understood, Progress progress) {
    Response response = understood.response();
    Headers headers = response.headers();
    return new ApiResponse<>(
        understood.value(),
        response.code(),
        headers,
        response.request().url(),
        understood.requestId(),
        progress.attempts(),
        RateLimit.of(headers));
  }

  /** The failure of a call of which nothing was sent. */
  static TransportException unsent(String operation, Outcome.Reason reason) {
    return transport(operation, NoResponse.unsent(reason), new Progress(0, false, Duration.ZERO));
  }

  private static TransportException transport(
      String operation, NoResponse<?> none, Progress progress) {
    Reason reason = reason(none.reason());
    String detail = none.detail() == null ? "" : ": " + none.detail();
    String message = operation + " failed, " + reason.text() + detail;
    return new TransportException(failure(operation, message, none.cause(), progress), reason);
  }

  private static Reason reason(Outcome.Reason reason) {
    return switch (reason) {
      case CONNECT -> Reason.CONNECT;
      case CONNECTION_LOST -> Reason.CONNECTION_LOST;
      case PROTOCOL -> Reason.PROTOCOL;
      case TIMEOUT -> Reason.TIMEOUT;
      case CANCELLED -> Reason.CANCELLED;
      case INTERRUPTED -> Reason.INTERRUPTED;
      case CREDENTIALS -> Reason.CREDENTIALS;
      case HTTP_CLIENT -> Reason.HTTP_CLIENT;
    };
  }

  private static ApiException api(String operation, Refused<?> refused, Progress progress) {
    Evidence evidence = refused.evidence();
    List<ApiError> errors = ApiErrors.of(refused.errors());
    String described =
        errors.stream()
            .limit(MAX_ERRORS_IN_MESSAGE)
            .map(ApiError::describe)
            .collect(Collectors.joining("; "));
    String message =
        operation
            + " failed with status "
            + evidence.status()
            + request(evidence)
            + (described.isEmpty() ? "" : ": " + described);
    Failure failure = failure(operation, message, refused.cause(), progress);
    RateLimit rateLimit = RateLimit.of(refused.headers());
    return switch (evidence.status()) {
      case 400 ->
          errors.stream().anyMatch(error -> error.hasCode(7001) && error.says("already exists"))
              ? new AlreadyExistsException(failure, evidence, rateLimit, errors)
              : new BadRequestException(failure, evidence, rateLimit, errors);
      case 401 -> new AuthenticationException(failure, evidence, rateLimit, errors);
      case 403 -> new PermissionDeniedException(failure, evidence, rateLimit, errors);
      case 404 -> new NotFoundException(failure, evidence, rateLimit, errors);
      case 429 -> new RateLimitException(failure, evidence, rateLimit, errors);
      default ->
          evidence.status() >= 500
              ? new ServerException(failure, evidence, rateLimit, errors)
              : new ApiException(failure, evidence, rateLimit, errors);
    };
  }

  private static InvalidResponseException invalid(
      String operation,
      Evidence evidence,
      String problem,
      @Nullable Throwable cause,
      Progress progress) {
    String message =
        operation
            + " got a response that cannot be used, status "
            + evidence.status()
            + request(evidence)
            + ": "
            + problem;
    return new InvalidResponseException(failure(operation, message, cause, progress), evidence);
  }

  /** The server ignores the page number, so there are gateways that it never shows. */
  static InvalidResponseException repeatedPage(ApiResponse<?> response) {
    return invalid(
        "listGateways",
        new Evidence(response.status(), response.requestId(), null, ""),
        "the same page came twice, although there are more gateways",
        null,
        new Progress(response.attempts(), false, Duration.ZERO));
  }

  private static String request(Evidence evidence) {
    return evidence.requestId() == null ? "" : " (request " + evidence.requestId() + ")";
  }

  private static Failure failure(
      String operation, String message, @Nullable Throwable cause, Progress progress) {
    return new Failure(
        sentence(message, progress.attempts()),
        cause,
        operation,
        progress.attempts(),
        progress.mayHaveBeenApplied());
  }

  /** One line of limited length, since parts of it come from the response. */
  private static String sentence(String text, int attempts) {
    String line = OneLine.clean(text, MAX_MESSAGE);
    line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return line + (attempts > 1 ? ", after " + attempts + " attempts." : ".");
  }
}
