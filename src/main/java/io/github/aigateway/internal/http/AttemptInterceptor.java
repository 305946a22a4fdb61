package io.github.aigateway.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Runs before the caller's interceptors: begins the attempt, and notes how it ends. A failure of
 * the caller's code is noted and thrown as an {@link IOException}, the only exception that OkHttp
 * handles well. Keeps the head of the body as evidence.
 */
final class AttemptInterceptor implements Interceptor {

  /** The most that is read of an error's body: Retrofit holds it in memory, and we keep no more. */
  private static final long MAX_ERROR_BYTES = BodyHead.MAX_BYTES;

  private final LongSupplier nanos;
  private final long maxResponseBytes;
  private final boolean callersInterceptors;

  AttemptInterceptor(LongSupplier nanos, long maxResponseBytes, boolean callersInterceptors) {
    this.nanos = nanos;
    this.maxResponseBytes = maxResponseBytes;
    this.callersInterceptors = callersInterceptors;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Trace trace = Trace.of(chain.call());
    if (!trace.begin(nanos.getAsLong())) {
      throw new IOException(trace.isBare() ? "The client is closed." : "The attempt has ended.");
    }
    BodyHead head = new BodyHead();
    if (trace.isBare()) {
      return bounded(chain.proceed(chain.request()), trace, head);
    }
    if (callersInterceptors) {
      trace.intercepted();
    }
    try {
      return received(chain.proceed(chain.request()), trace, head);
    } catch (UnusableBodyException ours) {
      // A caller's interceptor read the body before the converter, for example to log it.
      trace.receivedFromWire(head);
      throw ours;
    } catch (Throwable thrown) {
      throw noted(thrown, trace);
    }
  }

  private Response received(Response response, Trace trace, BodyHead head) throws IOException {
    if (trace.state().hasEnded()) {
      response.close();
      throw new IOException("The attempt has ended.");
    }
    trace.received(new Trace.Received(response, head));
    Response bounded = bounded(response, trace, head);
    if (trace.requiresSuccess() && bounded.isSuccessful() && saysFailure(bounded.body())) {
      trace.saidFailure();
    }
    return bounded;
  }

  /** Reads a body to its end, since a converter need not, and leaves it to be read again. */
  private static boolean saysFailure(@Nullable ResponseBody body) throws IOException {
    if (body == null) {
      return false;
    }
    try {
      body.source().request(Long.MAX_VALUE);
    } catch (IOException unusable) {
      body.close();
      throw unusable;
    }
    InputStream again = body.source().peek().inputStream();
    return ErrorBody.decode(new InputStreamReader(again, StandardCharsets.UTF_8)).saysFailure();
  }

  /** Notes a failure of the caller's code; one of the network, even wrapped, is passed on. */
  private static IOException noted(Throwable thrown, Trace trace) {
    if (thrown instanceof InterruptedException) {
      // OkHttp 5 throws it undeclared from an interrupted wait for a connection.
      Thread.currentThread().interrupt();
      return (IOException) new InterruptedIOException("interrupted").initCause(thrown);
    }
    if (thrown instanceof InterruptedIOException interrupted
        && Thread.currentThread().isInterrupted()) {
      return interrupted;
    }
    Throwable ofNetwork = trace.networkFailure();
    if (thrown instanceof IOException failure
        && ofNetwork != null
        && Causes.any(thrown, ofNetwork::equals)) {
      return failure;
    }
    return foreign(thrown, trace);
  }

  private static IOException foreign(Throwable thrown, Trace trace) {
    trace.foreignFailed(thrown);
    return thrown instanceof IOException failure
        ? failure
        : new IOException("Code of the caller failed.", thrown);
  }

  private Response bounded(Response response, Trace trace, BodyHead head) {
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    long length = body.contentLength();
    boolean cut = !response.isSuccessful() && length > MAX_ERROR_BYTES;
    // What the caller's interceptors got is read through a NetworkSource already.
    Source inner =
        trace.isSeenByCaller() ? body.source() : new NetworkSource(body, trace, maxResponseBytes);
    Source source = new BoundedSource(inner, response.isSuccessful(), trace, head);
    return response
        .newBuilder()
        .body(new ReplacedBody(response, body, cut ? -1 : length, Okio.buffer(source)))
        .build();
  }

  /** The body that the caller's interceptors returned: they may have replaced it. */
  private final class BoundedSource extends ForwardingSource {
    private final boolean successful;
    private final Trace trace;
    private final BodyHead head;
    private long total;

    BoundedSource(Source inner, boolean successful, Trace trace, BodyHead head) {
      super(inner);
      this.successful = successful;
      this.trace = trace;
      this.head = head;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (!successful && total >= MAX_ERROR_BYTES) {
        return -1;
      }
      long read = readNoting(sink, byteCount);
      if (read < 0) {
        return read;
      }
      total += read;
      if (!trace.isBare()) {
        head.keep(sink, sink.size() - read, read);
      }
      if (successful && total > maxResponseBytes) {
        throw new UnusableBodyException.TooLarge(maxResponseBytes);
      }
      return read;
    }

    private long readNoting(Buffer sink, long byteCount) throws IOException {
      if (trace.isBare()) {
        return super.read(sink, byteCount);
      }
      try {
        return super.read(sink, byteCount);
      } catch (UnusableBodyException ours) {
        throw ours;
      } catch (Throwable thrown) {
        throw noted(thrown, trace);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } catch (Throwable thrown) {
        throw noted(thrown, trace);
      } finally {
        trace.owner().evictIfClosed();
      }
    }
  }
}
