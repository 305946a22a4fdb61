package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing ends all at once, whatever listeners and callbacks do. */
class UnhinderedClosingTest extends InRealTime {

  private final CallersExecutor threads = CallersExecutor.ofThreads();

  /** What a caller's listener does when it is told of a cancel. */
  enum Listener {
    BLOCKS,
    THROWS,
    THROWS_AN_ERROR;

    EventListener told(Hold hold) {
      return new EventListener() {
        @Override
        public void canceled(Call call) {
          switch (Listener.this) {
            case BLOCKS -> hold.arrive();
            case THROWS -> throw new IllegalStateException("of the caller");
            default -> throw new NoClassDefFoundError("of/the/Caller");
          }
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsAllAtOnceWhateverAListenerDoes(Listener listener) {
    fake.fail(Fault.noResponse());
    AiGatewayClient closing = over(threads.http().eventListener(listener.told(hold)));
    List<CompletableFuture<Object>> outcomes = underWay(closing);
    value(beside(() -> closed(closing)));
    outcomes.forEach(outcome -> ends(Reason.CANCELLED, outcome));
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsWhatWaitsForItsTurnWhateverAListenerDoes(Listener listener) {
    fake.fail(Fault.noResponse());
    AiGatewayClient closing = over(threads.oneAtATime().eventListener(listener.told(hold)));
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      futures.add(closing.gateways().async().delete(Calls.ID));
    }
    await(() -> fake.requestCount() == 1);
    value(beside(() -> closed(closing)));
    futures.forEach(future -> ends(Reason.CANCELLED, future));
    assertEquals(1, fake.requestCount());
  }

  @Test
  void closingEndsAllAtOnceAlthoughTheCallbackOfEachBlocks() {
    fake.fail(Fault.throttled("50")).on(Operation.LIST);
    fake.fail(Fault.noResponse());
    AiGatewayClient closing = over(threads.oneAtATime());
    RequestOptions patient = RequestOptions.builder().maxRetries(1).build();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int requests = i + 1;
      futures.add(closing.gateways().with(patient).async().list());
      await(() -> fake.requestCount() == requests);
    }
    for (int i = 0; i < 10; i++) {
      futures.add(closing.gateways().async().delete(Calls.ID));
    }
    await(() -> fake.requestCount() == 4);
    futures.forEach(future -> future.whenComplete((value, error) -> hold.arrive()));
    value(beside(() -> closed(closing)));
    await(() -> hold.arrivals() == futures.size());
    futures.forEach(future -> ends(Reason.CANCELLED, future));
    assertEquals(4, fake.requestCount());
  }

  @Test
  void closingFromWithinEndsAll() {
    AtomicReference<AiGatewayClient> closing = new AtomicReference<>();
    for (Part part :
        List.of(
            Part.TOKEN_SUPPLIER,
            Part.INTERCEPTOR_BEFORE,
            Part.NETWORK_INTERCEPTOR_BEFORE,
            Part.CONNECT_START,
            Part.CALL_END)) {
      for (Style style : Style.values()) {
        closing.set(
            open(
                part.troubling(
                    builder(), threads.http(), fake.apiToken(), () -> closing.get().close())));
        CompletableFuture<Object> outcome = begin(style, Calls.UPDATE, closing.get().gateways());
        if (part == Part.CALL_END) {
          value(beside(() -> outcome.handle((value, error) -> "ended").get()));
        } else {
          ends(Reason.CANCELLED, outcome);
        }
      }
    }
  }

  @Test
  void closingFromACallbackEndsTheOthers() {
    fake.fail(Fault.noResponse()).on(Operation.DELETE);
    AiGatewayClient closing = over(threads.http());
    CompletableFuture<?> other = closing.gateways().async().delete(Calls.ID);
    await(() -> fake.requestCount() == 1);
    value(
        closing.gateways().async().list().thenAccept(page -> closing.close()).thenApply(done -> 1));
    ends(Reason.CANCELLED, other);
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWS", "THROWS_AN_ERROR"})
  void callbacksThatThrowDisturbNobody(Listener listener) {
    fake.fail(Fault.noResponse());
    AiGatewayClient closing = over(threads.oneAtATime());
    List<CompletableFuture<?>> futures = new ArrayList<>();
    AtomicInteger told = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      CompletableFuture<?> future = withCallTimeout(closing, i < 3 ? SHORT : LONG).async().get("a");
      future.whenComplete(
          (value, error) -> {
            told.incrementAndGet();
            listener.told(hold).canceled(null);
          });
      futures.add(future);
    }
    futures.subList(0, 3).forEach(future -> ends(OVER, future));
    closing.close();
    futures.subList(3, 5).forEach(future -> ends(Reason.CANCELLED, future));
    await(() -> told.get() == 5);
  }

  private static Object closed(AiGatewayClient closing) {
    closing.close();
    return "closed";
  }

  /** Calls in every style, each of which the API has received. */
  private List<CompletableFuture<Object>> underWay(AiGatewayClient closing) {
    List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outcomes.add(begin(Style.FUTURE, Calls.UPDATE, closing.gateways()));
    }
    outcomes.add(begin(Style.THROWING, Calls.UPDATE, closing.gateways()));
    outcomes.add(begin(Style.RESULT, Calls.UPDATE, closing.gateways()));
    await(() -> fake.requestCount() == 6);
    return outcomes;
  }
}
