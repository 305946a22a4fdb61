package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.internal.http.AttemptState.By;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** An attempt that comes as far as a test says, and what the classifier makes of it. */
final class HandAttempt {

  /** What the attempt authenticates itself with. */
  static final String TOKEN = "open-sesame-now";

  private static final Request REQUEST =
      new Request.Builder()
          .url("https://a.example")
          .header("Authorization", "Bearer " + TOKEN)
          .build();

  private static final TimeLimits LIMITS =
      new TimeLimits(Duration.ofSeconds(30), Duration.ofMinutes(2), 0);

  @SuppressWarnings("NullAway") // nothing is called
  private final CallSpec<Envelope<String>, String> spec =
      new CallSpec<>(new Subject("get", null, null), null, envelope -> envelope);

  private final Trace trace =
      new Trace(new Owner(() -> false, null), Effect.REPLACES, Duration.ofSeconds(1));

  static CallSpec<String, String> spec(HandCall call) {
    Subject subject = new Subject("get", null, null);
    return new CallSpec<>(subject, call, body -> new Envelope<>(true, body));
  }

  /** A body whose reading fails. */
  static ResponseBody bodyThatFails(IOException failure) {
    ForwardingSource failing =
        new ForwardingSource(new Buffer()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            throw failure;
          }
        };
    return ResponseBody.create(Okio.buffer(failing), null, -1);
  }

  Trace trace() {
    return trace;
  }

  HandAttempt begin() {
    trace.begin(1);
    trace.authenticated(REQUEST);
    return this;
  }

  HandAttempt send() {
    begin();
    trace.send();
    return this;
  }

  /** A response came as far as the head of its body. */
  HandAttempt receive(int status, String body, String... headers) {
    okhttp3.Response response = response(status).newBuilder().headers(Headers.of(headers)).build();
    trace.received(new Trace.Received(response, head(body)));
    return this;
  }

  static BodyHead head(String text) {
    BodyHead head = new BodyHead();
    Buffer bytes = new Buffer().writeUtf8(text);
    try {
      head.keep(bytes, 0, bytes.size());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return head;
  }

  static okhttp3.Response response(int status) {
    return new okhttp3.Response.Builder()
        .request(REQUEST)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .build();
  }

  Outcome<String> respondedWith(Response<Envelope<String>> response) {
    return ended(By.ITSELF, response, null, false);
  }

  Outcome<String> respondedWith(@Nullable Boolean success, @Nullable String result) {
    return respondedWith(Response.success(new Envelope<>(success, result)));
  }

  Outcome<String> failed(Throwable thrown) {
    return ended(By.ITSELF, null, thrown, false);
  }

  /** It failed since somebody else cancelled the HTTP call. */
  Outcome<String> cancelled(Throwable thrown) {
    return ended(By.ITSELF, null, thrown, true);
  }

  /** It ended from outside, or was ended before by itself. */
  Outcome<String> ended(By by) {
    return ended(by, null, null, true);
  }

  private Outcome<String> ended(
      By by,
      @Nullable Response<Envelope<String>> response,
      @Nullable Throwable thrown,
      boolean cancelled) {
    trace.state().end(by);
    return Classifier.outcome(spec, trace, response, thrown, cancelled, Instant.EPOCH, LIMITS);
  }

  static Outcome.NoResponse<?> none(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.NoResponse.class, outcome);
  }
}
