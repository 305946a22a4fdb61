package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A callback that blocks, wherever it runs, stops no time limit of any call or client. */
class BlockedCallbacksTest extends InRealTime {

  @BeforeEach
  void theApiIsSilentWhenAskedForAGateway() {
    fake.fail(Fault.noResponse()).on(Operation.GET);
  }

  @ParameterizedTest
  @EnumSource
  void callsThatBeginLaterEndInTheirTime(Blockage blockage) {
    AiGatewayClient blocked = blocked(blockage);
    List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    for (AiGatewayClient each : List.of(blocked, client)) {
      for (Style style : Style.values()) {
        outcomes.add(begin(style, Calls.GET, withAttemptTimeout(each, SHORT)));
        outcomes.add(begin(style, Calls.GET, withCallTimeout(each, SHORT)));
      }
    }
    outcomes.forEach(outcome -> ends(OVER, outcome));
  }

  @ParameterizedTest
  @EnumSource
  void callsThatBeganBeforeEndInTheirTime(Blockage blockage) {
    List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    for (Style style : Style.values()) {
      outcomes.add(begin(style, Calls.GET, withAttemptTimeout(client, SHORT.multipliedBy(3))));
    }
    blocked(blockage);
    outcomes.forEach(outcome -> ends(OVER, outcome));
  }

  @ParameterizedTest
  @EnumSource
  void callsThatWaitForTheirTurnEndInTheirTime(Blockage blockage) {
    AiGatewayClient busy = over(CallersExecutor.ofThreads().oneAtATime());
    busy.gateways().async().get(Calls.ID);
    blocked(blockage);
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      futures.add(withCallTimeout(busy, SHORT).async().update(Calls.ID, Calls.SETTINGS));
    }
    futures.forEach(future -> assertFalse(ends(OVER, future).mayHaveBeenApplied()));
  }

  @ParameterizedTest
  @EnumSource
  void callsAreRepeated(Blockage blockage) {
    AiGatewayClient blocked = blocked(blockage);
    Set<Optional<String>> failed = ConcurrentHashMap.newKeySet();
    fake.failEach(
        request ->
            Optional.of(Fault.status(503))
                .filter(fault -> failed.add(Optional.ofNullable(request.header("X-Call")))));
    List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    for (AiGatewayClient each : List.of(blocked, client)) {
      for (Style style : Style.values()) {
        String number = Integer.toString(outcomes.size());
        RequestOptions once =
            RequestOptions.builder().header("X-Call", number).maxRetries(1).build();
        outcomes.add(begin(style, Calls.LIST, each.gateways().with(once)));
      }
    }
    outcomes.forEach(InRealTime::value);
    assertEquals(outcomes.size(), failed.size());
  }

  @Test
  void manyFuturesWhoseTimeIsOverBeforeTheirTurnCompleteAlthoughTheCallbackOfEachBlocks() {
    AiGatewayClient busy = over(CallersExecutor.ofThreads().oneAtATime());
    busy.gateways().async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      CompletableFuture<?> future = withCallTimeout(busy, SHORT).async().delete(Calls.ID);
      future.whenComplete((value, error) -> hold.arrive());
      futures.add(future);
    }
    await(() -> hold.arrivals() == 100);
    for (CompletableFuture<?> future : futures) {
      TransportException error = ends(OVER, future);
      assertFalse(error.mayHaveBeenApplied());
      assertEquals(1, error.attempts());
    }
    assertEquals(1, fake.requestCount());
  }

  @Test
  void aCallbackOfOursThatBlocksDoesNotStopTheTimerOfTheJdk() {
    AiGatewayClient busy = over(CallersExecutor.ofThreads().oneAtATime());
    busy.gateways().async().get(Calls.ID);
    CompletableFuture<?> queued = withCallTimeout(busy, SHORT).async().get(Calls.ID);
    queued.whenComplete((value, error) -> hold.arrive());
    await(hold::isReached);
    failure(
        TimeoutException.class,
        new CompletableFuture<>().orTimeout(SHORT.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Test
  void aCallbackThatBlocksAfterASuccessStopsNoTimeLimit() {
    AiGatewayClient busy = over(CallersExecutor.ofThreads().oneAtATime());
    // So that the callback is there before the response, and does not run on this thread.
    fake.fail(Fault.delayHeaders(Duration.ofSeconds(1)));
    busy.gateways().async().list().thenAccept(page -> hold.arrive());
    await(hold::isReached);
    for (AiGatewayClient each : List.of(busy, client)) {
      ends(OVER, withCallTimeout(each, SHORT).async().get(Calls.ID));
    }
  }

  /** A client with whose help a thread is blocked now. */
  private AiGatewayClient blocked(Blockage blockage) {
    OkHttpClient.Builder http =
        CallersExecutor.ofThreads().http().eventListener(blockage.listener(hold));
    AiGatewayClient blocked = over(http);
    blockage.begin(blocked.gateways(), hold);
    await(hold::isReached);
    return blocked;
  }
}
