package io.github.aigateway;

import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call that succeeded: the value and what came with it.
 *
 * @param <T> the type of the value
 * @param value what the API returned
 * @param status the HTTP status
 * @param headers the headers of the answer
 * @param url the address that answered
 * @param requestId the id under which Cloudflare's support finds the request, if the answer carried
 *     one
 * @param attempts how many times the request was tried, this one included
 * @param rateLimit what is left of the rate limit, if the answer says so
 */
public record ApiResponse<T>(
    T value,
    int status,
    Headers headers,
    HttpUrl url,
    @Nullable String requestId,
    int attempts,
    @Nullable RateLimit rateLimit) {

  /** The same answer with another value. */
  <R> ApiResponse<R> map(Function<? super T, ? extends R> mapper) {
    return new ApiResponse<>(
        mapper.apply(value), status, headers, url, requestId, attempts, rateLimit);
  }
}
