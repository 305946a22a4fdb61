package io.github.aigateway;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands next to the network: notes that a request is about to be sent, and hides from OkHttp what
 * would make it repeat a request by itself. It may still try the next address of a host, since then
 * nothing was sent. {@link AnswerInterceptor} brings to light again what is hidden here.
 */
final class WireInterceptor implements Interceptor {

  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN = "X-Hidden-Retry-After";

  private final Set<Connection> seen =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    Connection connection = chain.connection();
    boolean reused = connection != null && !seen.add(connection);
    if (attempt != null) {
      attempt.sending(reused);
    }
    try {
      return hiding(chain.proceed(chain.request()));
    } catch (IOException broken) {
      throw new SentException(broken);
    }
  }

  /** OkHttp repeats after 408, and after a 503 that says 0, but not if it had to wait for it. */
  private static Response hiding(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    String retryAfter = response.header(RETRY_AFTER);
    return response
        .newBuilder()
        .header(RETRY_AFTER, "1")
        .header(HIDDEN, retryAfter == null ? "" : retryAfter)
        .build();
  }

  /** The answer as it came. */
  static Response uncovered(Response response) {
    String retryAfter = response.header(HIDDEN);
    if (retryAfter == null) {
      return response;
    }
    Response.Builder builder = response.newBuilder().removeHeader(HIDDEN);
    return retryAfter.isEmpty()
        ? builder.removeHeader(RETRY_AFTER).build()
        : builder.header(RETRY_AFTER, retryAfter).build();
  }

  /** A failure after which OkHttp repeats nothing: it takes it for one of the protocol. */
  static final class SentException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    SentException(IOException failure) {
      super(failure.getMessage());
      initCause(failure);
    }

    /** The failure itself. */
    IOException uncovered() {
      IOException failure = (IOException) Objects.requireNonNull(getCause());
      for (Throwable earlier : getSuppressed()) {
        failure.addSuppressed(earlier);
      }
      return failure;
    }
  }
}
