package io.github.aigateway;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands next to the network: notes that a request is about to be sent, and hides from OkHttp what
 * would make it repeat a request by itself.
 */
final class WireInterceptor implements Interceptor {

  private final Set<Connection> seen =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Where OkHttp does not look. */
  private static final String HIDDEN = "Hidden-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    Connection connection = chain.connection();
    boolean reused = connection != null && !seen.add(connection);
    if (attempt != null) {
      attempt.sending(reused);
    }
    Response response = chain.proceed(chain.request());
    // OkHttp repeats at once after a 503 that says 0, whatever it is told.
    return response.code() == 503 ? renamed(response, "Retry-After", HIDDEN) : response;
  }

  /** Undoes the hiding, where OkHttp is done with the answer. */
  static Response shown(Response response) {
    return renamed(response, HIDDEN, "Retry-After");
  }

  private static Response renamed(Response response, String from, String to) {
    String value = response.header(from);
    return value == null
        ? response
        : response.newBuilder().removeHeader(from).header(to, value).build();
  }
}
