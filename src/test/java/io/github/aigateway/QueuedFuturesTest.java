package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A future that ends before its request is sent never sends it, or says that it may have. */
class QueuedFuturesTest extends InRealTime {

  private final CallersExecutor threads = CallersExecutor.ofThreads();

  /** How a future ends before its turn. */
  enum End {
    CALL_TIMEOUT,
    CLOSE,
    CANCEL,
    OR_TIMEOUT;

    private static final Set<Reason> REASONS =
        Set.of(Reason.TIMEOUT, Reason.CANCELLED, Reason.CONNECT);

    CompletableFuture<?> begin(AiGatewayClient client) {
      return withCallTimeout(client, this == CALL_TIMEOUT ? SHORT : LONG)
          .async()
          .update(Calls.ID, Calls.SETTINGS);
    }

    /** Ends it, and returns whether its failure says that it may have been applied. */
    boolean end(AiGatewayClient client, CompletableFuture<?> future) {
      switch (this) {
        case CLOSE -> client.close();
        case CANCEL -> future.cancel(true);
        case OR_TIMEOUT -> future.orTimeout(10, TimeUnit.MILLISECONDS);
        default -> {}
      }
      if (this == CANCEL) {
        assertTrue(future.isCancelled());
        assertThrows(CancellationException.class, future::join);
        return false;
      }
      if (this == OR_TIMEOUT) {
        failure(TimeoutException.class, future);
        return false;
      }
      TransportException error = ends(REASONS, future);
      assertEquals(this == CLOSE, error.reason() == Reason.CANCELLED);
      return error.mayHaveBeenApplied();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsBeforeItsTurnIsNeverSent(End end) {
    OkHttpClient http = threads.oneAtATime().build();
    CompletableFuture<?> first = silentFirst(http);
    AiGatewayClient ending = open(builder().httpClient(http));
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      futures.add(end.begin(ending));
    }
    for (CompletableFuture<?> future : futures) {
      assertFalse(end.end(ending, future));
    }
    letTheOthersHaveTheirTurn(http, first);
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsBeforeItsTurnIsSeenByNoInterceptorWhichMightSendItAnotherWay(End end) {
    AtomicInteger seen = new AtomicInteger();
    OkHttpClient other = new OkHttpClient();
    CallersExecutor held =
        new CallersExecutor(
            task ->
                CallersExecutor.onThread(
                    () -> {
                      hold.arrive();
                      task.run();
                    }));
    AiGatewayClient ending =
        over(
            held.http()
                .addInterceptor(
                    chain -> {
                      seen.incrementAndGet();
                      return other.newCall(chain.request()).execute();
                    }));
    CompletableFuture<?> future = end.begin(ending);
    await(hold::isReached);
    assertFalse(end.end(ending, future));
    hold.release();
    await(() -> held.finished() == 1);
    assertEquals(0, fake.requestCount());
    assertEquals(0, seen.get());
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_SUPPLIER, CALL_TIMEOUT",
    "TOKEN_SUPPLIER, CLOSE",
    "TOKEN_SUPPLIER, CANCEL",
    "TOKEN_SUPPLIER, OR_TIMEOUT",
    "DNS, CALL_TIMEOUT",
    "DNS, CLOSE",
    "DNS, CANCEL",
    "DNS, OR_TIMEOUT",
    "COOKIE_JAR, CLOSE",
    "COOKIE_JAR, CANCEL",
    "INTERCEPTOR_BEFORE, CLOSE",
    "INTERCEPTOR_BEFORE, CANCEL",
    "CONNECTION_ACQUIRED, CLOSE",
    "CONNECTION_ACQUIRED, CANCEL",
    "CONNECT_START, CLOSE",
    "NETWORK_INTERCEPTOR_BEFORE, CALL_TIMEOUT",
    "NETWORK_INTERCEPTOR_BEFORE, CLOSE",
    "REQUEST_HEADERS_START, CLOSE",
    "REQUEST_HEADERS_END, CLOSE",
    "REQUEST_BODY_START, CLOSE",
    "REQUEST_BODY_END, CLOSE",
  })
  void whatEndsAfterItBeganIsNotSentOrSaysThatItMayHaveBeen(Part part, End end) {
    String localhost = fake.baseUrl().replace("127.0.0.1", "localhost");
    OkHttpClient.Builder http = threads.http();
    Dispatcher dispatcher = http.build().dispatcher();
    AiGatewayClient ending =
        open(part.troubling(builder().baseUrl(localhost), http, fake.apiToken(), hold::arrive));
    CompletableFuture<?> future = end.begin(ending);
    await(hold::isReached);
    boolean mayHaveBeenApplied = (boolean) value(beside(() -> end.end(ending, future)));
    // A moment after the future, on another thread.
    await(() -> dispatcher.runningCalls().stream().allMatch(Call::isCanceled));
    hold.release();
    await(threads::isIdle);
    assertTrue(mayHaveBeenApplied || fake.requestCount() == 0);
    assertFalse(mayHaveBeenApplied && part.isBeforeSending());
    assertTrue(part.compareTo(Part.REQUEST_HEADERS_START) >= 0 || fake.requestCount() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsAfterItBeganIsNotSentByACopyOfItsCallEither(End end) {
    AtomicInteger times = new AtomicInteger();
    AiGatewayClient ending =
        over(
            threads
                .http()
                .addInterceptor(
                    chain -> {
                      if (times.getAndIncrement() > 0) {
                        return chain.proceed(chain.request());
                      }
                      hold.arrive();
                      return chain.call().clone().execute();
                    }));
    CompletableFuture<?> future = end.begin(ending);
    await(hold::isReached);
    boolean mayHaveBeenApplied = end.end(ending, future);
    hold.release();
    await(threads::isIdle);
    assertTrue(mayHaveBeenApplied || fake.requestCount() == 0);
  }

  /** By chance: the turn of each comes in the moment in which its time is over. */
  @Test
  void whatEndsInTheMomentOfItsTurnIsHonest() {
    Set<String> arrived = ConcurrentHashMap.newKeySet();
    fake.failEach(
        request -> {
          arrived.add(String.valueOf(request.header("X-Number")));
          return Optional.empty();
        });
    AtomicLong turn = new AtomicLong();
    AtomicInteger begun = new AtomicInteger();
    CallersExecutor late =
        new CallersExecutor(
            task -> {
              begun.incrementAndGet();
              CallersExecutor.onThread(
                  () -> {
                    while (System.nanoTime() < turn.get()) {
                      Thread.onSpinWait();
                    }
                    task.run();
                  });
            });
    AiGatewayClient ending = over(late.http());
    Random random = new Random(13);
    Duration time = Duration.ofMillis(3);
    for (int i = 0; i < 500; i++) {
      String number = Integer.toString(i);
      RequestOptions options =
          RequestOptions.builder().callTimeout(time).header("X-Number", number).build();
      turn.set(System.nanoTime() + time.toNanos() + random.nextInt(1_000_000) - 500_000);
      CompletableFuture<?> future =
          ending.gateways().with(options).async().update(Calls.ID, Calls.SETTINGS);
      Throwable failed = future.handle((value, error) -> error).join();
      // On a busy machine, its time may be over before it is given a turn.
      await(() -> late.finished() == begun.get());
      if (failed instanceof AiGatewayException error && !error.mayHaveBeenApplied()) {
        assertFalse(arrived.contains(number), error::toString);
      }
    }
  }

  private CompletableFuture<?> silentFirst(OkHttpClient http) {
    fake.failNext(Fault.noResponse());
    CompletableFuture<?> first = open(builder().httpClient(http)).gateways().async().get(Calls.ID);
    await(() -> fake.requestCount() == 1);
    return first;
  }

  private void letTheOthersHaveTheirTurn(OkHttpClient http, CompletableFuture<?> first) {
    fake.clearFaults();
    first.cancel(true);
    await(() -> http.dispatcher().runningCallsCount() + http.dispatcher().queuedCallsCount() == 0);
    await(threads::isIdle);
  }
}
