package io.github.aigateway.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/**
 * Runs next to the network: the last to decide whether a request is sent, and the first to see the
 * response.
 */
final class WireInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Trace trace = Trace.of(chain.call());
    if (!trace.send()) {
      throw new NotSentException(trace.networkFailure());
    }
    try {
      Response response = chain.proceed(chain.request());
      trace.responded(response);
      return HiddenStatus.hide(trace.isEncoded() ? noting(response, trace) : response, chain);
    } catch (IOException broken) {
      trace.networkFailed(broken);
      throw broken;
    } catch (RuntimeException thrown) {
      throw BrokenProtocol.orRethrown(thrown);
    }
  }

  /** Notes if the body breaks off before it is decoded: then its encoding is not at fault. */
  private static Response noting(Response response, Trace trace) {
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    ForwardingSource source =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            try {
              return super.read(sink, byteCount);
            } catch (IOException broken) {
              trace.networkFailed(broken);
              throw broken;
            }
          }
        };
    return response
        .newBuilder()
        .body(new ReplacedBody(response, body, body.contentLength(), Okio.buffer(source)))
        .build();
  }
}
