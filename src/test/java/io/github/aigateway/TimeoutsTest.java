package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static io.github.aigateway.InRealTime.begin;
import static io.github.aigateway.InRealTime.ends;
import static io.github.aigateway.InRealTime.value;
import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each time limit ends what it limits, and nothing ends before. */
class TimeoutsTest extends AgainstFake {

  /** Of limits that really pass. */
  private static final Duration SHORT = Duration.ofMillis(200);

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration INSTANT = Duration.ofMillis(1);
  private static final RequestOptions ATTEMPT =
      RequestOptions.builder().attemptTimeout(LIMIT).maxRetries(0).build();
  private static final RequestOptions CALL = RequestOptions.builder().callTimeout(LIMIT).build();

  @ParameterizedTest
  @EnumSource
  void anAttemptEndsInItsTimeWhateverStalls(Style style) {
    for (Fault fault :
        List.of(
            Fault.noResponse(),
            Fault.delayHeaders(Duration.ofSeconds(20)),
            Fault.stalledBody(),
            Fault.slowBody(1, Duration.ofMillis(50)))) {
      for (Calls operation : List.of(Calls.GET, Calls.CREATE)) {
        fake.remove(fake.accountId(), Calls.NEW_ID);
        fake.failNext(fault);
        TransportException error = endsAt(LIMIT, style, operation, gateways.with(ATTEMPT));
        assertEquals(operation == Calls.CREATE, error.mayHaveBeenApplied(), fault::toString);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCallTimeoutBoundsAnAttemptToo(Style style) {
    fake.failNext(Fault.stalledBody());
    TransportException error = endsAt(LIMIT, style, Calls.UPDATE, gateways.with(CALL));
    assertTrue(error.mayHaveBeenApplied());
    assertSays(
        ": no response within callTimeout (10 s); not retried, since callTimeout (10 s) is over;",
        error);
  }

  @ParameterizedTest
  @EnumSource
  void theCallTimeoutBoundsAllAttempts(Style style) {
    fake.fail(Fault.noResponse());
    RequestOptions options =
        RequestOptions.builder()
            .attemptTimeout(LIMIT)
            .callTimeout(LIMIT.multipliedBy(2).plusSeconds(5))
            .maxRetries(10)
            .build();
    CompletableFuture<Object> outcome = begin(style, Calls.GET, gateways.with(options));
    for (int attempt = 1; attempt <= 2; attempt++) {
      awaitRequest(attempt);
      time.pass(LIMIT);
    }
    awaitRequest(3);
    time.pass(Duration.ofSeconds(5).minus(time.waits().get(0)).minus(time.waits().get(1)));
    assertEquals(3, ends(Reason.TIMEOUT, outcome).attempts());
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptTakesThirtySecondsUnlessLimitedAndIsRetried(Style style) {
    fake.failNext(Fault.noResponse());
    CompletableFuture<Object> outcome = begin(style, Calls.GET, gateways);
    awaitRequest(1);
    time.pass(Duration.ofSeconds(30).minus(INSTANT));
    assertEquals(List.of(), time.waits());
    time.pass(INSTANT);
    value(outcome);
    assertEquals(2, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aMessageSaysWhichLimitIsOver(Style style) {
    fake.fail(Fault.noResponse());
    CompletableFuture<Object> outcome = begin(style, Calls.UPDATE, gateways);
    for (int attempt = 1; attempt <= 3; attempt++) {
      awaitRequest(attempt);
      time.pass(Duration.ofSeconds(30));
    }
    assertEquals(
        "updateGateway of 'existing' failed, time ran out (account "
            + fake.accountId()
            + "): no response within attemptTimeout (30 s); gave up after 3 attempts, since"
            + " maxRetries is 2; the change may have been applied.",
        ends(Reason.TIMEOUT, outcome).getMessage());
  }

  @Test
  void aCallTakesTwoMinutesUnlessLimitedAlthoughItWaitsForItsTurn() {
    OkHttpClient http = CallersExecutor.ofThreads().oneAtATime().build();
    fake.fail(Fault.noResponse());
    try (AiGatewayClient client = builder().httpClient(http).build()) {
      Duration longer = Duration.ofMinutes(3);
      RequestOptions patient =
          RequestOptions.builder().attemptTimeout(longer).callTimeout(longer).build();
      CompletableFuture<?> first = client.gateways().with(patient).async().get(Calls.ID);
      awaitRequest(1);
      CompletableFuture<?> second = client.gateways().async().delete(Calls.ID);
      time.pass(Duration.ofMinutes(2).minus(INSTANT));
      assertFalse(second.isDone());
      time.pass(INSTANT);
      TransportException error = ends(Reason.TIMEOUT, second);
      assertFalse(error.mayHaveBeenApplied());
      assertEquals(1, error.attempts());
      assertFalse(first.isDone());
      first.cancel(true);
      fake.clearFaults();
      value(client.gateways().async().get(Calls.ID));
    }
    assertEquals(2, fake.requestCount());
  }

  @Test
  void theTimeThatAFutureWaitedForItsTurnCounts() {
    OkHttpClient http = CallersExecutor.ofThreads().oneAtATime().build();
    fake.fail(Fault.noResponse());
    try (AiGatewayClient client = builder().httpClient(http).maxRetries(0).build()) {
      CompletableFuture<?> first = client.gateways().with(CALL).async().get(Calls.ID);
      awaitRequest(1);
      RequestOptions options = RequestOptions.builder().callTimeout(LIMIT.plus(INSTANT)).build();
      CompletableFuture<?> second = client.gateways().with(options).async().delete(Calls.ID);
      time.pass(LIMIT);
      ends(Reason.TIMEOUT, first);
      awaitRequest(2);
      assertFalse(second.isDone());
      time.pass(INSTANT);
      assertTrue(ends(Reason.TIMEOUT, second).mayHaveBeenApplied());
    }
  }

  @Test
  void timesOfACallDoNotChangeThoseOfTheOthers() {
    fake.fail(Fault.noResponse());
    gateways.with(RequestOptions.builder().attemptTimeout(INSTANT).build());
    endsAt(LIMIT, Style.FUTURE, Calls.GET, gateways.with(ATTEMPT));
  }

  @ParameterizedTest
  @EnumSource
  void connectingEndsInItsTime(Style style) throws Exception {
    try (FullBacklog full = new FullBacklog();
        AiGatewayClient nowhere = inRealTime().baseUrl(full.baseUrl()).build()) {
      for (RequestOptions.Builder time :
          List.of(
              RequestOptions.builder().connectTimeout(SHORT),
              RequestOptions.builder().attemptTimeout(SHORT),
              RequestOptions.builder().callTimeout(SHORT))) {
        assertConnectingEnds(style, nowhere.gateways().with(time.build()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHandshakeThatStallsEndsInTheTimeOfItsAttempt(Style style) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        AiGatewayClient nowhere =
            inRealTime().baseUrl("https://127.0.0.1:" + silent.getLocalPort()).build()) {
      RequestOptions hurried = RequestOptions.builder().attemptTimeout(SHORT).build();
      assertConnectingEnds(style, nowhere.gateways().with(hurried));
    }
  }

  @Test
  void limitsHoldOverTls() throws Exception {
    MockResponse stalled =
        new MockResponse()
            .setBody("{\"success\": true, \"result\": {\"id\": \"existing\"}}")
            .throttleBody(5, 1, TimeUnit.SECONDS);
    MockResponse none = new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);
    Certificate certificate = new Certificate("localhost");
    for (MockResponse response : List.of(stalled, none)) {
      try (MockWebServer tls = new MockWebServer()) {
        certificate.serve(tls);
        tls.enqueue(response);
        OkHttpClient.Builder http = new OkHttpClient.Builder().readTimeout(Duration.ZERO);
        CompletableFuture<Object> outcome = overTls(certificate.trustedBy(http), tls);
        await(() -> tls.getRequestCount() == 1);
        time.pass(LIMIT);
        ends(Reason.TIMEOUT, outcome);
      }
    }
    try (MockWebServer tls = new MockWebServer()) {
      certificate.serve(tls);
      tls.enqueue(none);
      OkHttpClient.Builder http = new OkHttpClient.Builder().readTimeout(SHORT);
      ends(Reason.TIMEOUT, overTls(certificate.trustedBy(http), tls));
    }
  }

  private CompletableFuture<Object> overTls(OkHttpClient.Builder http, MockWebServer tls) {
    String baseUrl = "https://localhost:" + tls.getPort();
    AiGatewayClient secure = builder().httpClient(http.build()).baseUrl(baseUrl).build();
    return begin(Style.RESULT, Calls.GET, secure.gateways().with(ATTEMPT))
        .whenComplete((value, error) -> secure.close());
  }

  private TransportException endsAt(
      Duration limit, Style style, Calls operation, Gateways hurried) {
    fake.clearRequests();
    CompletableFuture<Object> outcome = begin(style, operation, hurried);
    awaitRequest(1);
    time.pass(limit.minus(INSTANT));
    assertFalse(outcome.isDone());
    time.pass(INSTANT);
    return ends(Reason.TIMEOUT, outcome);
  }

  private void awaitRequest(int count) {
    await(() -> fake.requestCount() == count);
  }

  private AiGatewayClientBuilder inRealTime() {
    return builder().timing(Timing.SYSTEM).maxRetries(0);
  }

  private static void assertConnectingEnds(Style style, Gateways hurried) {
    long start = System.nanoTime();
    TransportException error =
        assertThrows(TransportException.class, () -> style.call(Calls.CREATE, hurried));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(SHORT.minusMillis(20)) >= 0, taken::toString);
    assertTrue(taken.compareTo(SHORT.plusSeconds(3)) < 0, taken::toString);
    assertEquals(Reason.CONNECT, error.reason());
    assertFalse(error.mayHaveBeenApplied());
  }
}
