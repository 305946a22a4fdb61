package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.CallEvent.Kind;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a listener does, the call goes its way. */
class ListenerThatMisbehavesTest extends AgainstFake {

  private AiGatewayClient heeded(CallListener listener) {
    return builder().listener(listener).build();
  }

  @ParameterizedTest
  @EnumSource
  void whatItThrowsIsLoggedOnce(Style style) {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("why"),
            new StackOverflowError(),
            new OutOfMemoryError(),
            new NoClassDefFoundError(),
            new AssertionError())) {
      LogCapture log = LogCapture.start(Level.INFO);
      try (AiGatewayClient client = heeded(event -> Part.<RuntimeException>sneak(thrown))) {
        put(Calls.ID);
        fake.failNext(Fault.status(503));
        style.call(Calls.GET, client.gateways());
        style.call(Calls.DELETE, client.gateways());
        assertThrows(NotFoundException.class, () -> style.call(Calls.GET, client.gateways()));
        List<String> lines =
            log.lines().stream().filter(line -> line.contains("The listener failed")).toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("with " + thrown.getClass().getName() + "; it is logged"));
        assertTrue(lines.get(0).contains("ListenerThatMisbehavesTest"), "with its stack");
      } finally {
        log.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLogHandlerThatThrowsToo(Style style) {
    Handler broken = new LoggingTest.Broken();
    Logger logger = Logger.getLogger("io.github.aigateway");
    logger.addHandler(broken);
    try (AiGatewayClient client =
        heeded(event -> Part.<RuntimeException>sneak(new IllegalStateException()))) {
      assertEquals(Calls.ID, Calls.told(style.call(Calls.GET, client.gateways())));
    } finally {
      logger.removeHandler(broken);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itCannotTakeAnInterruptFromTheCall(Style style) {
    Thread caller = Thread.currentThread();
    fake.fail(Fault.status(503));
    try (AiGatewayClient client =
        heeded(
            event -> {
              caller.interrupt();
              // As code does that sleeps, and drops the exception.
              assertTrue(Thread.interrupted() || Thread.currentThread() != caller);
            })) {
      if (style == Style.FUTURE) {
        client.gateways().async().get(Calls.ID).exceptionally(error -> null).join();
        assertTrue(Thread.interrupted());
        return;
      }
      caller.interrupt();
      TransportException error =
          assertThrows(TransportException.class, () -> style.call(Calls.GET, client.gateways()));
      assertEquals(Reason.INTERRUPTED, error.reason());
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void anInterruptOfItsOwnThreadIsOneOfTheCall() {
    try (AiGatewayClient client = heeded(event -> Thread.currentThread().interrupt())) {
      client.gateways().get(Calls.ID);
      assertTrue(Thread.interrupted());
      fake.failNext(Fault.status(503));
      TransportException error =
          assertThrows(TransportException.class, () -> client.gateways().get(Calls.ID));
      assertEquals(Reason.INTERRUPTED, error.reason());
      assertTrue(Thread.interrupted());
      fake.failNext(Fault.status(503));
      client.gateways().async().edit(Calls.ID, update -> update.cacheTtl(7)).join();
      client.gateways().async().get(Calls.ID).join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void itMayCloseTheClient(Style style) {
    AtomicReference<AiGatewayClient> client = new AtomicReference<>();
    CallListener closing = event -> client.get().close();
    client.set(heeded(closing));
    Object value = style.call(Calls.GET, client.get().gateways());
    assertEquals(Calls.ID, Calls.told(value));
    client.set(heeded(closing));
    fake.failNext(Fault.status(503));
    TransportException error =
        assertThrows(
            TransportException.class, () -> style.call(Calls.UPDATE, client.get().gateways()));
    assertEquals(Reason.CANCELLED, error.reason());
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(2, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void itMayMakeCallsOfItsOwn(Style style) {
    AtomicReference<AiGatewayClient> client = new AtomicReference<>();
    Heard heard = new Heard();
    client.set(
        heeded(
            event -> {
              heard.onEvent(event);
              if (event.operation().equals("getGateway") && event.kind() == Kind.ATTEMPT) {
                for (Style other : Style.values()) {
                  other.call(Calls.LIST, client.get().gateways());
                }
              }
            }));
    try (AiGatewayClient both = client.get()) {
      style.call(Calls.GET, both.gateways());
    }
    assertEquals(3, heard.kinds().stream().filter("CALL listGateways"::equals).count());
    assertEquals("CALL getGateway", heard.kinds().get(heard.kinds().size() - 1));
    assertEquals(4, fake.requestCount());
  }

  @Test
  void itMayCancelTheFutureThatItHearsOf() {
    AtomicReference<CompletableFuture<?>> future = new AtomicReference<>();
    Hold hold = new Hold();
    Heard heard = new Heard();
    try (AiGatewayClient client =
        heeded(
            event -> {
              hold.arrive();
              heard.onEvent(event);
              future.get().cancel(true);
            })) {
      fake.fail(Fault.status(503));
      future.set(client.gateways().async().get(Calls.ID));
      hold.release();
      assertThrows(CancellationException.class, () -> future.get().join());
      await(() -> heard.events().size() == 2);
      assertEquals(List.of("ATTEMPT getGateway", "CALL getGateway"), heard.kinds());
      assertEquals(Reason.CANCELLED, heard.last().reason());
      assertEquals(1, fake.requestCount());
    }
  }
}
