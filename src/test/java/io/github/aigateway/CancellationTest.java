package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ending a future ends the HTTP call under it. */
class CancellationTest extends AgainstFake {

  private final AtomicInteger cancelled = new AtomicInteger();
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .eventListener(
              new EventListener() {
                @Override
                public void canceled(Call call) {
                  cancelled.incrementAndGet();
                }
              })
          .build();
  private final AiGatewayClient observed = builder().httpClient(http).build();
  private final AsyncGateways async = observed.gateways().async();
  private final Hold hold = new Hold();

  @AfterEach
  void letGo() {
    hold.release();
  }

  /** How a caller ends a future. */
  enum Ending {
    CANCEL,
    OR_TIMEOUT,
    COMPLETE_EXCEPTIONALLY,
    COMPLETE,
    COMPLETE_ON_TIMEOUT;

    Object end(CompletableFuture<?> future) {
      return switch (this) {
        case CANCEL -> future.cancel(true);
        case OR_TIMEOUT -> future.orTimeout(10, TimeUnit.MILLISECONDS);
        case COMPLETE_EXCEPTIONALLY -> future.completeExceptionally(new Exception());
        case COMPLETE -> future.complete(null);
        case COMPLETE_ON_TIMEOUT -> future.completeOnTimeout(null, 10, TimeUnit.MILLISECONDS);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void endingAFutureEndsItsCallBeforeTheCallbacksRun(Ending ending) {
    fake.fail(Fault.noResponse());
    assertEndsItsCall(ending, 1, gateways -> gateways.get(Calls.ID));
  }

  @ParameterizedTest
  @EnumSource
  void endingAnEditEndsItsFirstCallBeforeTheCallbacksRun(Ending ending) {
    fake.fail(Fault.noResponse());
    assertEndsItsCall(ending, 1, gateways -> gateways.edit(Calls.ID, u -> u.cacheTtl(1)));
  }

  @ParameterizedTest
  @EnumSource
  void endingAnEditEndsItsSecondCallBeforeTheCallbacksRun(Ending ending) {
    fake.fail(Fault.noResponse()).on(Operation.UPDATE);
    assertEndsItsCall(ending, 2, gateways -> gateways.edit(Calls.ID, u -> u.cacheTtl(1)));
  }

  @Test
  void endingAFutureEndsABodyThatStalls() {
    fake.fail(Fault.stalledBody());
    assertEndsItsCall(Ending.CANCEL, 1, gateways -> gateways.get(Calls.ID));
  }

  private void assertEndsItsCall(
      Ending ending, int requests, Function<AsyncGateways, CompletableFuture<?>> call) {
    CompletableFuture<?> future = call.apply(async);
    await(() -> fake.requestCount() == requests);
    future.whenComplete((value, error) -> hold.arrive());
    // The callback runs on the thread that ends the future, which is the caller's affair.
    InRealTime.beside(() -> ending.end(future));
    await(hold::isReached);
    assertNothingRuns(requests);
  }

  @Test
  void completingAFutureOnAnotherThreadEndsItsCall() {
    fake.fail(Fault.noResponse());
    CompletableFuture<String> future = async.url(Calls.ID, Provider.OPENAI);
    await(() -> fake.requestCount() == 1);
    assertEquals("https://a.example", future.completeAsync(() -> "https://a.example").join());
    assertNothingRuns(1);
    fake.fail(Fault.noResponse());
    fake.clearRequests();
    CompletableFuture<String> failing = async.url(Calls.ID, Provider.OPENAI);
    await(() -> fake.requestCount() == 1);
    IllegalStateException defect = new IllegalStateException("no url");
    failing.completeAsync(
        () -> {
          throw defect;
        });
    assertSame(defect, assertThrows(CompletionException.class, failing::join).getCause());
    assertNothingRuns(1);
  }

  @Test
  void aFutureThatEndsBetweenTwoAttemptsSendsNothingMore() {
    time.holdWaits();
    fake.failNext(Fault.throttled("5"));
    CompletableFuture<?> future = async.get(Calls.ID);
    await(() -> time.waits().size() == 1);
    future.cancel(true);
    time.pass(Duration.ofSeconds(5));
    assertNothingRuns(1);
  }

  @Test
  void endingAFutureEndsAnAttemptThatBeganBeforeTheThreadOfTheOneBeforeWentOn() {
    ManualTiming atOnce =
        new ManualTiming() {
          @Override
          public Future<?> later(Runnable task, Duration delay) {
            task.run();
            await(() -> fake.requestCount() == 2);
            return new CompletableFuture<Void>();
          }
        };
    try (AiGatewayClient client = builder().timing(atOnce).httpClient(http).build()) {
      fake.failNext(Fault.throttled("0"));
      fake.fail(Fault.noResponse());
      CompletableFuture<?> future = client.gateways().async().get(Calls.ID);
      // The first attempt's thread has gone, so that it can change nothing any more.
      await(() -> fake.requestCount() == 2 && http.dispatcher().runningCallsCount() == 1);
      future.cancel(true);
      assertNothingRuns(2);
    }
  }

  @Test
  void anEditCancelledInBetweenSendsNothingMore() {
    CompletableFuture<CompletableFuture<Gateway>> future = new CompletableFuture<>();
    CompletableFuture<Void> changed = new CompletableFuture<>();
    fake.failNext(Fault.delayHeaders(Duration.ofMillis(200)));
    future.complete(
        async.edit(
            Calls.ID,
            update -> {
              future.join().cancel(true);
              changed.complete(null);
            }));
    changed.join();
    assertNothingRuns(1);
    assertEquals(0, cancelled.get());
  }

  @Test
  void aFutureThatCompletesCancelsNothing() {
    async.get(Calls.ID).join();
    async.edit(Calls.ID, update -> update.cacheTtl(1)).join();
    fake.failNext(Fault.status(404));
    assertThrows(CompletionException.class, () -> async.get(Calls.ID).join());
    await(() -> http.dispatcher().runningCallsCount() == 0);
    assertEquals(0, cancelled.get());
  }

  @Test
  void aCallThatEndedKeepsNoAlarm() {
    for (Style style : Style.values()) {
      style.call(Calls.GET, observed.gateways());
      fake.failNext(Fault.disconnectBeforeResponse());
      style.call(Calls.GET, observed.gateways());
      for (Fault fault : new Fault[] {Fault.status(404), Fault.htmlPage(200)}) {
        fake.failNext(fault);
        assertThrows(AiGatewayException.class, () -> style.call(Calls.GET, observed.gateways()));
      }
    }
    fake.clearRequests();
    fake.fail(Fault.noResponse());
    CompletableFuture<Gateway> endless = async.get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    assertTrue(time.wakesForMore());
    endless.cancel(true);
    await(() -> http.dispatcher().runningCallsCount() == 0);
    assertFalse(time.wakesForMore());
  }

  private void assertNothingRuns(int requests) {
    await(() -> http.dispatcher().runningCallsCount() == 0);
    assertEquals(requests, fake.requestCount());
    fake.clearFaults();
    assertEquals(Calls.ID, async.get(Calls.ID).join().getId());
  }
}
