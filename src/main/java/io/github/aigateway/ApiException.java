package io.github.aigateway;

import io.github.aigateway.internal.http.Evidence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API responded with an error: a status of 400 or above, or status 200 with {@code "success":
 * false}. The most common statuses have their own subclasses.
 */
public sealed class ApiException extends AiGatewayException
    permits BadRequestException,
        AuthenticationException,
        PermissionDeniedException,
        NotFoundException,
        RateLimitException,
        ServerException {

  private static final long serialVersionUID = 1L;

  private final Evidence evidence;
  private final @Nullable RateLimit rateLimit;

  @SuppressWarnings("serial") // an immutable list of the JDK, of serializable items
  private final List<ApiError> errors;

  ApiException(
      Failure failure, Evidence evidence, @Nullable RateLimit rateLimit, List<ApiError> errors) {
    super(failure);
    this.evidence = evidence;
    this.rateLimit = rateLimit;
    this.errors = List.copyOf(errors);
  }

  /** The HTTP status. */
  public int status() {
    return evidence.status();
  }

  /** The errors in the response; empty if none could be read. */
  public List<ApiError> errors() {
    return errors;
  }

  /** The id under which Cloudflare's support finds the request, if the response carried one. */
  public @Nullable String requestId() {
    return evidence.requestId();
  }

  /** How long the API asks to wait before the next request, if it says so. */
  public @Nullable Duration retryAfter() {
    return evidence.retryAfter();
  }

  /** The state of the rate limit, if the response tells it. */
  public @Nullable RateLimit rateLimit() {
    return rateLimit;
  }

  /**
   * The first 8 KiB of the body as text. It may hold anything that the server sent, so be careful
   * when you print it. It is never part of the message.
   */
  public String rawBody() {
    return evidence.body();
  }
}
