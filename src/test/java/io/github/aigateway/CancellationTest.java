package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

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

  @Test
  void cancellingAFutureEndsItsCall() {
    fake.fail(Fault.noResponse());
    CompletableFuture<Gateway> future = async.get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    assertTrue(future.cancel(true));
    assertNothingRuns(1);
  }

  @Test
  void cancellingAFutureEndsABodyThatStalls() {
    fake.fail(Fault.stalledBody());
    CompletableFuture<Gateway> future = async.get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    future.cancel(true);
    assertNothingRuns(1);
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
  void aFutureThatTimesOutEndsItsCall() {
    fake.fail(Fault.noResponse());
    CompletableFuture<Gateway> future = async.get(Calls.ID).orTimeout(200, TimeUnit.MILLISECONDS);
    assertInstanceOf(
        TimeoutException.class, assertThrows(CompletionException.class, future::join).getCause());
    assertNothingRuns(1);
  }

  @Test
  void cancellingAnEditEndsItsFirstCall() {
    fake.fail(Fault.noResponse());
    CompletableFuture<Gateway> future = async.edit(Calls.ID, update -> update.cacheTtl(1));
    await(() -> fake.requestCount() == 1);
    future.cancel(true);
    assertNothingRuns(1);
  }

  @Test
  void cancellingAnEditEndsItsSecondCall() {
    fake.fail(Fault.noResponse()).on(Operation.UPDATE);
    CompletableFuture<Gateway> future = async.edit(Calls.ID, update -> update.cacheTtl(1));
    await(() -> fake.requestCount() == 2);
    future.cancel(true);
    assertNothingRuns(2);
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
    observed.gateways().get(Calls.ID);
    async.get(Calls.ID).join();
    fake.failNext(Fault.status(404)).times(2);
    assertThrows(NotFoundException.class, () -> observed.gateways().get(Calls.ID));
    assertThrows(CompletionException.class, () -> async.get(Calls.ID).join());
    fake.fail(Fault.noResponse());
    CompletableFuture<Gateway> endless = async.get(Calls.ID);
    await(() -> fake.requestCount() == 5);
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

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen within 5 seconds");
      Thread.onSpinWait();
    }
  }
}
