package io.github.aigateway;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Authenticates each request, says who sends it, and what answer is understood. */
final class IdentityInterceptor implements Interceptor {

  private static final String USER_AGENT =
      "cloudflare-ai-gateway-java/" + Version.VERSION + " Java/" + Runtime.version().feature();

  private final Credentials credentials;

  IdentityInterceptor(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request =
        authenticated(chain.request().newBuilder())
            .header("User-Agent", USER_AGENT)
            .header("Accept", "application/json")
            .build();
    Attempt attempt = Attempt.of(request);
    if (attempt == null) {
      return chain.proceed(request);
    }
    int connectMillis = (int) Math.min(Integer.MAX_VALUE, attempt.connectTimeout().toMillis() + 1);
    return chain.withConnectTimeout(connectMillis, TimeUnit.MILLISECONDS).proceed(request);
  }

  private Request.Builder authenticated(Request.Builder request) throws IOException {
    try {
      return credentials.applyTo(request);
    } catch (RuntimeException supplierFailed) {
      // OkHttp lets nothing but an IOException end a call in order.
      throw new NoCredentialsException(supplierFailed);
    }
  }

  /** The supplier of the API token failed, or gave what cannot be a token. */
  static final class NoCredentialsException extends IOException {
    private static final long serialVersionUID = 1L;

    NoCredentialsException(RuntimeException cause) {
      super("There is no API token to authenticate with.", cause);
    }
  }
}
