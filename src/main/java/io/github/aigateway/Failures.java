package io.github.aigateway;

import com.google.gson.JsonParseException;
import io.github.aigateway.AnswerInterceptor.AnswerTooLargeException;
import io.github.aigateway.AnswerInterceptor.NotDecodableException;
import io.github.aigateway.IdentityInterceptor.NoCredentialsException;
import io.github.aigateway.ModelConverterFactory.ReadingFailedException;
import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Names each failure: chooses its class and words its message, and lets no credential into it. */
final class Failures {

  /** What ends a line, moves the cursor, or turns the direction of writing, in a log. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private static final int MAX_MESSAGE = 600;
  private static final int MAX_ERRORS_IN_MESSAGE = 5;

  private Failures() {}

  static boolean endedFromThisSide(Throwable failure) {
    return failure instanceof InterruptedIOException || Thread.currentThread().isInterrupted();
  }

  static Reason reason(Throwable failure, boolean sent) {
    if (Thread.currentThread().isInterrupted()) {
      return Reason.INTERRUPTED;
    }
    if (failure instanceof NoCredentialsException) {
      return Reason.CREDENTIALS;
    }
    if (!(failure instanceof IOException)) {
      return Reason.HTTP_CLIENT;
    }
    if (!sent) {
      return Reason.CONNECT;
    }
    return failure instanceof InterruptedIOException ? Reason.TIMEOUT : Reason.CONNECTION_LOST;
  }

  /** Whether the same request may well succeed a little later. */
  static boolean mayPass(Reason reason, Throwable failure) {
    boolean network =
        reason == Reason.CONNECT || reason == Reason.CONNECTION_LOST || reason == Reason.TIMEOUT;
    return network
        && !(failure instanceof SSLPeerUnverifiedException)
        && !(failure.getCause() instanceof CertificateException);
  }

  static String transportMessage(
      String operation, Reason reason, int attempts, @Nullable Throwable cause) {
    String detail = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return sentence(operation + " failed, " + reason.text() + detail, attempts);
  }

  static Answer answer(Response response, Attempt attempt, Instant now) {
    Duration wait = RetryAfter.parse(response.header("Retry-After"), now);
    String requestId = response.header("cf-ray");
    return new Answer(
        response.code(),
        requestId == null ? null : attempt.redacted(requestId),
        wait == null ? RetryAfter.parse(attempt.decoded().retryAfter(), now) : wait,
        RateLimit.of(response.headers()),
        attempt.evidence());
  }

  static ApiException api(
      String operation,
      int attempts,
      boolean mayHaveBeenApplied,
      Answer answer,
      List<ApiError> errors,
      @Nullable Throwable cause) {
    String described =
        errors.stream()
            .limit(MAX_ERRORS_IN_MESSAGE)
            .map(ApiError::describe)
            .collect(Collectors.joining("; "));
    String message =
        operation
            + " failed with status "
            + answer.status()
            + request(answer)
            + (described.isEmpty() ? "" : ": " + described);
    Failure failure =
        new Failure(sentence(message, attempts), cause, operation, attempts, mayHaveBeenApplied);
    return switch (answer.status()) {
      case 400 ->
          errors.stream().anyMatch(error -> error.hasCode(7001) && error.says("already exists"))
              ? new AlreadyExistsException(failure, answer, errors)
              : new BadRequestException(failure, answer, errors);
      case 401 -> new AuthenticationException(failure, answer, errors);
      case 403 -> new PermissionDeniedException(failure, answer, errors);
      case 404 -> new NotFoundException(failure, answer, errors);
      case 429 -> new RateLimitException(failure, answer, errors);
      default ->
          answer.status() >= 500
              ? new ServerException(failure, answer, errors)
              : new ApiException(failure, answer, errors);
    };
  }

  static InvalidResponseException invalid(
      String operation,
      int attempts,
      boolean mayHaveBeenApplied,
      Answer answer,
      String problem,
      @Nullable Throwable cause) {
    String message =
        operation
            + " got an answer that cannot be used, status "
            + answer.status()
            + request(answer)
            + ": "
            + problem;
    return new InvalidResponseException(
        new Failure(sentence(message, attempts), cause, operation, attempts, mayHaveBeenApplied),
        answer);
  }

  /** A server that ignores the number of the page has more gateways than it shows. */
  static InvalidResponseException repeatedPage(ApiResponse<?> response) {
    Answer answer =
        new Answer(response.status(), response.requestId(), null, response.rateLimit(), "");
    return invalid(
        "listGateways",
        response.attempts(),
        false,
        answer,
        "the same page came twice, although there are more gateways",
        null);
  }

  /** Says what is wrong with a body, without a word of it. */
  static String describeUnreadable(Response answer, Attempt attempt, Throwable failure) {
    if (failure instanceof AnswerTooLargeException
        || failure instanceof NotDecodableException
        || failure instanceof ReadingFailedException
        || failure instanceof JsonParseException) {
      return String.valueOf(failure.getMessage());
    }
    String body = attempt.evidence().stripLeading();
    if (body.isEmpty()) {
      return "the body is empty";
    }
    if (body.startsWith("<")) {
      return "the body is a web page, not JSON";
    }
    return failure instanceof CharacterCodingException
        ? "the body is not UTF-8"
        : "the body is not JSON, or cut short (" + answer.header("Content-Type", "no type") + ")";
  }

  /** The host alone: the rest of the address may hold anything. */
  static String redirectTarget(Response response) {
    String location = response.header("Location");
    HttpUrl target = location == null ? null : response.request().url().resolve(location);
    return target == null ? "an unreadable address" : "the host " + target.host();
  }

  private static String request(Answer answer) {
    return answer.requestId() == null ? "" : " (request " + answer.requestId() + ")";
  }

  /** One line of bounded length: parts of it come from the answer. */
  private static String sentence(String text, int attempts) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ");
    if (line.length() > MAX_MESSAGE) {
      boolean splitsAPair = Character.isHighSurrogate(line.charAt(MAX_MESSAGE - 1));
      line = line.substring(0, splitsAPair ? MAX_MESSAGE - 1 : MAX_MESSAGE) + "…";
    } else if (line.endsWith(".")) {
      line = line.substring(0, line.length() - 1);
    }
    return line + (attempts > 1 ? ", after " + attempts + " attempts." : ".");
  }
}
