package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times that really pass, but short ones. */
class TimeoutsTest extends AgainstFake {

  private static final Duration SHORT = Duration.ofMillis(200);

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().timing(Timing.SYSTEM).maxRetries(0);
  }

  @ParameterizedTest
  @EnumSource
  void aTryEndsInItsTimeWhateverStalls(Style style) {
    Gateways hurried = gateways.with(RequestOptions.builder().attemptTimeout(SHORT).build());
    for (Fault fault :
        List.of(
            Fault.noResponse(),
            Fault.delayHeaders(Duration.ofSeconds(20)),
            Fault.stalledBody(),
            Fault.slowBody(1, Duration.ofMillis(50)))) {
      for (Calls operation : List.of(Calls.GET, Calls.CREATE)) {
        fake.remove(fake.accountId(), Calls.NEW_ID);
        fake.failNext(fault);
        long start = System.nanoTime();
        TransportException error =
            assertThrows(TransportException.class, () -> style.call(operation, hurried));
        assertWithin(SHORT, start);
        assertEquals(Reason.TIMEOUT, error.reason(), fault::toString);
        assertEquals(operation == Calls.CREATE, error.mayHaveBeenApplied());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCallTimeoutBoundsATryToo(Style style) {
    Gateways hurried = gateways.with(RequestOptions.builder().callTimeout(SHORT).build());
    fake.failNext(Fault.stalledBody());
    long start = System.nanoTime();
    TransportException error =
        assertThrows(TransportException.class, () -> style.call(Calls.UPDATE, hurried));
    assertWithin(SHORT, start);
    assertEquals(Reason.TIMEOUT, error.reason());
    assertTrue(error.mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void theCallTimeoutBoundsAllTries(Style style) {
    fake.fail(Fault.noResponse());
    RequestOptions options =
        RequestOptions.builder()
            .attemptTimeout(Duration.ofMillis(100))
            .callTimeout(Duration.ofMillis(400))
            .maxRetries(10)
            .build();
    long start = System.nanoTime();
    assertThrows(TransportException.class, () -> style.call(Calls.GET, gateways.with(options)));
    assertWithin(Duration.ofMillis(0), start);
  }

  @Test
  void theCallTimeoutBoundsAFutureThatWaitsForItsTurn() {
    Dispatcher oneAtATime = new Dispatcher();
    oneAtATime.setMaxRequests(1);
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(oneAtATime).build();
    fake.fail(Fault.noResponse());
    try (AiGatewayClient client = builder().httpClient(http).build()) {
      CompletableFuture<Gateway> first = client.gateways().async().get(Calls.ID);
      AsyncGateways hurried =
          client.gateways().with(RequestOptions.builder().callTimeout(SHORT).build()).async();
      long start = System.nanoTime();
      CompletableFuture<Gateway> second = hurried.delete(Calls.ID);
      CompletionException thrown = assertThrows(CompletionException.class, second::join);
      assertWithin(SHORT, start);
      TransportException error = assertInstanceOf(TransportException.class, thrown.getCause());
      assertEquals(Reason.TIMEOUT, error.reason());
      assertFalse(error.mayHaveBeenApplied());
      assertFalse(first.isDone());
      first.cancel(true);
      fake.clearFaults();
      assertEquals(Calls.ID, client.gateways().async().get(Calls.ID).join().getId());
    }
    assertEquals(2, fake.requestCount());
  }

  @Test
  void theTimeThatAFutureWaitedForItsTurnCounts() {
    Dispatcher oneAtATime = new Dispatcher();
    oneAtATime.setMaxRequests(1);
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(oneAtATime).build();
    fake.fail(Fault.noResponse());
    Duration callTimeout = Duration.ofMillis(600);
    try (AiGatewayClient client = builder().httpClient(http).build()) {
      Gateways brief =
          client.gateways().with(RequestOptions.builder().attemptTimeout(SHORT).build());
      Gateways hurried =
          client.gateways().with(RequestOptions.builder().callTimeout(callTimeout).build());
      CompletableFuture<Gateway> first = brief.async().get(Calls.ID);
      long start = System.nanoTime();
      CompletableFuture<Gateway> second = hurried.async().delete(Calls.ID);
      CompletionException thrown = assertThrows(CompletionException.class, second::join);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      // Its own clock alone would have ended it after what the first took, and its call timeout.
      assertTrue(taken.compareTo(callTimeout.plus(SHORT)) < 0, taken::toString);
      TransportException error = assertInstanceOf(TransportException.class, thrown.getCause());
      assertEquals(Reason.TIMEOUT, error.reason());
      assertTrue(error.mayHaveBeenApplied());
      assertTrue(first.isCompletedExceptionally());
    }
  }

  @Test
  void aTryThatTimedOutIsRetried() {
    fake.failNext(Fault.noResponse());
    RequestOptions options = RequestOptions.builder().attemptTimeout(SHORT).maxRetries(1).build();
    int attempts = gateways.with(options).tryGet(Calls.ID).fold(ApiResponse::attempts, error -> -1);
    assertEquals(2, attempts);
  }

  @ParameterizedTest
  @EnumSource
  void connectingEndsInItsTime(Style style) throws Exception {
    try (FullBacklog full = new FullBacklog();
        AiGatewayClient nowhere = builder().baseUrl(full.baseUrl()).build()) {
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
  void aHandshakeThatStallsEndsInTheTimeOfItsTry(Style style) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        AiGatewayClient nowhere =
            builder().baseUrl("https://127.0.0.1:" + silent.getLocalPort()).build()) {
      Gateways hurried =
          nowhere.gateways().with(RequestOptions.builder().attemptTimeout(SHORT).build());
      assertConnectingEnds(style, hurried);
    }
  }

  private static void assertConnectingEnds(Style style, Gateways hurried) {
    long start = System.nanoTime();
    TransportException error =
        assertThrows(TransportException.class, () -> style.call(Calls.CREATE, hurried));
    assertWithin(SHORT, start);
    assertEquals(Reason.CONNECT, error.reason());
    assertFalse(error.mayHaveBeenApplied());
  }

  @Test
  void timesOfACallDoNotChangeThoseOfTheOthers() {
    gateways.with(RequestOptions.builder().attemptTimeout(Duration.ofMillis(1)).build());
    fake.failNext(Fault.delayHeaders(SHORT));
    assertEquals(Calls.ID, gateways.get(Calls.ID).getId());
  }

  private static void assertWithin(Duration atLeast, long start) {
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(atLeast.minusMillis(20)) >= 0, taken::toString);
    assertTrue(taken.compareTo(atLeast.plusSeconds(3)) < 0, taken::toString);
  }
}
