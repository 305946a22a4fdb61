package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.FaultCase.End;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The caller's authenticator has another request for each that is refused. */
class AuthenticatorsOfCallersTest extends OverCallersClient {

  @ParameterizedTest
  @EnumSource
  void oneThatSucceedsIsNoFailure(Style style) {
    end(refused(1), EveryCall.GET, style).assertValue();
    assertEquals(2, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void oneThatNeverGivesUpIsAFailureOfTheCallersClient(Style style) {
    for (EveryCall call : new EveryCall[] {EveryCall.GET, EveryCall.UPDATE}) {
      Ended ended = end(refused(1000), call, style);
      ended.assertFailed(End.HTTP_CLIENT, 1, call.changes());
      assertInstanceOf(ProtocolException.class, ended.failure().getCause());
      assertEquals(21, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatIsRefusedIsNotSentAgain(Style style) {
    end(refused(1), EveryCall.CREATE, style).assertFailed(End.AUTHENTICATION, 1, false);
    assertEquals(1, fake.requestCount());
  }

  private OkHttpClient.Builder refused(int times) {
    AtomicInteger requests = new AtomicInteger();
    return callers()
        .authenticator((route, response) -> response.request())
        .addNetworkInterceptor(
            chain -> {
              Request request = chain.request();
              return chain.proceed(
                  requests.getAndIncrement() < times
                      ? request.newBuilder().header("Authorization", "Bearer wrong").build()
                      : request);
            });
  }
}
