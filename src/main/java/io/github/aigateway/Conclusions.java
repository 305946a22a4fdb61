package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.call.Observer;
import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.Evidence;
import io.github.aigateway.internal.http.OneLine;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.Subject;
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

  static <T> Result<T> result(Subject subject, Outcome<T> outcome, Progress progress) {
    if (outcome instanceof Understood<T> understood) {
      return new Result.Ok<>(response(understood, progress));
    }
    if (outcome instanceof Refused<T> refused) {
      return new Result.Err<>(api(subject, refused, progress));
    }
    if (outcome instanceof Invalid<T> invalid) {
      return new Result.Err<>(
          invalid(subject, invalid.evidence(), invalid.problem(), invalid.cause(), progress));
    }
    return new Result.Err<>(transport(subject, (NoResponse<T>) outcome, progress));
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

  private static TransportException transport(
      Subject subject, NoResponse<?> none, Progress progress) {
    Reason reason = reason(none.reason());
    String message = " failed, " + reason.text() + about(subject, null) + detail(none.detail());
    return new TransportException(failure(subject, message, none.cause(), progress), reason);
  }

  // Not by valueOf, which fails in a program that is shrunk.
  static Reason reason(Outcome.Reason reason) {
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

  static CallEvent.Kind kind(Observer.Kind kind) {
    return switch (kind) {
      case ATTEMPT -> CallEvent.Kind.ATTEMPT;
      case STEP -> CallEvent.Kind.STEP;
      case CALL -> CallEvent.Kind.CALL;
    };
  }

  private static ApiException api(Subject subject, Refused<?> refused, Progress progress) {
    Evidence evidence = refused.evidence();
    List<ApiError> errors = ApiErrors.of(refused.errors());
    String described =
        errors.stream()
            .limit(MAX_ERRORS_IN_MESSAGE)
            .map(ApiError::describe)
            .collect(Collectors.joining("; "));
    String message =
        " failed with status "
            + evidence.status()
            + about(subject, evidence.requestId())
            + detail(described);
    Failure failure = failure(subject, message, refused.cause(), progress);
    RateLimit rateLimit = RateLimit.of(refused.headers());
    return switch (evidence.status()) {
      case 400 ->
          ApiErrors.sayTaken(refused)
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
      Subject subject,
      Evidence evidence,
      String problem,
      @Nullable Throwable cause,
      Progress progress) {
    String message =
        " got a response that cannot be used, status "
            + evidence.status()
            + about(subject, evidence.requestId())
            + detail(problem);
    return new InvalidResponseException(failure(subject, message, cause, progress), evidence);
  }

  /** The server ignores the page number, so there are gateways that it never shows. */
  static InvalidResponseException repeatedPage(Subject subject, ApiResponse<?> response) {
    return invalid(
        subject,
        new Evidence(response.status(), response.requestId(), null, ""),
        "the same page came twice, although there are more gateways",
        null,
        new Progress(response.attempts(), false, Duration.ZERO, null));
  }

  private static String about(Subject subject, @Nullable String requestId) {
    String account = subject.accountId() == null ? "" : "account " + subject.accountId();
    String request = requestId == null ? "" : "request " + requestId;
    String both = account + (account.isEmpty() || request.isEmpty() ? "" : ", ") + request;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  private static String detail(@Nullable String text) {
    return text == null || text.isEmpty() ? "" : ": " + text;
  }

  private static Failure failure(
      Subject subject, String message, @Nullable Throwable cause, Progress progress) {
    // One line of limited length, since parts of it come from the response.
    String line = OneLine.clean(subject + message, MAX_MESSAGE);
    line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    String applied = progress.mayHaveBeenApplied() ? "; the change may have been applied" : "";
    return new Failure(line + effort(progress) + applied + ".", cause, subject, progress);
  }

  /** How many attempts there were, and why no more. */
  private static String effort(Progress progress) {
    String why = progress.gaveUp() == null ? "" : ", since " + progress.gaveUp();
    if (progress.attempts() > 1) {
      return (why.isEmpty() ? "; after " : "; gave up after ")
          + progress.attempts()
          + " attempts"
          + why;
    }
    return why.isEmpty() ? "" : "; not retried" + why;
  }
}
