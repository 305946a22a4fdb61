package io.github.aigateway;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

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
    Response response = proceed(chain, request);
    return response.request() == request && !Credentials.areIn(chain.request())
        ? withoutCredentials(response, chain.request())
        : withoutCredentials(response, Credentials.removeFrom(response.request()));
  }

  private static Response proceed(Chain chain, Request request) throws IOException {
    Attempt attempt = Attempt.of(request);
    if (attempt == null) {
      return chain.proceed(request);
    }
    attempt.authenticated(request);
    int connectMillis = (int) Math.min(Integer.MAX_VALUE, attempt.connectTimeout().toMillis() + 1);
    return chain.withConnectTimeout(connectMillis, TimeUnit.MILLISECONDS).proceed(request);
  }

  /** The answer holds its requests, and goes on to the caller's interceptors. */
  private static Response withoutCredentials(Response response, Request bare) {
    return response
        .newBuilder()
        .request(bare)
        .networkResponse(bareOrNull(response.networkResponse()))
        .cacheResponse(bareOrNull(response.cacheResponse()))
        .priorResponse(bareOrNull(response.priorResponse()))
        .build();
  }

  private static @Nullable Response bareOrNull(@Nullable Response response) {
    return response == null
        ? null
        : withoutCredentials(response, Credentials.removeFrom(response.request()));
  }

  private Request.Builder authenticated(Request.Builder request) throws IOException {
    try {
      return credentials.applyTo(request);
    } catch (Throwable supplierFailed) {
      // OkHttp lets nothing but an IOException end a call in order, and would quote anything else.
      throw new NoCredentialsException(supplierFailed);
    }
  }

  /** The supplier of the API token failed, or gave what cannot be a token. */
  static final class NoCredentialsException extends IOException {
    private static final long serialVersionUID = 1L;

    NoCredentialsException(Throwable cause) {
      super("There is no API token to authenticate with.", cause);
    }
  }
}
