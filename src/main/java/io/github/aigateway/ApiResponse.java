package io.github.aigateway;

import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The response to a call that succeeded: the value and what came with it.
 *
 * @param <T> the type of the value
 * @param value what the API returned
 * @param status the HTTP status
 * @param headers the headers of the response
 * @param url the address that responded
 * @param requestId the id under which Cloudflare's support finds the request, if the response
 *     carried one
 * @param attempts how many attempts the call took
 * @param rateLimit the state of the rate limit, if the response tells it
 */
public record ApiResponse<T>(
    T value,
    int status,
    Headers headers,
    HttpUrl url,
    @Nullable String requestId,
    int attempts,
    @Nullable RateLimit rateLimit) {

  /** The same response with another value. */
  <R> ApiResponse<R> map(Function<? super T, ? extends R> mapper) {
    return new ApiResponse<>(
        mapper.apply(value), status, headers, url, requestId, attempts, rateLimit);
  }
}
