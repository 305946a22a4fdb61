package io.github.aigateway.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Runs after the caller's interceptors: adds the credentials and the user agent, and notes failures
 * of the network. Takes the credentials out of the response, and limits its size.
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
      return response.request() == request && !Credentials.areIn(chain.request())
          ? forInterceptors(response, chain.request(), trace)
          : forInterceptors(response, Credentials.removeFrom(response.request()), trace);
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

  /** What the caller's interceptors get: a response whose requests have no credentials. */
  private Response forInterceptors(Response response, Request bare, Trace trace) {
    Response.Builder shown =
        HiddenStatus.show(response)
            .request(bare)
            .networkResponse(withoutCredentials(response.networkResponse()))
            .cacheResponse(withoutCredentials(response.cacheResponse()))
            .priorResponse(withoutCredentials(response.priorResponse()));
    ResponseBody body = response.body();
    if (body != null) {
      shown.body(new ReplacedBody(response, body, Okio.buffer(new Source(body, trace))));
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

  /** The decoded body, as OkHttp returns it. */
  private final class Source extends ForwardingSource {
    private final Trace trace;
    private long total;

    Source(ResponseBody body, Trace trace) {
      super(body.source());
      this.trace = trace;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = readNoting(sink, byteCount);
      total += Math.max(0, read);
      if (total > maxResponseBytes) {
        throw new UnusableBodyException.TooLarge(maxResponseBytes);
      }
      return read;
    }

    private long readNoting(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException broken) {
        if (trace.isEncoded() && trace.networkFailure() == null) {
          throw new UnusableBodyException.NotDecodable(broken);
        }
        trace.networkFailed(broken);
        throw broken;
      }
    }
  }
}
