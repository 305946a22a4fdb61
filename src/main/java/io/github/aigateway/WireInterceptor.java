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
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

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
    Connection connection = chain.connection();
    boolean reused = connection != null && !seen.add(connection);
    Attempt attempt = Attempt.of(chain.request());
    if (attempt != null) {
      attempt.sending(reused);
    }
    try {
      return hiding(noting(attempt, chain.proceed(chain.request())));
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

  /** Notes where the body breaks off: what fails further up is the body's own fault. */
  private static Response noting(@Nullable Attempt attempt, Response response) {
    ResponseBody body = response.body();
    if (attempt == null || body == null) {
      return response;
    }
    Source source =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            try {
              return super.read(sink, byteCount);
            } catch (IOException broken) {
              attempt.bodyFailed(broken);
              throw broken;
            }
          }
        };
    return response
        .newBuilder()
        .body(new ReplacedBody(response, body, Okio.buffer(source)))
        .build();
  }
}
