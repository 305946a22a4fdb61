package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a part of the caller's throws ends a call, in every style alike, and is not repeated. */
class ThrowingPartsTest extends InRealTime {

  private final CallersExecutor threads = CallersExecutor.ofThreads();
  private int calls;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TOKEN_SUPPLIER")
  void anExceptionIsOneOfTheHttpClient(Part part) {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("of the caller"),
            new UncheckedIOException(new IOException("of the caller")),
            new SecurityException(),
            new Exception("of another language, which declares nothing"))) {
      for (Style style : Style.values()) {
        assertHttpClientFailed(part, thrown, style, Calls.UPDATE);
      }
    }
    for (Calls operation : Calls.values()) {
      boolean hasBody = operation == Calls.CREATE || operation == Calls.UPDATE;
      if (hasBody || (part != Part.REQUEST_BODY_START && part != Part.REQUEST_BODY_END)) {
        assertHttpClientFailed(part, new IllegalStateException(), Style.RESULT, operation);
      }
    }
  }

  private void assertHttpClientFailed(Part part, Throwable thrown, Style style, Calls operation) {
    AiGatewayClient throwing = throwing(part, thrown, new AtomicBoolean(true));
    TransportException error = ends(Reason.HTTP_CLIENT, begin(style, operation, next(throwing)));
    assertSame(thrown, error.getCause(), style::toString);
    assertEquals(1, error.attempts());
    assertEquals(operation.changes() && !part.isBeforeSending(), error.mayHaveBeenApplied());
    assertEquals(List.of(), threads.thrown());
    assertTrue(sent() <= (part.isBeforeSending() ? 0 : 1));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RESPONSE_BODY_START", "RESPONSE_BODY_END", "CONNECTION_RELEASED", "CALL_END"})
  void anErrorEndsACallAndComesOutAsItself(Part part) {
    for (Error thrown : errors()) {
      for (Style style : Style.values()) {
        AtomicBoolean throwsStill = new AtomicBoolean(true);
        AiGatewayClient throwing = throwing(part, thrown, throwsStill);
        assertSame(
            thrown,
            failure(Error.class, begin(style, Calls.UPDATE, next(throwing))),
            style::toString);
        assertEquals(List.of(), threads.thrown());
        assertTrue(sent() <= 1);
        throwsStill.set(false);
        value(begin(style, Calls.UPDATE, throwing.gateways()));
      }
    }
  }

  /** In which of two ways is open: the converter reads the body in that moment. */
  @ParameterizedTest
  @EnumSource(
      names = {"RESPONSE_BODY_START", "RESPONSE_BODY_END", "CONNECTION_RELEASED", "CALL_END"})
  void anErrorWhileAResponseIsReadEndsACall(Part part) {
    for (Error thrown : errors()) {
      Set<Class<?>> types = new HashSet<>();
      for (Style style : Style.values()) {
        AiGatewayClient throwing = throwing(part, thrown, new AtomicBoolean(true));
        Throwable failure = failure(Throwable.class, begin(style, Calls.UPDATE, next(throwing)));
        assertTrue(
            failure == thrown || failure instanceof InvalidResponseException, failure::toString);
        types.add(failure.getClass());
        assertEquals(1, sent());
        assertEquals(List.of(), threads.thrown());
      }
      assertEquals(1, types.size());
    }
  }

  @Test
  void whatAListenerThrowsWhenToldOfAFailureEndsACallAlikeInEveryStyle() {
    fake.fail(Fault.disconnectBeforeResponse());
    IllegalStateException thrown = new IllegalStateException("of the caller");
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Style style : Style.values()) {
      AiGatewayClient throwing = over(threads.http().eventListener(failing(thrown)));
      TransportException error =
          failure(TransportException.class, begin(style, Calls.CREATE, throwing.gateways()));
      assertTrue(error.mayHaveBeenApplied());
      reasons.add(error.reason());
    }
    assertEquals(1, reasons.size(), reasons::toString);
  }

  @ParameterizedTest
  @EnumSource
  void whatAListenerThrowsWhenToldOfACancelChangesNothing(Style style) {
    fake.fail(Fault.noResponse());
    for (Throwable thrown : List.of(new IllegalStateException("of the caller"), new Error())) {
      AiGatewayClient throwing =
          over(
              threads
                  .http()
                  .eventListener(
                      new EventListener() {
                        @Override
                        public void canceled(Call call) {
                          Part.<RuntimeException>sneak(thrown);
                        }
                      }));
      TransportException error =
          ends(OVER, begin(style, Calls.UPDATE, withAttemptTimeout(throwing, SHORT)));
      assertTrue(error.mayHaveBeenApplied());
      ends(OVER, begin(style, Calls.GET, withCallTimeout(throwing, SHORT)));
      ends(OVER, begin(style, Calls.GET, withCallTimeout(client, SHORT)));
    }
  }

  private static EventListener failing(RuntimeException thrown) {
    return new EventListener() {
      @Override
      public void callFailed(Call call, IOException failure) {
        throw thrown;
      }
    };
  }

  private static List<Error> errors() {
    return List.of(
        new AssertionError("of the caller"),
        new OutOfMemoryError("of the caller"),
        new StackOverflowError(),
        new NoClassDefFoundError("of/the/Caller"),
        new Error("of the caller"));
  }

  /** What the next call is made with: its requests can be told from those of the calls before. */
  private Gateways next(AiGatewayClient client) {
    calls++;
    return client
        .gateways()
        .with(RequestOptions.builder().maxRetries(2).header("X-Number", "" + calls).build());
  }

  private long sent() {
    return fake.requests().stream()
        .filter(request -> ("" + calls).equals(request.header("X-Number")))
        .count();
  }

  private AiGatewayClient throwing(Part part, Throwable thrown, AtomicBoolean throwsStill) {
    Runnable trouble =
        () -> {
          if (throwsStill.get()) {
            Part.<RuntimeException>sneak(thrown);
          }
        };
    String localhost = fake.baseUrl().replace("127.0.0.1", "localhost");
    OkHttpClient.Builder http = threads.oneAtATime();
    return open(part.troubling(builder().baseUrl(localhost), http, fake.apiToken(), trouble));
  }
}
