package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener hears of a call that somebody ended, too, and once. */
class ListenerOfEndedCallsTest extends AgainstFake {

  private static final List<String> WHILE_EDITING =
      List.of("ATTEMPT getGateway", "STEP getGateway", "CALL editGateway");

  private final Heard heard = new Heard();
  private final Hold hold = new Hold();
  private final AiGatewayClient heeded = builder().listener(heard).build();
  private final Gateways told = heeded.gateways();

  @AfterEach
  void close() {
    hold.release();
    heeded.close();
  }

  private void assertEndedBy(Reason reason) {
    assertEquals(reason, heard.last().reason());
    assertNull(heard.last().status());
    assertFalse(heard.last().succeeded());
  }

  @Test
  void aFutureThatIsCancelledDuringAnAttempt() {
    fake.fail(Fault.noResponse());
    CompletableFuture<?> future = told.async().update(Calls.ID, Calls.SETTINGS);
    await(() -> fake.requestCount() == 1);
    future.cancel(true);
    await(() -> heard.events().size() == 2);
    assertEquals(List.of("ATTEMPT updateGateway", "CALL updateGateway"), heard.kinds());
    assertEndedBy(Reason.CANCELLED);
    heard.events().forEach(event -> assertTrue(event.mayHaveBeenApplied()));
    assertFalse(heard.threads().contains(Thread.currentThread()));
  }

  @Test
  void aFutureThatIsCancelledDuringAWait() {
    time.holdWaits();
    fake.fail(Fault.status(503));
    CompletableFuture<?> future = told.async().edit(Calls.ID, update -> {});
    await(() -> time.waits().size() == 1);
    future.cancel(true);
    await(() -> heard.events().size() == 3);
    assertEquals(WHILE_EDITING, heard.kinds());
    assertEquals(503, heard.events().get(0).status());
    assertEndedBy(Reason.CANCELLED);
    assertEquals(1, heard.last().attempt());
  }

  @Test
  void aFutureThatIsCancelledDuringTheCallersChange() {
    CompletableFuture<?> future = told.async().edit(Calls.ID, update -> hold.arrive());
    await(hold::isReached);
    future.cancel(true);
    hold.release();
    await(() -> heard.events().size() == 3);
    assertEquals(WHILE_EDITING, heard.kinds());
    assertEndedBy(Reason.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatThrows(Style style) {
    IllegalStateException thrown = new IllegalStateException();
    RuntimeException failure =
        assertThrows(
            RuntimeException.class,
            () -> {
              switch (style) {
                case THROWING -> told.edit(Calls.ID, update -> fail(thrown));
                case RESULT -> told.tryEdit(Calls.ID, update -> fail(thrown));
                case FUTURE -> told.async().edit(Calls.ID, update -> fail(thrown)).join();
              }
            });
    assertSame(thrown, style == Style.FUTURE ? failure.getCause() : failure);
    assertEquals(WHILE_EDITING, heard.kinds());
    assertEndedBy(Reason.CANCELLED);
  }

  private static void fail(RuntimeException thrown) {
    throw thrown;
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatIsClosedDuringAnAttempt(Style style) {
    fake.fail(Fault.noResponse());
    CompletableFuture<Object> outcome = InRealTime.begin(style, Calls.DELETE, told);
    await(() -> fake.requestCount() == 1);
    heeded.close();
    InRealTime.ends(Reason.CANCELLED, outcome);
    assertEquals(List.of("ATTEMPT deleteGateway", "CALL deleteGateway"), heard.kinds());
    assertEndedBy(Reason.CANCELLED);
    assertTrue(heard.last().mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatIsClosedDuringAWait(Style style) {
    time.holdWaits();
    fake.fail(Fault.status(503)).on(Operation.GET);
    CompletableFuture<Object> outcome =
        InRealTime.beside(
            () ->
                style.call(
                    () -> told.edit(Calls.ID, update -> {}),
                    () -> told.tryEdit(Calls.ID, update -> {}),
                    () -> told.async().edit(Calls.ID, update -> {})));
    await(() -> time.waits().size() == 1);
    heeded.close();
    InRealTime.ends(Reason.CANCELLED, outcome);
    assertEquals(WHILE_EDITING, heard.kinds());
    assertEndedBy(Reason.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWING", "RESULT"})
  void aThreadThatIsInterruptedBeforeTheCall(Style style) {
    Thread.currentThread().interrupt();
    assertThrows(TransportException.class, () -> style.call(Calls.DELETE, told));
    assertTrue(Thread.interrupted());
    assertEquals(List.of("CALL deleteGateway"), heard.kinds());
    assertEndedBy(Reason.INTERRUPTED);
    assertEquals(0, heard.last().attempt());
    assertFalse(heard.last().mayHaveBeenApplied());
  }

  @Test
  void aCallThatAClosedClientRefusesIsNone() {
    heeded.close();
    assertThrows(IllegalStateException.class, () -> told.get(Calls.ID));
    assertThrows(IllegalStateException.class, () -> told.async().get(Calls.ID));
    assertThrows(IllegalArgumentException.class, () -> told.get(""));
    assertEquals(List.of(), heard.events());
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheCallers(Style style) {
    AssertionError error = new AssertionError();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw error;
                })
            .build();
    try (AiGatewayClient broken = builder().listener(heard).httpClient(http).build()) {
      assertSame(
          error,
          assertThrows(AssertionError.class, () -> style.call(Calls.GET, broken.gateways())));
    }
    assertEquals(List.of("ATTEMPT getGateway", "CALL getGateway"), heard.kinds());
    assertEndedBy(Reason.HTTP_CLIENT);
  }
}
