package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.AttemptState.Going;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Next to the network it is decided whether a request is sent, and noted what comes of it. */
class WireInterceptorTest {

  private final Trace trace =
      new Trace(new Owner(() -> false, null), Effect.CREATES, Duration.ofSeconds(1));

  private final Request request =
      new Request.Builder().url("https://a.example").tag(Trace.class, trace).build();

  @BeforeEach
  void begin() {
    trace.begin(1);
  }

  private Response response(Interceptor network) throws IOException {
    return new OkHttpClient.Builder()
        .addInterceptor(new WireInterceptor())
        .addInterceptor(network)
        .build()
        .newCall(request)
        .execute();
  }

  private Response.Builder responding(int status) {
    return HandAttempt.response(status)
        .newBuilder()
        .request(request)
        .body(ResponseBody.create("abc", null));
  }

  @Test
  void whatIsRespondedIsNoted() throws IOException {
    try (Response response = response(chain -> responding(200).build())) {
      assertEquals("abc", response.body().string());
    }
    assertEquals(Going.SENDING, trace.state().now());
    assertEquals(List.of(request), trace.authenticated());
  }

  @Test
  void anAttemptThatHasEndedSendsNothing() {
    trace.state().end(By.ATTEMPT_TIME);
    assertNull(heldBack().getCause());
  }

  @Test
  void aCreateIsNotSentTwice() {
    EOFException lost = new EOFException();
    assertSame(lost, assertThrows(EOFException.class, () -> response(throwing(lost))));
    assertSame(lost, trace.networkFailure());
    assertSame(lost, heldBack().getCause());
  }

  private NotSentException heldBack() {
    Interceptor sends =
        chain -> {
          throw new AssertionError("it is sent");
        };
    return assertThrows(NotSentException.class, () -> response(sends));
  }

  private static Interceptor throwing(IOException failure) {
    return chain -> {
      throw failure;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {407, 408, 503})
  void aStatusForWhichOkHttpWouldRepeatTheRequestIsHiddenFromIt(int status) throws IOException {
    try (Response response = response(chain -> responding(status).build())) {
      assertEquals(1000 + status, response.code());
      assertEquals(status, HiddenStatus.show(response).build().code());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 406, 409, 429, 500, 502, 504, 999})
  void anyOtherStatusIsNotHidden(int status) throws IOException {
    try (Response response = response(chain -> responding(status).build())) {
      assertEquals(status, response.code());
      assertEquals(status, HiddenStatus.show(response).build().code());
    }
  }

  @Test
  void anEncodedBodyThatBreaksOffIsAFailureOfTheNetwork() throws IOException {
    EOFException broken = new EOFException();
    ResponseBody body = ResponseBody.create(Okio.buffer(failing(broken)), null, 9);
    Response.Builder encoded = responding(200).header("Content-Encoding", "gzip").body(body);
    try (Response response = response(chain -> encoded.build())) {
      ResponseBody seen = response.body();
      assertEquals(9, seen.contentLength());
      assertEquals('a', seen.source().readByte());
      assertSame(broken, assertThrows(EOFException.class, () -> seen.source().readByte()));
    }
    assertSame(broken, trace.networkFailure());
  }

  private static ForwardingSource failing(IOException failure) {
    return new ForwardingSource(new Buffer().writeByte('a')) {
      @Override
      public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        if (read < 0) {
          throw failure;
        }
        return read;
      }
    };
  }

  @Test
  void whatOkHttpThrowsAtAResponseIsAFailureOfTheNetwork() {
    IllegalArgumentException thrown = new IllegalArgumentException("status < 0: -5");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("okhttp3.internal.http.CallServerInterceptor", "m", null, 0)
        });
    IOException seen =
        assertThrows(
            IOException.class,
            () ->
                response(
                    chain -> {
                      throw thrown;
                    }));
    assertSame(thrown, seen.getCause());
    assertNotNull(seen.getMessage());
  }
}
