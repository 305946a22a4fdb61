package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.CallEvent.Kind;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener hears how each attempt, each request of a call and each call ended. */
class ListenerTest extends AgainstFake {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Heard heard = new Heard();
  private final AiGatewayClient heeded = builder().listener(heard).build();
  private final Gateways told = heeded.gateways();

  @AfterEach
  void close() {
    heeded.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachCallHasItsEvents(Style style) {
    for (Calls call : Calls.values()) {
      put(Calls.ID);
      fake.remove(Calls.NEW_ID);
      heard.clear();
      style.call(call, told);
      String operation = call.operationId();
      assertEquals(List.of("ATTEMPT " + operation, "CALL " + operation), heard.kinds());
      for (CallEvent event : heard.events()) {
        assertEquals(fake.accountId(), event.accountId());
        assertEquals(
            switch (call) {
              case LIST -> null;
              case CREATE -> Calls.NEW_ID;
              default -> Calls.ID;
            },
            event.gatewayId());
        assertTrue(event.succeeded());
        assertEquals(1, event.attempt());
        assertEquals(200, event.status());
        assertNotNull(event.requestId());
        assertNull(event.reason());
        assertNull(event.retryDelay());
        assertNull(event.gaveUp());
        assertEquals(call.changes(), event.mayHaveBeenApplied());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatIsRepeatedTellsTheWait(Style style) {
    fake.failNext(Fault.status(502));
    fake.failNext(Fault.throttled("7"));
    style.call(Calls.UPDATE, told);
    List<CallEvent> events = heard.events();
    assertEquals(4, events.size());
    assertEvent(events.get(0), Kind.ATTEMPT, 1, 502, Duration.ofMillis(250));
    assertEvent(events.get(1), Kind.ATTEMPT, 2, 429, Duration.ofSeconds(7));
    assertEvent(events.get(2), Kind.ATTEMPT, 3, 200, null);
    assertEvent(events.get(3), Kind.CALL, 3, 200, null);
    assertEquals(
        List.of(false, false, true, true), events.stream().map(CallEvent::succeeded).toList());
    assertEquals(Duration.ofMillis(7_250), events.get(3).duration());
    assertTrue(events.stream().allMatch(CallEvent::mayHaveBeenApplied));
    assertEquals(Duration.ZERO, events.get(2).duration());
  }

  private static void assertEvent(
      CallEvent event, Kind kind, int attempt, int status, @Nullable Duration wait) {
    assertEquals(kind, event.kind());
    assertEquals(attempt, event.attempt());
    assertEquals(status, event.status());
    assertEquals(wait, event.retryDelay());
    assertNull(event.gaveUp());
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalHasItsStatusAndNoReason(Style style) {
    fake.remove(Calls.ID);
    assertThrows(NotFoundException.class, () -> style.call(Calls.DELETE, told));
    for (CallEvent event : heard.events()) {
      assertEquals(404, event.status());
      assertFalse(event.succeeded());
      assertFalse(event.mayHaveBeenApplied());
      assertNull(event.reason());
      assertNull(event.gaveUp());
    }
    fake.failNext(Fault.htmlPage(200));
    heard.clear();
    assertThrows(InvalidResponseException.class, () -> style.call(Calls.UPDATE, told));
    assertEquals(200, heard.last().status());
    assertFalse(heard.last().succeeded());
    assertTrue(heard.last().mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void itSaysWhyTheClientGaveUp(Style style) {
    fake.failNext(Fault.throttled("3600"));
    assertThrows(RateLimitException.class, () -> style.call(Calls.GET, told));
    String tooLong = "Retry-After of 1 h is more than maxRetryAfter (60 s)";
    heard.events().forEach(event -> assertEquals(tooLong, event.gaveUp()));
    heard.clear();
    fake.failNext(Fault.responseLost());
    assertThrows(TransportException.class, () -> style.call(Calls.CREATE, told));
    assertEquals(2, heard.events().size());
    for (CallEvent event : heard.events()) {
      assertEquals("the request must not be sent twice", event.gaveUp());
      assertEquals(Reason.CONNECTION_LOST, event.reason());
      assertNull(event.status());
      assertNull(event.requestId());
      assertTrue(event.mayHaveBeenApplied());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutIsAReason(Style style) {
    fake.fail(Fault.noResponse());
    RequestOptions options = RequestOptions.builder().attemptTimeout(LIMIT).maxRetries(0).build();
    CompletableFuture<Object> outcome = InRealTime.begin(style, Calls.GET, told.with(options));
    await(() -> fake.requestCount() == 1);
    time.pass(LIMIT);
    InRealTime.ends(Reason.TIMEOUT, outcome);
    for (CallEvent event : heard.events()) {
      assertEquals(Reason.TIMEOUT, event.reason());
      assertEquals(LIMIT, event.duration());
      assertEquals("maxRetries is 0", event.gaveUp());
    }
    assertEquals(2, heard.events().size());
  }

  @ParameterizedTest
  @EnumSource
  void aCompositeCallHasStepsAndOneName(Style style) {
    fake.failNext(Fault.status(503)).on(Operation.GET);
    edit(style);
    assertEquals(
        List.of(
            "ATTEMPT getGateway",
            "ATTEMPT getGateway",
            "STEP getGateway",
            "ATTEMPT updateGateway",
            "STEP updateGateway",
            "CALL editGateway"),
        heard.kinds());
    assertEquals(
        List.of(1, 2, 2, 1, 1, 3), heard.events().stream().map(CallEvent::attempt).toList());
    assertTrue(heard.events().stream().allMatch(event -> Calls.ID.equals(event.gatewayId())));
    heard.clear();
    CreateGatewayRequest wanted =
        CreateGatewayRequest.withDefaults().id(Calls.ID).cacheTtl(9).build();
    style.call(
        () -> told.ensure(wanted), () -> told.tryEnsure(wanted), () -> told.async().ensure(wanted));
    assertEquals("CALL ensureGateway", heard.kinds().get(heard.kinds().size() - 1));
    assertEquals(1, heard.kinds().stream().filter(kind -> kind.startsWith("CALL")).count());
  }

  private void edit(Style style) {
    style.call(
        () -> told.edit(Calls.ID, update -> update.cacheTtl(7)),
        () -> told.tryEdit(Calls.ID, update -> update.cacheTtl(7)),
        () -> told.async().edit(Calls.ID, update -> update.cacheTtl(7)));
  }

  @ParameterizedTest
  @EnumSource
  void anyCallHasItsMethodAndPath(Style style) {
    AnyCall.Things things = heeded.create(AnyCall.Things.class);
    fake.fail(Fault.body(200, "{}"));
    AnyCall.made(style, heeded.call(things.logs("acc", "prod")));
    String operation = "GET " + AnyCall.LOGS;
    assertEquals(List.of("ATTEMPT " + operation, "CALL " + operation), heard.kinds());
    assertEquals("acc", heard.last().accountId());
    assertEquals("prod", heard.last().gatewayId());
    heard.clear();
    AnyCall.made(style, heeded.call(things.post(new JsonObject())).requireSuccess());
    assertTrue(heard.last().mayHaveBeenApplied());
  }

  @Test
  void aBareCallIsNotHeard() throws Exception {
    heeded.api().getGateway(fake.accountId(), Calls.ID).execute();
    assertEquals(List.of(), heard.events());
  }

  @Test
  void itIsToldOnTheThreadOfTheAttemptBeforeTheFutureCompletes() {
    told.get(Calls.ID);
    assertEquals(Set.of(Thread.currentThread()), Set.copyOf(heard.threads()));
    heard.clear();
    CompletableFuture<List<String>> known =
        told.async().get(Calls.ID).thenApply(gateway -> heard.kinds());
    assertEquals(List.of("ATTEMPT getGateway", "CALL getGateway"), known.join());
    assertSame(heard.threads().get(0), heard.threads().get(1));
    assertFalse(heard.threads().contains(Thread.currentThread()));
  }

  @Test
  void eachPageIsACall() {
    told.listAll().stream().toList();
    assertEquals(List.of("ATTEMPT listGateways", "CALL listGateways"), heard.kinds());
  }
}
