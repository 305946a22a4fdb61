package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A caller's interceptor that proceeds twice: a create is on the wire once, unless the first was
 * not sent or the API had no time for it.
 */
class InterceptorProceedsTwiceTest extends OverCallersClient {

  private static final Interceptor BLIND =
      chain -> {
        proceedAndClose(chain);
        return chain.proceed(chain.request());
      };

  private static final Interceptor ON_FAILURE =
      chain -> {
        try {
          return chain.proceed(chain.request());
        } catch (IOException failed) {
          return chain.proceed(chain.request());
        }
      };

  private static Interceptor on(int status) {
    return chain -> {
      Response response = chain.proceed(chain.request());
      if (response.code() != status) {
        return response;
      }
      response.close();
      return chain.proceed(chain.request());
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeRepeatedIsSentTwice(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      if (call != EveryCall.CREATE && call != EveryCall.DELETE) {
        end(intercepted(BLIND), call, style).assertValue();
        assertEquals(2, fake.requestCount());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeleteThatIsSentTwiceSaysThatTheFirstMayHaveDoneIt(Style style) {
    end(intercepted(BLIND), EveryCall.DELETE, style).assertFailed(End.NOT_FOUND, 1, true);
    assertEquals(2, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void theLastResponseCounts(Style style) {
    for (EveryCall call : EveryCall.repeatable()) {
      fake.failNext(Fault.status(500));
      end(intercepted(on(500)), call, style).assertValue();
      fake.failNext(Fault.status(429));
      end(intercepted(on(429)), call, style).assertValue();
      fake.failNext(Fault.resetBeforeResponse());
      end(intercepted(ON_FAILURE), call, style).assertValue();
    }
    assertEquals(List.of(), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatSucceededIsNotSentAgain(Style style) {
    assertCreatedOnce(style, BLIND, true);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatFailedIsNotSentAgain(Style style) {
    for (int status : new int[] {408, 409, 500, 502, 503, 504, 522}) {
      fake.fail(Fault.status(status));
      assertCreatedOnce(style, on(status), status >= 500);
      assertCreatedOnce(style, BLIND, status >= 500);
      fake.clearFaults();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatWasLostIsNotSentAgain(Style style) {
    for (Fault fault :
        List.of(
            Fault.resetBeforeResponse(), Fault.disconnectBeforeResponse(), Fault.responseLost())) {
      fake.fail(fault);
      assertCreatedOnce(style, ON_FAILURE, true);
      fake.clearFaults();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCreateWhoseRequestIsBuiltAnewIsNotSentAgainEither(Style style) {
    fake.fail(Fault.resetBeforeResponse());
    assertCreatedOnce(
        style,
        chain -> {
          try {
            return chain.proceed(InterceptorRebuildsTest.rebuilt(chain.request()));
          } catch (IOException failed) {
            return chain.proceed(InterceptorRebuildsTest.rebuilt(chain.request()));
          }
        },
        true);
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkInterceptorOfTheCallersDoesNotSendACreateTwice(Style style) {
    // OkHttp refuses a second one, which is a failure of the caller's client.
    end(callers().addNetworkInterceptor(BLIND), EveryCall.CREATE, style)
        .assertFailed(End.HTTP_CLIENT, 1, true);
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatTheApiHadNoTimeForIsSentAgain(Style style) {
    fake.failNext(Fault.status(429));
    end(intercepted(on(429)), EveryCall.CREATE, style).assertValue();
    assertEquals(2, fake.requestCount());
    fake.fail(Fault.status(429));
    end(intercepted(on(429)), EveryCall.CREATE, style).assertFailed(End.RATE_LIMIT, 3, false);
    assertEquals(6, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatWasNotSentIsSent(Style style) {
    AtomicInteger lookups = new AtomicInteger();
    OkHttpClient.Builder callers =
        intercepted(ON_FAILURE)
            .dns(
                host ->
                    List.of(
                        InetAddress.getByName(
                            lookups.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1")));
    try (AiGatewayClient client =
        builder()
            .baseUrl(fake.baseUrl().replace("127.0.0.1", "localhost"))
            .httpClient(callers.build())
            .build()) {
      Ended.of(() -> style.call(Calls.CREATE, client.gateways())).assertValue();
    }
    assertEquals(1, fake.requestCount());
    assertEquals(List.of(), time.waits());
  }

  /**
   * However the call ends: the fake saw one create, and no failure denies what it may have done.
   */
  private void assertCreatedOnce(Style style, Interceptor interceptor, boolean mayHave) {
    Ended ended = end(intercepted(interceptor), EveryCall.CREATE, style);
    assertEquals(1, fake.requestCount());
    if (ended.error() != null) {
      assertEquals(1, ended.failure().attempts());
      assertTrue(!mayHave || ended.failure().mayHaveBeenApplied(), () -> "" + ended.error());
    }
  }
}
