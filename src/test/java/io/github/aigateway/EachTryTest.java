package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** What follows a try that failed, and what the call remembers of it. */
class EachTryTest extends AgainstFake {

  @Test
  void waitsGrowUntilTheLastTry() {
    fake.fail(Fault.status(500));
    assertEquals(3, failure(ServerException.class, Style.THROWING, Calls.GET).attempts());
    assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500)), time.waits());
    assertEquals(3, fake.requestCount());
  }

  @Test
  void aWaitThatEndsAtTheCallTimeoutIsNotBegun() {
    fake.fail(Fault.throttled("50"));
    RequestOptions.Builder options = RequestOptions.builder();
    Gateways hurried = gateways.with(options.callTimeout(Duration.ofSeconds(100)).build());
    AiGatewayException error = assertThrows(RateLimitException.class, () -> hurried.get(Calls.ID));
    assertEquals(2, error.attempts());
    assertEquals(List.of(Duration.ofSeconds(50)), time.waits());
  }

  @Test
  void whatAnEarlierTryMayHaveDoneIsNotForgotten() {
    fake.failNext(Fault.status(503));
    assertTrue(notFound(() -> gateways.delete("missing")).mayHaveBeenApplied());
    fake.failNext(Fault.responseLost());
    assertTrue(notFound(() -> gateways.delete(Calls.ID)).mayHaveBeenApplied());
    fake.failNext(Fault.status(429));
    assertFalse(notFound(() -> gateways.delete("missing")).mayHaveBeenApplied());
    fake.failNext(Fault.status(503));
    fake.failNext(Fault.htmlPage(200));
    assertTrue(
        failure(InvalidResponseException.class, Style.THROWING, Calls.UPDATE).mayHaveBeenApplied());
  }

  @Test
  void withoutAnAnswerACreateIsNotSentAgain() {
    fake.fail(Fault.disconnectBeforeResponse());
    TransportException error = failure(TransportException.class, Style.THROWING, Calls.CREATE);
    assertEquals(Reason.CONNECTION_LOST, error.reason());
    assertEquals(1, error.attempts());
    assertTrue(error.mayHaveBeenApplied());
  }

  @Test
  void withoutAConnectionACreateIsTriedAgain() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (AiGatewayClient nowhere = builder().baseUrl("http://127.0.0.1:" + port).build()) {
      Gateways none = nowhere.gateways();
      TransportException error =
          assertThrows(TransportException.class, () -> Calls.CREATE.throwing(none));
      assertEquals(Reason.CONNECT, error.reason());
      assertEquals(3, error.attempts());
      assertFalse(error.mayHaveBeenApplied());
    }
  }

  @Test
  void aKeptConnectionThatDiedIsReplacedOnceWithoutAWait() {
    Gateways once = gateways.with(RequestOptions.builder().maxRetries(0).build());
    once.list();
    fake.failNext(Fault.disconnectBeforeResponse());
    int attempts = once.tryGet(Calls.ID).fold(ApiResponse::attempts, failure -> -1);
    assertEquals(1, attempts);
    fake.fail(Fault.disconnectBeforeResponse());
    AiGatewayException error = assertThrows(TransportException.class, () -> once.get(Calls.ID));
    assertEquals(1, error.attempts());
    error = assertThrows(TransportException.class, () -> once.get(Calls.ID));
    assertEquals(1, error.attempts());
    fake.clearFaults();
    once.list();
    fake.fail(Fault.disconnectBeforeResponse());
    error = assertThrows(TransportException.class, () -> Calls.CREATE.throwing(once));
    assertEquals(1, error.attempts());
    assertEquals(List.of(), time.waits());
  }

  @Test
  void theNextAddressOfAHostIsTriedUnlessTheRequestWasSent() throws IOException {
    List<InetAddress> addresses =
        List.of(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    AiGatewayClientBuilder builder =
        builder()
            .httpClient(new OkHttpClient.Builder().dns(host -> addresses).build())
            .baseUrl(fake.baseUrl().replace("127.0.0.1", "api.example.com"))
            .allowPlainHttp()
            .maxRetries(0);
    try (AiGatewayClient twoAddresses = builder.build()) {
      fake.failNext(Fault.disconnectBeforeResponse());
      TransportException error =
          assertThrows(
              TransportException.class, () -> Calls.CREATE.throwing(twoAddresses.gateways()));
      assertEquals(1, error.attempts());
      Calls.CREATE.throwing(twoAddresses.gateways());
      assertEquals(2, fake.requestCount());
    }
  }

  @Test
  void eachTryIsALineOfTheLog() {
    Logger logger = Logger.getLogger("io.github.aigateway");
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = listener(lines);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.FINE);
    try {
      fake.failNext(Fault.status(502));
      fake.failNext(Fault.resetDuringResponse());
      fake.failNext(Fault.status(500).header("Content-Encoding", "gzip"));
      Gateways twice = gateways.with(RequestOptions.builder().maxRetries(2).build());
      assertThrows(ServerException.class, () -> twice.get(Calls.ID));
      fake.failNext(Fault.htmlPage(200));
      failure(InvalidResponseException.class, Style.THROWING, Calls.GET);
      gateways.get(Calls.ID);
      logger.setLevel(Level.INFO);
      gateways.get(Calls.ID);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
    }
    assertEquals(5, lines.size(), lines::toString);
    String start = "getGateway, attempt ";
    assertEquals(start + "1: status 502 after 0 ms, request 0000000000000001-FAK", lines.get(0));
    assertTrue(
        lines.get(1).matches(start + "2: \\w+ after 0 ms, request unknown"), lines::toString);
    assertTrue(lines.get(2).matches(start + "3: status 500, \\w+ after .*-FAK"), lines::toString);
    assertTrue(lines.get(3).matches(start + "1: status 200, \\w+ after .*-FAK"), lines::toString);
    assertTrue(lines.get(4).startsWith(start + "1: status 200 after 0 ms"), lines::toString);
  }

  private static Handler listener(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        lines.add(new SimpleFormatter().formatMessage(entry));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static NotFoundException notFound(Runnable call) {
    return assertThrows(NotFoundException.class, call::run);
  }
}
