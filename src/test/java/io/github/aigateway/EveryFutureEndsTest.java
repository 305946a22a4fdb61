package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown while an attempt is prepared or its response is read: every future ends. */
class EveryFutureEndsTest extends InRealTime {

  private final CallersExecutor threads = CallersExecutor.ofThreads();
  private final RequestOptions eager = RequestOptions.builder().maxRetries(2).build();

  @ParameterizedTest
  @CsvSource({"500,false", "500,true", "404,false", "404,true", "302,false", "302,true"})
  void anErrorWhileTheBodyOfAnErrorIsReadComesOutAsItself(int status, boolean network) {
    for (Error thrown : errors()) {
      for (Style style : Style.values()) {
        OkHttpClient.Builder http = threads.oneAtATime();
        (network ? http.networkInterceptors() : http.interceptors())
            .add(BrokenBody.with(status, thrown));
        AiGatewayClient broken = over(http);
        assertSame(
            thrown,
            failure(Error.class, begin(style, Calls.GET, broken.gateways().with(eager))),
            style::toString);
        assertEquals(List.of(), threads.thrown());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anErrorOfTheJvmWhileAResponseIsConvertedComesOutAsItself(boolean network) {
    for (Error thrown :
        List.of(new OutOfMemoryError(), new StackOverflowError(), new NoClassDefFoundError())) {
      for (Style style : Style.values()) {
        OkHttpClient.Builder http = threads.oneAtATime();
        (network ? http.networkInterceptors() : http.interceptors())
            .add(BrokenBody.with(200, thrown));
        assertSame(
            thrown,
            failure(Error.class, begin(style, Calls.GET, over(http).gateways().with(eager))));
        assertEquals(List.of(), threads.thrown());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfAFactoryOfListenersComesOutAsItself(Style style) {
    for (Error fatal : errors()) {
      AiGatewayClient failing =
          over(
              threads
                  .http()
                  .eventListenerFactory(
                      call -> {
                        throw fatal;
                      }));
      assertSame(fatal, failure(Error.class, begin(style, Calls.GET, failing.gateways())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAFactoryOfListenersThrowsForARetryEndsACall(Style style) {
    AtomicInteger calls = new AtomicInteger();
    RuntimeException thrown = new IllegalStateException("of the caller");
    AiGatewayClient throwing =
        over(
            threads
                .http()
                .eventListenerFactory(
                    call -> {
                      if (calls.getAndIncrement() > 0) {
                        throw thrown;
                      }
                      return EventListener.NONE;
                    }));
    fake.failNext(Fault.status(503));
    TransportException error =
        ends(Reason.HTTP_CLIENT, begin(style, Calls.UPDATE, throwing.gateways().with(eager)));
    assertSame(thrown, error.getCause());
    assertEquals(2, error.attempts());
    assertTrue(error.mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERCEPTOR_BEFORE", "INTERCEPTOR_AFTER", "CALL_START", "DNS", "CALL_END"})
  void whatThrowsWhenAskedWhatHappenedEndsAFuture(Part part) {
    String localhost = fake.baseUrl().replace("127.0.0.1", "localhost");
    Runnable trouble =
        () -> {
          throw new Unspeakable();
        };
    AiGatewayClientBuilder builder = builder().baseUrl(localhost);
    AiGatewayClient throwing =
        open(part.troubling(builder, threads.http(), fake.apiToken(), trouble));
    failure(Throwable.class, begin(Style.FUTURE, Calls.GET, throwing.gateways()));
    assertEquals(List.of(), threads.thrown());
  }

  private static List<Error> errors() {
    return List.of(
        new OutOfMemoryError("of the caller"),
        new StackOverflowError(),
        new NoClassDefFoundError("of/the/Caller"),
        new AssertionError("of the caller"));
  }

  /** An exception that throws when it is asked what happened. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
