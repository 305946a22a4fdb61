package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, how often and after what wait; the fake counts, nobody waits. */
class RetryTest extends AgainstFake {

  private static final List<Duration> TWO_BACKOFFS =
      List.of(Duration.ofMillis(250), Duration.ofMillis(500));

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530})
  void statusesThatPassAreRetriedButForACreate(int status) {
    fake.fail(Fault.status(status));
    for (Style style : Style.values()) {
      for (Calls operation : Calls.values()) {
        assertTries(operation == Calls.CREATE ? 1 : 3, style, operation);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501, 505, 519, 531})
  void otherStatusesAreNotRetried(int status) {
    fake.fail(Fault.status(status));
    for (Style style : Style.values()) {
      for (Calls operation : Calls.values()) {
        assertTries(1, style, operation);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void throttlingIsRetriedForEveryOperation(Style style) {
    fake.fail(Fault.status(429));
    for (Calls operation : Calls.values()) {
      ApiException error = assertTries(3, style, operation);
      assertFalse(error.mayHaveBeenApplied());
    }
  }

  @ParameterizedTest
  @EnumSource
  void lostAnswersAreRetriedButForACreate(Style style) {
    for (Fault fault :
        List.of(
            Fault.resetBeforeAnswer(),
            Fault.resetDuringAnswer(),
            Fault.truncatedBody(),
            Fault.disconnectBeforeAnswer())) {
      fake.fail(fault.header("Connection", "close"));
      for (Calls operation : Calls.values()) {
        try (AiGatewayClient fresh = builder().build()) {
          fake.clearRequests();
          TransportException error =
              assertThrows(TransportException.class, () -> style.call(operation, fresh.gateways()));
          assertEquals(Reason.CONNECTION_LOST, error.reason());
          assertEquals(operation == Calls.CREATE ? 1 : 3, fake.requestCount(), fault::toString);
          assertEquals(fake.requestCount(), error.attempts());
          assertEquals(operation.changes(), error.mayHaveBeenApplied());
        }
      }
      fake.clearFaults();
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAConnectionEveryOperationIsRetriedAndNothingWasApplied(Style style)
      throws IOException {
    try (AiGatewayClient nowhere = builder().baseUrl("http://127.0.0.1:" + deadPort()).build()) {
      for (Calls operation : Calls.values()) {
        TransportException error =
            assertThrows(TransportException.class, () -> style.call(operation, nowhere.gateways()));
        assertEquals(Reason.CONNECT, error.reason());
        assertEquals(3, error.attempts());
        assertFalse(error.mayHaveBeenApplied());
      }
    }
  }

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
    fake.failNext(Fault.answerLost());
    NotFoundException error = failure(NotFoundException.class, style, Calls.DELETE);
    assertEquals(2, error.attempts());
    assertTrue(error.mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void waitsGrowAndAreRandom(Style style) {
    fake.fail(Fault.status(500));
    assertTries(3, style, Calls.GET);
    assertEquals(TWO_BACKOFFS, time.waits());
  }

  @Test
  void waitsAreBoundedAndRetriesAreAsManyAsAllowed() {
    fake.fail(Fault.status(500));
    Gateways patient = gateways.with(RequestOptions.builder().maxRetries(7).build());
    ApiException error = assertThrows(ApiException.class, () -> patient.get(Calls.ID));
    assertEquals(8, error.attempts());
    assertEquals(Duration.ofSeconds(4), time.waits().get(6));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyButTheCallerWaitsOnAThread(Style style) {
    fake.fail(Fault.status(500));
    assertTries(3, style, Calls.GET);
    List<String> expected =
        style == Style.FUTURE
            ? List.of()
            : List.of(Thread.currentThread().getName(), Thread.currentThread().getName());
    assertEquals(expected, time.waitingThreads());
  }

  @ParameterizedTest
  @EnumSource
  void retryAfterIsObeyed(Style style) {
    fake.failNext(Fault.throttled("60"));
    fake.failNext(Fault.status(503).header("Retry-After", "0"));
    style.call(Calls.GET, gateways);
    assertEquals(List.of(Duration.ofSeconds(60), Duration.ZERO), time.waits());
  }

  @Test
  void retryAfterMayBeADate() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ManualTiming.NOW.plusSeconds(42).atOffset(ZoneOffset.UTC));
    fake.failNext(Fault.throttled(date));
    gateways.get(Calls.ID);
    assertEquals(List.of(Duration.ofSeconds(42)), time.waits());
  }

  @Test
  void theWaitOfTheEdgeIsObeyed() {
    fake.failNext(Fault.body(429, "{\"error_code\": 1015, \"retry_after\": 30}"));
    gateways.get(Calls.ID);
    assertEquals(List.of(Duration.ofSeconds(30)), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void aLongerWaitThanAcceptedFailsAtOnce(Style style) {
    fake.fail(Fault.throttled("61"));
    RateLimitException error = (RateLimitException) assertTries(1, style, Calls.GET);
    assertEquals(Duration.ofSeconds(61), error.retryAfter());
    assertEquals(List.of(), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void aWaitThatWouldPassTheDeadlineIsNotBegun(Style style) {
    fake.fail(Fault.throttled("50"));
    RateLimitException error = (RateLimitException) assertTries(3, style, Calls.GET);
    assertEquals(Duration.ofSeconds(50), error.retryAfter());
    time.clearWaits();
    Gateways hurried =
        gateways.with(RequestOptions.builder().deadline(Duration.ofSeconds(50)).build());
    fake.clearRequests();
    assertThrows(RateLimitException.class, () -> style.call(Calls.GET, hurried));
    assertEquals(1, fake.requestCount());
    assertEquals(List.of(), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void theServersWordOnRetryingIsObeyedWithinTheLimits(Style style) {
    fake.fail(Fault.status(500).header("x-should-retry", "false"));
    assertTries(1, style, Calls.GET);
    fake.clearFaults();
    fake.fail(Fault.status(409).header("x-should-retry", "true"));
    assertTries(3, style, Calls.UPDATE);
    assertTries(1, style, Calls.CREATE);
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

  private ApiException assertTries(int tries, Style style, Calls operation) {
    fake.clearRequests();
    ApiException error = failure(ApiException.class, style, operation);
    assertEquals(tries, fake.requestCount(), operation::toString);
    assertEquals(tries, error.attempts());
    return error;
  }

  private static int deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aFutureEndsEvenWhereAFailureCannotBeJudged() {
    IllegalStateException defect = new IllegalStateException("no chance");
    Timing broken =
        new NoWaiting() {
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
      fake.fail(Fault.disconnectBeforeAnswer());
      ended = assertThrows(CompletionException.class, () -> async.get(Calls.ID).join());
      assertSame(defect, ended.getCause());
    }
  }
}
