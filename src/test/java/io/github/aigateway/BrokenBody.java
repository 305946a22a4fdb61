package io.github.aigateway;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** A body that throws something after its first bytes. */
final class BrokenBody extends ResponseBody {
  private final BufferedSource source;

  /** Responds with such a body, instead of what the API said. */
  static Interceptor with(int status, Throwable thrown) {
    return chain -> {
      Response real = chain.proceed(chain.request());
      real.close();
      return new Response.Builder()
          .request(real.request())
          .protocol(Protocol.HTTP_1_1)
          .code(status)
          .message("of the caller")
          .header("Location", "https://example.com/")
          .body(new BrokenBody(thrown))
          .build();
    };
  }

  BrokenBody(Throwable thrown) {
    this.source =
        Okio.buffer(
            new Source() {
              private boolean begun;

              @Override
              public long read(Buffer sink, long byteCount) {
                if (begun) {
                  Part.<RuntimeException>sneak(thrown);
                }
                begun = true;
                sink.writeUtf8("{\"success\":");
                return 11;
              }

              @Override
              public Timeout timeout() {
                return Timeout.NONE;
              }

              @Override
              public void close() {}
            });
  }

  @Override
  public MediaType contentType() {
    return MediaType.get("application/json");
  }

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
