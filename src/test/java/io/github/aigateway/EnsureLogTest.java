package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aigateway.Ensured.Change;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Stripe;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An update that did not bring what is wanted is logged, whatever the log handler does. */
class EnsureLogTest extends AgainstFake {

  private static final Logger LOGGER = Logger.getLogger("io.github.aigateway");

  private static final CreateGatewayRequest WANTED =
      EnsureTest.wanted(Calls.ID)
          .cacheTtl(300)
          .storeId("private-store")
          .stripe(Stripe.builder().authorization("private-secret").usageEvents(List.of()).build())
          .build();

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Hold hold = new Hold();

  /** What the handler does besides; nothing at first. */
  private volatile Runnable trouble = () -> {};

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
          trouble.run();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void anApiThatOnlyTakesTheTtl() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
    fake.fail(
            Fault.body(
                200,
                "{\"success\":true,\"result\":{\"id\":\"existing\",\"cache_ttl\":300,"
                    + "\"stripe\":{\"authorization\":\"wrong\"}}}"))
        .on(Operation.UPDATE);
  }

  @AfterEach
  void stop() {
    hold.release();
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @ParameterizedTest
  @EnumSource
  void itIsLoggedOnceWithoutValues(Style style) {
    assertEquals(Change.UPDATED, EnsureTest.ensure(style, gateways, WANTED).change());
    assertEquals(2, fake.requestCount());
    assertEquals(
        List.of(
            "WARNING ensureGateway of 'existing': the API updated the gateway, but not store_id,"
                + " stripe. The next ensure will update it again."),
        lines);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLoggedIfTheGatewayIsAsWanted(Style style) {
    fake.clearFaults();
    EnsureTest.ensure(style, gateways, WANTED);
    EnsureTest.ensure(style, gateways, WANTED);
    EnsureTest.ensure(style, gateways, EnsureTest.wanted("new").zdr(true).build());
    assertEquals(List.of(), lines);
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatThrowsBreaksNothing(Style style) {
    trouble =
        () -> {
          throw new IllegalStateException("disk full");
        };
    assertEquals(Change.UPDATED, EnsureTest.ensure(style, gateways, WANTED).change());
  }

  @Test
  void aHandlerThatHangsDelaysAFutureNoLongerThanTheCallTimeout() {
    trouble = hold::arrive;
    CompletableFuture<Ensured> future = gateways.async().ensure(WANTED);
    await(hold::isReached);
    assertFalse(future.isDone());
    time.pass(Duration.ofHours(1));
    await(future::isDone);
    assertEquals(Change.UPDATED, future.join().change());
  }

  @Test
  void aHandlerThatHangsDoesNotHoldAFutureOfAClosedClient() {
    trouble = hold::arrive;
    CompletableFuture<Ensured> future = gateways.async().ensure(WANTED);
    await(hold::isReached);
    client.close();
    await(future::isDone);
    assertEquals(Change.UPDATED, future.join().change());
  }
}
