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

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    if (attempt == null) {
      return chain.proceed(chain.request());
    }
    Connection connection = chain.connection();
    attempt.sending(connection != null && !seen.add(connection));
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    if (response.code() == 503 && retryAfter != null) {
      // OkHttp repeats at once after a 503 that says 0, whatever it is told.
      attempt.hideRetryAfter(retryAfter);
      return response.newBuilder().removeHeader("Retry-After").build();
    }
    return response;
  }
}
