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

  private final @Nullable MediaType contentType;
  private final long contentLength;
  private final BufferedSource source;

  ReplacedBody(
      Response response, ResponseBody original, long contentLength, BufferedSource source) {
    // Asked once, and now: a body of the caller's may throw, and Retrofit hides some of these
    // errors.
    // For JSON it is not asked at all: OkHttp would use regular expressions, and 600 bytes.
    this.contentType =
        JSON.equals(response.header("Content-Type")) ? JSON_TYPE : original.contentType();
    this.contentLength = contentLength;
    this.source = source;
  }

  @Override
  public @Nullable MediaType contentType() {
    return contentType;
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
