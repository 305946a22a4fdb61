package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.AttemptState.By;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's interceptors do is seen, and goes on in order. */
class AttemptInterceptorTest {

  private static final int MOST = 10_000;
  private static final int KEPT = BodyHead.MAX_BYTES;

  private Trace trace =
      new Trace(new Owner(() -> false, null), Effect.REPLACES, Duration.ofSeconds(1));

  private boolean callersInterceptors = true;
  private boolean closed;

  private Response response(Interceptor callers) throws IOException {
    Request request =
        new Request.Builder().url("https://a.example").tag(Trace.class, trace).build();
    return new OkHttpClient.Builder()
        .addInterceptor(new AttemptInterceptor(() -> 7, MOST, callersInterceptors))
        .addInterceptor(callers)
        .build()
        .newCall(request)
        .execute();
  }

  private Response responding(Interceptor.Chain chain, int status, int length) {
    ForwardingSource source =
        new ForwardingSource(new Buffer().write(new byte[length])) {
          @Override
          public void close() {
            closed = true;
          }
        };
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(ResponseBody.create(Okio.buffer(source), null, length))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"200, 8192, 8192", "200, 8193, 8193", "500, 8192, 8192", "500, 8193, -1"})
  void aBodyHasItsLengthUnlessTheRestOfAnErrorIsLeftOut(int status, int length, long seen)
      throws IOException {
    try (Response response = response(chain -> responding(chain, status, length))) {
      assertEquals(seen, response.body().contentLength());
      assertEquals(seen < 0 ? KEPT : length, response.body().bytes().length);
    }
    assertEquals(7, trace.state().begunAt());
    assertTrue(closed);
  }

  @Test
  void aBodyThatACallersInterceptorMadeIsBoundedToo() throws IOException {
    try (Response response = response(chain -> responding(chain, 200, MOST))) {
      assertEquals(MOST, response.body().bytes().length);
    }
    trace = new Trace(new Owner(() -> false, null), Effect.READS, Duration.ofSeconds(1));
    try (Response response = response(chain -> responding(chain, 200, MOST + 1))) {
      ResponseBody body = response.body();
      assertThrows(UnusableBodyException.TooLarge.class, body::bytes);
    }
  }

  @Test
  void withoutACallersInterceptorABodyThatFailsIsTheNetworks() throws IOException {
    callersInterceptors = false;
    IOException lost = new IOException("lost");
    ResponseBody body = HandAttempt.bodyThatFails(lost);
    try (Response response =
        response(chain -> responding(chain, 200, 0).newBuilder().body(body).build())) {
      ResponseBody seen = response.body();
      assertSame(lost, assertThrows(IOException.class, seen::bytes));
    }
    assertSame(lost, trace.networkFailure());
    assertNull(trace.foreignFailure());
  }

  @Test
  void aBareCallFailsAsItWouldWithoutUs() throws IOException {
    trace = new Trace(new Owner(() -> false, null), Effect.READS, null);
    IllegalStateException callers = new IllegalStateException("from an interceptor");
    ForwardingSource failing =
        new ForwardingSource(new Buffer()) {
          @Override
          public long read(Buffer sink, long byteCount) {
            throw callers;
          }
        };
    ResponseBody body = ResponseBody.create(Okio.buffer(failing), null, -1);
    try (Response response =
        response(chain -> responding(chain, 200, 0).newBuilder().body(body).build())) {
      ResponseBody seen = response.body();
      assertSame(callers, assertThrows(IllegalStateException.class, seen::bytes));
    }
    assertNull(trace.foreignFailure());
  }

  @Test
  void theHeadOfABodyIsEvidence() throws IOException {
    Response made = text("{\"success\": false}");
    try (Response response = response(chain -> made)) {
      assertEquals("", trace.received().head().text());
      assertEquals("{\"success\": false}", response.body().string());
    }
    assertEquals("{\"success\": false}", trace.received().head().text());
  }

  @Test
  void anAttemptBeginsOnce() {
    trace.begin(1);
    assertEquals("The attempt has ended.", notBegun());
    assertEquals(1, trace.state().begunAt());
  }

  @Test
  void aBareCallOfAClosedClientDoesNotBegin() {
    trace = new Trace(new Owner(() -> true, null), Effect.READS, null);
    assertEquals("The client is closed.", notBegun());
  }

  private @Nullable String notBegun() {
    return assertThrows(IOException.class, () -> response(throwing(new AssertionError())))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyInterceptorsOfTheCallersCanSendTheRequestInAnotherWay(boolean callers)
      throws IOException {
    callersInterceptors = callers;
    Response made = text("");
    response(
            chain -> {
              assertEquals(callers, trace.isAmongInterceptors());
              return made;
            })
        .close();
  }

  @Test
  void aBodyThatAnInterceptorReadsAndThatCannotBeUsedIsTheFaultOfTheResponse() {
    Response onWire = text("");
    UnusableBodyException tooLarge = new UnusableBodyException.TooLarge(MOST);
    Interceptor reading =
        chain -> {
          trace.responded(onWire);
          throw tooLarge;
        };
    assertSame(tooLarge, assertThrows(IOException.class, () -> response(reading)));
    assertSame(onWire, trace.received().response());
    assertNull(trace.foreignFailure());
  }

  private static Response text(String text) {
    return HandAttempt.response(200).newBuilder().body(ResponseBody.create(text, null)).build();
  }

  @Test
  void aResponseAfterTheEndIsClosed() {
    IOException late =
        assertThrows(
            IOException.class,
            () ->
                response(
                    chain -> {
                      trace.state().end(By.ATTEMPT_TIME);
                      return responding(chain, 200, 1);
                    }));
    assertEquals("The attempt has ended.", late.getMessage());
    assertTrue(closed);
  }

  @Test
  void anIoExceptionOfTheCallersGoesOnAsItIsAndIsNoted() {
    IOException callers = new IOException("from an interceptor");
    assertSame(callers, assertThrows(IOException.class, () -> response(throwing(callers))));
    assertSame(callers, trace.foreignFailure());
  }

  @Test
  void anyOtherFailureOfTheCallersGoesOnAsAnIoException() {
    IllegalStateException callers = new IllegalStateException("from an interceptor");
    IOException seen = assertThrows(IOException.class, () -> response(throwing(callers)));
    assertSame(callers, seen.getCause());
    assertSame(callers, trace.foreignFailure());
  }

  @Test
  void aFailureOfTheNetworkIsNotTheCallersThoughTheyWrapIt() {
    EOFException broken = new EOFException();
    IOException wrapped = new IOException("from an interceptor", broken);
    trace.networkFailed(broken);
    assertSame(wrapped, assertThrows(IOException.class, () -> response(throwing(wrapped))));
    assertNull(trace.foreignFailure());
  }

  @Test
  void aWaitThatIsInterruptedLeavesTheThreadInterrupted() {
    InterruptedException interrupted = new InterruptedException();
    IOException seen =
        assertThrows(InterruptedIOException.class, () -> response(throwing(interrupted)));
    assertTrue(Thread.interrupted());
    assertSame(interrupted, seen.getCause());
    assertNull(trace.foreignFailure());
  }

  @Test
  void anInterruptOfTheThreadIsNotTheCallersFailure() {
    InterruptedIOException interrupted = new InterruptedIOException();
    Thread.currentThread().interrupt();
    assertSame(interrupted, assertThrows(IOException.class, () -> response(throwing(interrupted))));
    assertTrue(Thread.interrupted());
    assertNull(trace.foreignFailure());
    trace = new Trace(new Owner(() -> false, null), Effect.READS, Duration.ofSeconds(1));
    assertSame(interrupted, assertThrows(IOException.class, () -> response(throwing(interrupted))));
    assertSame(interrupted, trace.foreignFailure());
  }

  private static Interceptor throwing(Throwable failure) {
    return chain -> {
      throw AttemptInterceptorTest.<IOException>undeclared(failure);
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X undeclared(Throwable failure) throws X {
    throw (X) failure;
  }
}
