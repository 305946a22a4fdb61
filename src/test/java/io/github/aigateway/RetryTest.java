package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent again, and how often; the fake counts, nobody waits. */
@Tag("quick")
class RetryTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void aRetryThatSucceedsIsASuccessThatCountsItsAttempts(Style style) {
    for (Calls operation : Calls.values()) {
      fake.clearRequests();
      fake.failNext(Fault.status(429));
      put(Calls.ID);
      fake.remove(fake.accountId(), Calls.NEW_ID);
      style.call(operation, gateways);
      assertEquals(2, fake.requestCount());
    }
    put(Calls.ID);
    fake.failNext(Fault.status(500)).times(2);
    int attempts = gateways.tryGet(Calls.ID).fold(ApiResponse::attempts, error -> -1);
    assertEquals(3, attempts);
  }

  @ParameterizedTest
  @EnumSource
  void aDeleteThatMayHaveHappenedBeforeItsNotFoundSaysSo(Style style) {
    fake.failNext(Fault.responseLost());
    NotFoundException error = failure(NotFoundException.class, style, Calls.DELETE);
    assertEquals(2, error.attempts());
    assertTrue(error.mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void aLaterAttemptThatIsRefusedLeavesOpenWhatAnEarlierOneDid(Style style) {
    for (Calls operation : List.of(Calls.UPDATE, Calls.GET)) {
      fake.failNext(Fault.status(502));
      fake.failNext(Fault.status(400));
      BadRequestException error = failure(BadRequestException.class, style, operation);
      assertEquals(2, error.attempts());
      assertEquals(operation == Calls.UPDATE, error.mayHaveBeenApplied());
    }
    fake.failNext(Fault.status(503));
    fake.failNext(Fault.htmlPage(200));
    assertTrue(failure(InvalidResponseException.class, style, Calls.UPDATE).mayHaveBeenApplied());
    fake.failNext(Fault.status(429));
    fake.failNext(Fault.status(404));
    assertFalse(failure(NotFoundException.class, style, Calls.DELETE).mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void aLaterAttemptThatFindsNoConnectionLeavesOpenWhatAnEarlierOneDid(Style style) {
    AtomicInteger lookups = new AtomicInteger();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dns(
                host ->
                    List.of(
                        InetAddress.getByName(
                            lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")))
            .build();
    fake.fail(Fault.status(502).header("Connection", "close"));
    String baseUrl = fake.baseUrl().replace("127.0.0.1", "localhost");
    try (AiGatewayClient moved = builder().httpClient(http).baseUrl(baseUrl).build()) {
      TransportException error =
          assertThrows(TransportException.class, () -> style.call(Calls.UPDATE, moved.gateways()));
      assertEquals(Reason.CONNECT, error.reason());
      assertEquals(3, error.attempts());
      assertTrue(error.mayHaveBeenApplied());
    }
  }

  @Test
  void noRetryAtAllIfNoneIsAllowed() {
    fake.fail(Fault.status(503).header("Retry-After", "0"));
    Gateways once = gateways.with(RequestOptions.builder().maxRetries(0).build());
    for (Calls operation : Calls.values()) {
      fake.clearRequests();
      ServerException error = assertThrows(ServerException.class, () -> operation.throwing(once));
      assertEquals(1, fake.requestCount());
      assertEquals(Duration.ZERO, error.retryAfter());
    }
  }

  @Test
  void aFutureEndsEvenIfAFailureCannotBeJudged() {
    IllegalStateException defect = new IllegalStateException("no chance");
    Timing broken =
        new ManualTiming() {
          @Override
          public double random() {
            throw defect;
          }
        };
    fake.fail(Fault.status(503));
    try (AiGatewayClient unlucky = builder().timing(broken).build()) {
      AsyncGateways async = unlucky.gateways().async();
      CompletionException ended =
          assertThrows(CompletionException.class, () -> async.get(Calls.ID).join());
      assertSame(defect, ended.getCause());
      fake.clearFaults();
      fake.fail(Fault.disconnectBeforeResponse());
      ended = assertThrows(CompletionException.class, () -> async.get(Calls.ID).join());
      assertSame(defect, ended.getCause());
    }
  }
}
