package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Callback;

/** Closing a client ends what it began, and nothing else. */
class ClosingTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void aCallAfterClosingIsAClearErrorOfTheCallItself(Style style) {
    client.close();
    client.close();
    for (Calls operation : Calls.values()) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> style.call(operation, gateways));
      assertSays("closed", refused);
    }
    assertThrows(IllegalStateException.class, () -> gateways.edit(Calls.ID, u -> u.cacheTtl(1)));
    assertThrows(
        IllegalStateException.class, () -> gateways.async().edit(Calls.ID, u -> u.cacheTtl(1)));
    assertThrows(IllegalStateException.class, client::api);
    assertThrows(IllegalStateException.class, () -> gateways.listAll().iterator().next());
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsACallUnderWay(Style style) {
    fake.fail(Fault.noResponse());
    assertTrue(
        assertCancelledByClosing(client, style, () -> fake.requestCount() == 1)
            .mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsACallOverACallersClientButNoOther(Style style) {
    OkHttpClient callers = new OkHttpClient();
    fake.fail(Fault.noResponse());
    try (AiGatewayClient other = builder().httpClient(callers).build()) {
      CompletableFuture<?> untouched = other.gateways().async().get("of-the-other");
      await(() -> fake.requestCount() == 1);
      AiGatewayClient ours = builder().httpClient(callers).build();
      assertTrue(
          assertCancelledByClosing(ours, style, () -> fake.requestCount() == 2)
              .mayHaveBeenApplied());
      assertFalse(untouched.isDone());
    }
  }

  @Test
  void anAttemptThatBeginsWhileTheClientIsClosedSendsNothing() {
    AtomicReference<AiGatewayClient> closing = new AtomicReference<>();
    AtomicInteger looks = new AtomicInteger();
    Timing closes =
        new ManualTiming() {
          @Override
          public long nanoTime() {
            // First when the call begins; then, after it was seen that the client is open, its
            // attempt.
            if (looks.decrementAndGet() == 0) {
              closing.get().close();
            }
            return super.nanoTime();
          }
        };
    closing.set(builder().httpClient(new OkHttpClient()).timing(closes).build());
    looks.set(2);
    TransportException error =
        assertThrows(TransportException.class, () -> closing.get().gateways().delete(Calls.ID));
    assertEquals(Reason.CANCELLED, error.reason());
    assertFalse(error.mayHaveBeenApplied());
    assertEquals(0, fake.requestCount());
  }

  @Test
  void closingEndsAFutureThatWaitsForItsTurn() {
    OkHttpClient callers = CallersExecutor.ofThreads().oneAtATime().build();
    fake.fail(Fault.noResponse());
    try (AiGatewayClient other = builder().httpClient(callers).build()) {
      CompletableFuture<?> untouched = other.gateways().async().get("of-the-other");
      await(() -> fake.requestCount() == 1);
      AiGatewayClient ours = builder().httpClient(callers).build();
      assertFalse(
          assertCancelledByClosing(
                  ours, Style.FUTURE, () -> callers.dispatcher().queuedCallsCount() == 1)
              .mayHaveBeenApplied());
      assertFalse(untouched.isDone());
    }
    assertFalse(callers.dispatcher().executorService().isShutdown());
  }

  @Test
  void closingEndsBareCalls() throws Exception {
    fake.fail(Fault.noResponse());
    for (AiGatewayClient closing :
        List.of(builder().build(), builder().httpClient(new OkHttpClient()).build())) {
      long before = fake.requestCount();
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      closing.api().getGateway(fake.accountId(), Calls.ID).enqueue(failing(failure));
      await(() -> fake.requestCount() == before + 1);
      closing.close();
      assertInstanceOf(IOException.class, failure.get(1, TimeUnit.SECONDS));
    }
  }

  @Test
  void closingLeavesACallersOwnCallsAlone() throws Exception {
    OkHttpClient callers = new OkHttpClient();
    CompletableFuture<Integer> own = new CompletableFuture<>();
    fake.failNext(Fault.delayHeaders(Duration.ofMillis(200)));
    Request request = new Request.Builder().url(fake.baseUrl()).build();
    callers
        .newCall(request)
        .enqueue(
            new okhttp3.Callback() {
              @Override
              public void onResponse(Call call, Response response) {
                own.complete(response.code());
                response.close();
              }

              @Override
              public void onFailure(Call call, IOException failure) {
                own.completeExceptionally(failure);
              }
            });
    await(() -> fake.requestCount() == 1);
    builder().httpClient(callers).build().close();
    assertEquals(404, own.get(5, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsTheWaitBeforeARetry(Style style) {
    assertClosingEndsAWait(style, Fault.throttled("50"), false);
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsTheWaitAfterAnAttemptThatMayHaveBeenApplied(Style style) {
    assertClosingEndsAWait(style, Fault.status(503).header("Retry-After", "50"), true);
  }

  private void assertClosingEndsAWait(Style style, Fault fault, boolean mayHaveBeenApplied) {
    time.holdWaits();
    fake.fail(fault);
    TransportException error =
        assertCancelledByClosing(client, style, () -> time.waits().size() == 1);
    assertEquals(mayHaveBeenApplied, error.mayHaveBeenApplied());
    assertEquals(1, fake.requestCount());
  }

  @Test
  void closingInTheMiddleOfAnEditIsTheSameInEveryStyle() {
    AiGatewayException blocking =
        assertThrows(
            AiGatewayException.class,
            () ->
                gateways.edit(
                    Calls.ID,
                    update -> {
                      update.cacheTtl(1);
                      client.close();
                    }));
    assertEquals(Reason.CANCELLED, ((TransportException) blocking).reason());
    assertFalse(blocking.mayHaveBeenApplied());
    AiGatewayClient second = builder().build();
    var future =
        second
            .gateways()
            .async()
            .edit(
                Calls.ID,
                update -> {
                  update.cacheTtl(1);
                  second.close();
                });
    Throwable failed = assertThrows(Exception.class, future::join).getCause();
    assertEquals(Reason.CANCELLED, assertInstanceOf(TransportException.class, failed).reason());
    assertEquals(2, fake.requestCount());
  }

  @Test
  void closingLeavesACallersClientAsItIs() throws IOException {
    OkHttpClient callers = new OkHttpClient();
    try (AiGatewayClient extended = builder().httpClient(callers).build()) {
      extended.gateways().list();
      extended.gateways().async().list().join();
      await(() -> callers.dispatcher().runningCallsCount() == 0);
    }
    assertFalse(callers.dispatcher().executorService().isShutdown());
    assertTrue(callers.connectionPool().connectionCount() > 0);
    assertEquals(5, callers.dispatcher().getMaxRequestsPerHost());
    Request own = new Request.Builder().url(fake.baseUrl()).build();
    try (Response response = callers.newCall(own).execute()) {
      assertEquals(404, response.code());
    }
  }

  private static Callback<GatewayResponse> failing(CompletableFuture<Throwable> failure) {
    return new Callback<>() {
      @Override
      public void onResponse(
          retrofit2.Call<GatewayResponse> call, retrofit2.Response<GatewayResponse> response) {
        failure.completeExceptionally(new AssertionError("there is a response"));
      }

      @Override
      public void onFailure(retrofit2.Call<GatewayResponse> call, Throwable refused) {
        failure.complete(refused);
      }
    };
  }

  private static TransportException assertCancelledByClosing(
      AiGatewayClient closing, Style style, BooleanSupplier isUnderWay) {
    CompletableFuture<Object> outcome = InRealTime.begin(style, Calls.UPDATE, closing.gateways());
    await(isUnderWay);
    closing.close();
    TransportException error = InRealTime.ends(Reason.CANCELLED, outcome);
    assertEquals(1, error.attempts());
    return error;
  }
}
