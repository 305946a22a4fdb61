package io.github.aigateway.internal.http;

import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A body that is read through another source. */
final class ReplacedBody extends ResponseBody {

  private static final String JSON = "application/json";
  private static final MediaType JSON_TYPE = MediaType.get(JSON);

  private final Response response;
  private final ResponseBody original;
  private final long contentLength;
  private final BufferedSource source;

  ReplacedBody(Response response, ResponseBody original, BufferedSource source) {
    this(response, original, original.contentLength(), source);
  }

  ReplacedBody(
      Response response, ResponseBody original, long contentLength, BufferedSource source) {
    this.response = response;
    this.original = original;
    this.contentLength = contentLength;
    this.source = source;
  }

  @Override
  public @Nullable MediaType contentType() {
    // Retrofit asks in each call, and OkHttp would use regular expressions.
    return JSON.equals(response.header("Content-Type")) ? JSON_TYPE : original.contentType();
  }

  @Override
  public long contentLength() {
    return contentLength;
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
