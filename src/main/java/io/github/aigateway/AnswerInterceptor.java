package io.github.aigateway;

import io.github.aigateway.WireInterceptor.SentException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Bounds every answer, and keeps the head of its body as evidence. */
final class AnswerInterceptor implements Interceptor {

  /** All that is read of an error, since Retrofit holds it in memory: no more than is kept. */
  private static final long MAX_ERROR_BYTES = Attempt.EVIDENCE_BYTES;

  private final long maxAnswerBytes;

  AnswerInterceptor(long maxAnswerBytes) {
    this.maxAnswerBytes = maxAnswerBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = proceed(chain);
    Attempt attempt = Attempt.of(chain.request());
    if (attempt != null) {
      attempt.answered(response);
    }
    ResponseBody body = response.body();
    return body == null
        ? response
        : response.newBuilder().body(bounded(response, body, attempt)).build();
  }

  private ResponseBody bounded(Response response, ResponseBody body, @Nullable Attempt attempt) {
    long length = body.contentLength();
    boolean cut = !response.isSuccessful() && length > MAX_ERROR_BYTES;
    return new ReplacedBody(
        response,
        body,
        cut ? -1 : length,
        Okio.buffer(new BoundedSource(body, response.isSuccessful(), attempt)));
  }

  private static Response proceed(Chain chain) throws IOException {
    try {
      return WireInterceptor.uncovered(chain.proceed(chain.request()));
    } catch (SentException sent) {
      throw sent.uncovered();
    }
  }

  /** The answer has more bytes than the client accepts. */
  static final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(long limit) {
      super("The answer has more than " + limit + " bytes, the most that this client accepts.");
    }
  }

  /** All bytes of the answer came, but they are not what {@code Content-Encoding} says. */
  static final class NotDecodableException extends IOException {
    private static final long serialVersionUID = 1L;

    NotDecodableException(IOException cause) {
      super("The answer's Content-Encoding is not what the body has.", cause);
    }
  }

  private final class BoundedSource extends ForwardingSource {
    private final boolean successful;
    private final @Nullable Attempt attempt;
    private long total;

    BoundedSource(ResponseBody body, boolean successful, @Nullable Attempt attempt) {
      super(body.source());
      this.successful = successful;
      this.attempt = attempt;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (!successful && total >= MAX_ERROR_BYTES) {
        return -1;
      }
      long read = readDecoded(sink, byteCount);
      if (read < 0) {
        return read;
      }
      total += read;
      if (attempt != null) {
        attempt.keep(sink, sink.size() - read, read);
      }
      if (successful && total > maxAnswerBytes) {
        throw new AnswerTooLargeException(maxAnswerBytes);
      }
      return read;
    }

    private long readDecoded(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException broken) {
        throw attempt == null || attempt.bodyBroke() ? broken : new NotDecodableException(broken);
      }
    }
  }
}
