package io.github.aigateway.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call of Retrofit that does what a test says. It is its own clones, each with a new trace. */
public final class HandCall implements Call<String> {

  /** What happens when the HTTP client gets the call. */
  public interface Begin {
    /** Runs the call, or begins to. */
    void begin() throws IOException;
  }

  private final Effect effect;
  private final Owner owner;
  private Trace trace;
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
  private @Nullable RuntimeException failsBefore;
  private Begin whenBegun = () -> {};
  private Runnable whenCancelled = () -> {};
  private Runnable whenClosed = () -> {};
  private boolean closed;
  private int begun;
  private @Nullable Callback<String> last;

  /**
   * Makes a call that has this effect.
   *
   * @param closed whether its client is
   */
  public HandCall(Effect effect, BooleanSupplier closed) {
    this.owner = new Owner(closed, null);
    this.effect = effect;
    this.trace = newTrace();
  }

  private Trace newTrace() {
    return new Trace(owner, effect, Duration.ofSeconds(1));
  }

  void failsBefore(RuntimeException failure) {
    failsBefore = failure;
  }

  /** Says what happens from now on when the HTTP client gets the call. */
  public void whenBegun(Begin action) {
    whenBegun = action;
  }

  void whenCancelled(Runnable action) {
    whenCancelled = action;
  }

  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  Trace trace() {
    return trace;
  }

  /** How often the HTTP client got it. */
  public int begun() {
    return begun;
  }

  /** Done when the call was cancelled. */
  public CompletableFuture<Void> cancelled() {
    return cancelled;
  }

  boolean responseIsClosed() {
    return closed;
  }

  /** The request is on its way through the interceptors. */
  public void begin() {
    trace.begin(0);
  }

  /** The request is sent. */
  public void send() {
    begin();
    trace.send();
  }

  /** A response came as far as the head of its body. */
  public void receive(int status, String bodyHead) {
    okhttp3.Response response =
        new okhttp3.Response.Builder()
            .request(request())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .body(new Body(new Buffer()))
            .build();
    trace.received(new Trace.Received(response, HandAttempt.head(bodyHead)));
  }

  /** Ends the attempt that was enqueued last by a value. */
  public void respond(String value) {
    send();
    receive(200, value);
    Objects.requireNonNull(last).onResponse(this, Response.success(value));
  }

  private final class Body extends ResponseBody {
    private final BufferedSource source;

    Body(Buffer bytes) {
      source =
          Okio.buffer(
              new ForwardingSource(bytes) {
                @Override
                public void close() {
                  closed = true;
                  whenClosed.run();
                }
              });
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
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

  @Override
  public Request request() {
    if (failsBefore != null) {
      throw failsBefore;
    }
    return new Request.Builder().url("https://a.example").tag(Trace.class, trace).build();
  }

  @Override
  public Response<String> execute() throws IOException {
    begun++;
    whenBegun.begin();
    return Response.success("value");
  }

  @Override
  public void enqueue(Callback<String> callback) {
    begun++;
    last = callback;
    try {
      whenBegun.begin();
    } catch (IOException failure) {
      callback.onFailure(this, failure);
    }
  }

  @Override
  public void cancel() {
    cancelled.complete(null);
    whenCancelled.run();
  }

  @Override
  public boolean isCanceled() {
    return cancelled.isDone();
  }

  @Override
  public boolean isExecuted() {
    return begun > 0;
  }

  @Override
  public Call<String> clone() {
    trace = newTrace();
    return this;
  }

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }
}
