package io.github.aigateway.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Runs after the caller's interceptors: adds the credentials and the user agent, and notes failures
 * of the network. If the caller sees the response, takes the credentials out of it, and limits its
 * size.
 */
final class IdentityInterceptor implements Interceptor {

  private final HttpUrl baseUrl;
  private final Credentials credentials;
  private final String userAgent;
  private final long maxResponseBytes;

  IdentityInterceptor(
      HttpUrl baseUrl, Credentials credentials, String userAgent, long maxResponseBytes) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
    this.userAgent = userAgent;
    this.maxResponseBytes = maxResponseBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Trace trace = Trace.of(chain.call());
    trace.leavesInterceptors();
    try {
      Request request = identified(chain.request());
      trace.authenticated(request);
      Response response = withTimeout(chain, trace).proceed(request);
      if (!trace.isSeenByCaller()) {
        return HiddenStatus.shown(response);
      }
      return response.request() == request && !Credentials.areIn(chain.request())
          ? forCaller(response, chain.request(), trace)
          : forCaller(response, Credentials.removeFrom(response.request()), trace);
    } catch (IOException failure) {
      trace.networkFailed(failure);
      throw failure;
    } catch (RuntimeException | Error failure) {
      trace.innerFailed(failure);
      throw failure;
    } finally {
      trace.returnsToInterceptors();
    }
  }

  private static Chain withTimeout(Chain chain, Trace trace) {
    if (trace.connectTimeout() == null) {
      return chain;
    }
    // Rounded up: OkHttp takes 0 for no limit.
    long whole = trace.connectTimeout().plusNanos(999_999).toMillis();
    int millis = (int) Math.min(Integer.MAX_VALUE, whole);
    return chain.withConnectTimeout(millis, TimeUnit.MILLISECONDS);
  }

  /** Only the API gets the credentials, even if an interceptor changed the URL. */
  private Request identified(Request request) throws IOException {
    Request.Builder identified = request.newBuilder();
    if (isForApi(request.url())) {
      credentials.applyTo(identified);
    }
    if (request.header("Accept") == null) {
      identified.header("Accept", "application/json");
    }
    return identified.header("User-Agent", userAgent).build();
  }

  private boolean isForApi(HttpUrl url) {
    return url.port() == baseUrl.port()
        && url.host().equals(baseUrl.host())
        && url.scheme().equals(baseUrl.scheme());
  }

  /** What the caller gets: a response whose requests have no credentials. */
  private Response forCaller(Response response, Request bare, Trace trace) {
    Response.Builder shown =
        HiddenStatus.show(response)
            .request(bare)
            .networkResponse(withoutCredentials(response.networkResponse()))
            .cacheResponse(withoutCredentials(response.cacheResponse()))
            .priorResponse(withoutCredentials(response.priorResponse()));
    ResponseBody body = response.body();
    if (body != null) {
      Source source = new NetworkSource(body, trace, maxResponseBytes);
      shown.body(new ReplacedBody(response, body, body.contentLength(), Okio.buffer(source)));
    }
    return shown.build();
  }

  private static @Nullable Response withoutCredentials(@Nullable Response response) {
    return response == null
        ? null
        : HiddenStatus.show(response)
            .request(Credentials.removeFrom(response.request()))
            .networkResponse(withoutCredentials(response.networkResponse()))
            .cacheResponse(withoutCredentials(response.cacheResponse()))
            .priorResponse(withoutCredentials(response.priorResponse()))
            .build();
  }
}
