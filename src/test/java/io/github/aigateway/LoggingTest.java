package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** System.Logger writes to java.util.logging here. */
class LoggingTest extends AgainstFake {

  private static final Logger LOGGER = Logger.getLogger("io.github.aigateway");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
    LOGGER.setLevel(Level.FINE);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatThrowsBreaksNoCall(Style style) {
    Handler broken = new Broken();
    LOGGER.addHandler(broken);
    try {
      style.call(Calls.GET, gateways);
      fake.fail(Fault.noResponse());
      fake.clearRequests();
      CompletableFuture<?> future = gateways.async().get(Calls.ID);
      await(() -> fake.requestCount() == 1);
      assertTrue(future.cancel(true));
      assertTrue(future.isCancelled());
    } finally {
      LOGGER.removeHandler(broken);
    }
  }

  /** A handler whose disk is full. */
  static final class Broken extends Handler {

    @Override
    public void publish(LogRecord entry) {
      throw new IllegalStateException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @EnumSource
  void eachAttemptIsALine(Style style) {
    fake.failNext(Fault.status(502));
    fake.failNext(Fault.resetDuringResponse());
    style.call(Calls.GET, gateways);
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(
        lines
            .get(0)
            .matches("FINE getGateway of 'existing', attempt 1: status 502 after \\d+ ms, .*"));
    assertTrue(
        lines.get(0).matches(".*request 0000000000000001-FAK; next attempt in \\d+ ms"),
        lines::toString);
    assertTrue(
        lines
            .get(1)
            .matches(".*, attempt 2: \\w+ after 0 ms, request unknown; next attempt in \\d+ ms"));
    assertTrue(lines.get(2).matches(".*, attempt 3: status 200 after \\d+ ms, .*-FAK"));
  }

  @ParameterizedTest
  @EnumSource
  void theLastLineSaysWhyTheClientGaveUp(Style style) {
    fake.failNext(Fault.throttled("3600"));
    assertThrows(RateLimitException.class, () -> style.call(Calls.GET, gateways));
    assertTrue(
        lines
            .get(0)
            .endsWith("; gave up, since Retry-After of 1 h is more than maxRetryAfter (60 s)"),
        lines::toString);
    fake.failNext(Fault.responseLost());
    assertThrows(TransportException.class, () -> style.call(Calls.CREATE, gateways));
    assertTrue(
        lines
            .get(1)
            .matches("FINE createGateway of 'new-one', .*; gave up, since the request must not .*"),
        lines::toString);
  }

  @Test
  void anyCallIsOneLineWhateverItsParameters() {
    AnyCall.Things things = client.create(AnyCall.Things.class);
    fake.fail(Fault.body(200, "{}"));
    client.call(things.logs("acc", "a\nFINE b")).execute();
    assertTrue(
        lines
            .get(0)
            .startsWith("FINE GET " + AnyCall.LOGS + " of 'a FINE b', attempt 1: status 200"),
        lines::toString);
  }

  @Test
  void aResponseThatCannotBeReadIsALine() {
    fake.failNext(Fault.htmlPage(200));
    gateways.tryGet(Calls.ID);
    fake.failNext(Fault.status(400).header("Content-Encoding", "gzip"));
    gateways.tryGet(Calls.ID);
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.get(0).matches(".*: status 200, \\w+ after .*-FAK"), lines::toString);
    assertTrue(lines.get(1).matches(".*: status 400, \\w+ after .*-FAK"), lines::toString);
  }

  @ParameterizedTest
  @EnumSource
  void noHeaderNoBodyAndNoTokenIsWritten(Style style) {
    LOGGER.setLevel(Level.ALL);
    Gateways marked =
        gateways.with(RequestOptions.builder().header("X-Marker", "marker-header").build());
    fake.failNext(Fault.status(400, 7001, "marker-body " + fake.apiToken()));
    fake.failNext(Fault.body(200, "{\"success\": true, \"result\": \"marker-body\"}"));
    for (int i = 0; i < 3; i++) {
      try {
        style.call(Calls.GET, marked);
      } catch (AiGatewayException expected) {
        assertFalse(expected.toString().contains(fake.apiToken()));
      }
    }
    assertEquals(3, lines.size());
    assertFalse(lines.toString().contains("marker"), lines::toString);
    assertFalse(lines.toString().contains(fake.apiToken()), lines::toString);
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatWasEndedFromThisSideIsALine(Style style) throws Exception {
    fake.fail(Fault.noResponse());
    CompletableFuture<Void> ended =
        CompletableFuture.runAsync(() -> style.call(Calls.GET, gateways));
    await(() -> fake.requestCount() == 1);
    client.close();
    assertThrows(ExecutionException.class, () -> ended.get(5, TimeUnit.SECONDS));
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(
        lines
            .get(0)
            .matches("FINE getGateway of 'existing', attempt 1: \\w+ after 0 ms, .*unknown"));
  }

  @Test
  void anAttemptOfACancelledFutureIsALine() {
    fake.fail(Fault.noResponse());
    CompletableFuture<?> future = gateways.async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    future.cancel(true);
    await(() -> lines.size() == 1);
    assertTrue(
        lines
            .get(0)
            .matches("FINE getGateway of 'existing', attempt 1: \\w+ after 0 ms, .*unknown"));
  }

  @Test
  void manyMillisecondsAreWrittenWithoutASeparator() {
    AtomicLong nanos = new AtomicLong();
    Timing slow =
        new ManualTiming() {
          @Override
          public long nanoTime() {
            return nanos.addAndGet(1_500_000_000);
          }
        };
    try (AiGatewayClient unhurried = builder().timing(slow).build()) {
      unhurried.gateways().get(Calls.ID);
    }
    assertTrue(lines.get(0).matches(".* status 200 after \\d{4,} ms, .*"), lines::toString);
  }

  @Test
  void nothingIsWrittenAboveDebug() {
    LOGGER.setLevel(Level.CONFIG);
    fake.fail(Fault.status(500));
    gateways.tryGet(Calls.ID);
    assertEquals(List.of(), lines);
  }
}
