package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's interceptor that throws; what the network threw stays the network's. */
class InterceptorThrowsTest extends OverCallersClient {

  private final IllegalStateException defect = new IllegalStateException("open circuit");
  private final IOException refusal = new IOException("open circuit");

  @ParameterizedTest
  @EnumSource
  void beforeItProceedsAChangeMayHaveBeenSentAnotherWay(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      assertThrownByClient(0, call, style, defect, chain -> throwDefect());
      assertThrownByClient(0, call, style, refusal, chain -> throwRefusal());
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterTheResponseCame(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      assertThrownByClient(1, call, style, defect, chain -> proceedAndClose(chain) + throwDefect());
      assertThrownByClient(
          1, call, style, refusal, chain -> proceedAndClose(chain) + throwRefusal());
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAnErrorCame(Style style) {
    fake.fail(Fault.status(503));
    for (EveryCall call : EveryCall.ofOneRequest()) {
      assertThrownByClient(1, call, style, defect, chain -> proceedAndClose(chain) + throwDefect());
      assertThrownByClient(
          1, call, style, refusal, chain -> proceedAndClose(chain) + throwRefusal());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheNetworkThrewAndIsPassedOnIsTheNetworks(Style style) {
    Interceptor passing = chain -> chain.proceed(chain.request());
    assertIsTheNetworks(style, callers -> callers.addInterceptor(passing));
    assertIsTheNetworks(style, callers -> callers.addNetworkInterceptor(passing));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheNetworkThrewAndIsWrappedIsTheNetworks(Style style) {
    Interceptor wrapping =
        chain -> {
          try {
            return chain.proceed(chain.request());
          } catch (IOException network) {
            throw new IOException("no luck", network);
          }
        };
    assertIsTheNetworks(style, callers -> callers.addInterceptor(wrapping));
    assertIsTheNetworks(style, callers -> callers.addNetworkInterceptor(wrapping));
  }

  @ParameterizedTest
  @EnumSource
  void ifItCancelsTheCallAtAnyTimeTheCallIsCancelled(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      assertCancelled(
          false,
          call,
          style,
          chain -> {
            chain.call().cancel();
            return chain.proceed(chain.request());
          });
      assertCancelled(
          call.changes(),
          call,
          style,
          chain -> {
            Response response = chain.proceed(chain.request());
            chain.call().cancel();
            return response;
          });
    }
  }

  private void assertCancelled(
      boolean mayHaveBeenApplied, EveryCall call, Style style, Interceptor interceptor) {
    try (AiGatewayClient client = builder().httpClient(intercepted(interceptor).build()).build()) {
      TransportException error =
          assertThrows(TransportException.class, () -> call.call(style, client.gateways()));
      assertEquals(TransportException.Reason.CANCELLED, error.reason());
      assertEquals(mayHaveBeenApplied, error.mayHaveBeenApplied());
      assertEquals(1, error.attempts());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOurSideRefusesToReadIsTheResponses(Style style) {
    Interceptor reading =
        chain -> {
          Response response = chain.proceed(chain.request());
          Objects.requireNonNull(response.body()).source().request(Long.MAX_VALUE);
          return response;
        };
    for (EveryCall call : EveryCall.ofOneRequest()) {
      fake.fail(Fault.hugeBody(100_000));
      assertUnusable("more than", call, style, builder().maxResponseBytes(10_000), reading);
      fake.clearFaults();
      fake.fail(Fault.wrongGzip());
      assertUnusable("Content-Encoding", call, style, builder(), reading);
      fake.clearFaults();
    }
  }

  private void assertUnusable(
      String says,
      EveryCall call,
      Style style,
      AiGatewayClientBuilder builder,
      Interceptor interceptor) {
    try (AiGatewayClient client = builder.httpClient(intercepted(interceptor).build()).build()) {
      Ended ended = Ended.of(() -> call.call(style, client.gateways()));
      ended.assertFailed(End.INVALID, 1, call.changes());
      Messages.assertSays(says, ended.failure());
    }
  }

  /** An interceptor, written as what it does before it throws. */
  private interface Throwing {
    int proceed(Interceptor.Chain chain) throws IOException;
  }

  private interface Change {
    OkHttpClient.Builder of(OkHttpClient.Builder callers);
  }

  private void assertThrownByClient(
      int requests, EveryCall call, Style style, Throwable thrown, Throwing throwing) {
    Interceptor interceptor =
        chain -> {
          throw new AssertionError(throwing.proceed(chain));
        };
    end(intercepted(interceptor), call, style).assertThrownByClient(thrown, call.changes());
    assertEquals(requests, fake.requestCount());
    assertEquals(List.of(), uncaught);
  }

  private void assertIsTheNetworks(Style style, Change change) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      fake.fail(Fault.resetBeforeResponse());
      int attempts = call == EveryCall.CREATE ? 1 : 3;
      end(change.of(callers()), call, style).assertFailed(End.LOST, attempts, call.changes());
      assertEquals(attempts, fake.requestCount());
      fake.clearFaults();
      OkHttpClient.Builder nowhere =
          callers().dns(host -> List.of(InetAddress.getByName("127.0.0.2")));
      try (AiGatewayClient client =
          builder()
              .baseUrl(fake.baseUrl().replace("127.0.0.1", "localhost"))
              .httpClient(change.of(nowhere).build())
              .build()) {
        Ended.of(() -> call.call(style, client.gateways())).assertFailed(End.CONNECT, 3, false);
      }
    }
  }

  private int throwDefect() {
    throw defect;
  }

  private int throwRefusal() throws IOException {
    throw refusal;
  }
}
