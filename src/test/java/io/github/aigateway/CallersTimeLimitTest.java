package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The call timeout of a caller's HTTP client is kept, for each attempt. */
class CallersTimeLimitTest extends InRealTime {

  @ParameterizedTest
  @EnumSource
  void itEndsAnAttemptThatTheServerLeavesWithoutAResponse(Style style) {
    Gateways hurried = over(new OkHttpClient.Builder().callTimeout(SHORT)).gateways();
    fake.fail(Fault.noResponse());
    TransportException error = ends(OVER, begin(style, Calls.DELETE, hurried));
    assertEquals(error.reason() == Reason.TIMEOUT, error.mayHaveBeenApplied());
    assertEquals(1, error.attempts());
  }

  @ParameterizedTest
  @EnumSource
  void itEndsAnAttemptThatAnInterceptorRespondsToTooLate(Style style) {
    Gateways hurried =
        over(new OkHttpClient.Builder()
                .callTimeout(SHORT)
                .addInterceptor(
                    chain -> {
                      await(() -> chain.call().isCanceled());
                      return OverCallersClient.success(chain.request());
                    }))
            .gateways();
    TransportException error = ends(Set.of(Reason.TIMEOUT), begin(style, Calls.DELETE, hurried));
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(0, fake.requestCount());
  }
}
