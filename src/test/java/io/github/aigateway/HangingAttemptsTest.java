package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A future ends in time although its attempt hangs in a part of the caller's. */
class HangingAttemptsTest extends InRealTime {

  /** Other cases begin at the same time, and each is to reach the part that hangs before. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final CallersExecutor threads = CallersExecutor.ofThreads();

  @SideBySide
  @EnumSource(mode = Mode.EXCLUDE, names = "CALL_START")
  void aFutureEndsAtItsCallTimeoutAndSaysWhetherItMayHaveBeenApplied(Part part) {
    AiGatewayClient hanging = hanging(part, threads.http(), hold::arrive);
    CompletableFuture<Object> future =
        begin(Style.FUTURE, Calls.UPDATE, withCallTimeout(hanging, LIMIT));
    await(hold::isReached);
    assertEndsHonestly(part, future);
  }

  @SideBySide
  @EnumSource(mode = Mode.EXCLUDE, names = "CALL_START")
  void aFutureEndsWithItsAttemptAndSaysWhetherItMayHaveBeenApplied(Part part) {
    AiGatewayClient hanging = hanging(part, threads.http(), hold::arrive);
    CompletableFuture<Object> future =
        begin(Style.FUTURE, Calls.CREATE, withAttemptTimeout(hanging, LIMIT));
    await(hold::isReached);
    assertEndsHonestly(part, future);
  }

  @SideBySide
  @EnumSource(mode = Mode.EXCLUDE, names = "CALL_START")
  void anAttemptThatHangsIsRepeated(Part part) {
    AtomicInteger times = new AtomicInteger();
    Runnable once =
        () -> {
          if (times.getAndIncrement() == 0) {
            hold.arrive();
          }
        };
    AiGatewayClient hanging = hanging(part, threads.http(), once);
    RequestOptions patient = RequestOptions.builder().attemptTimeout(LIMIT).maxRetries(1).build();
    Calls operation =
        part == Part.REQUEST_BODY_START || part == Part.REQUEST_BODY_END ? Calls.UPDATE : Calls.GET;
    value(begin(Style.FUTURE, operation, hanging.gateways().with(patient)));
  }

  @Test
  void aFutureEndsAtItsCallTimeoutAlthoughItsSecondAttemptHangsBeforeItBegins() {
    AtomicInteger times = new AtomicInteger();
    Runnable second =
        () -> {
          if (times.getAndIncrement() == 1) {
            hold.arrive();
          }
        };
    AiGatewayClient hanging = hanging(Part.CALL_START, threads.http(), second);
    fake.failNext(Fault.status(503));
    RequestOptions patient =
        RequestOptions.builder().callTimeout(LIMIT.multipliedBy(2)).maxRetries(1).build();
    CompletableFuture<?> future =
        hanging.gateways().with(patient).async().update(Calls.ID, Calls.SETTINGS);
    TransportException error = ends(Set.of(Reason.TIMEOUT, Reason.CONNECT), future);
    assertTrue(error.mayHaveBeenApplied());
    assertTrue(hold.isReached());
    hold.release();
    await(threads::isIdle);
    assertEquals(1, fake.requestCount());
  }

  @SideBySide
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "CALL_START",
        "RESPONSE_BODY_START",
        "RESPONSE_BODY_END",
        "CONNECTION_RELEASED",
        "CALL_END"
      })
  void aCallOfAThreadEndsWhenWhatHangsReturnsAndSendsNothingMore(Part part) {
    assertThreadsEnd(part);
  }

  @SideBySide
  @EnumSource(
      names = {"RESPONSE_BODY_START", "RESPONSE_BODY_END", "CONNECTION_RELEASED", "CALL_END"})
  void aCallOfAThreadIsNoSuccessWhenItsTimeWasOverLongAgo(Part part) {
    assertThreadsEnd(part);
  }

  private void assertThreadsEnd(Part part) {
    OkHttpClient.Builder http = threads.http();
    Dispatcher dispatcher = http.build().dispatcher();
    AiGatewayClient hanging = hanging(part, http, hold::arrive);
    List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    for (Style style : List.of(Style.THROWING, Style.RESULT)) {
      outcomes.add(begin(style, Calls.UPDATE, withAttemptTimeout(hanging, LIMIT)));
      outcomes.add(begin(style, Calls.UPDATE, withCallTimeout(hanging, LIMIT)));
    }
    await(() -> hold.arrivals() == outcomes.size());
    failure(
        TimeoutException.class,
        new CompletableFuture<>().orTimeout(LIMIT.plus(SHORT).toMillis(), TimeUnit.MILLISECONDS));
    await(() -> dispatcher.runningCalls().stream().allMatch(Call::isCanceled));
    long sent = fake.requestCount();
    hold.release();
    for (CompletableFuture<Object> outcome : outcomes) {
      TransportException error = ends(Set.of(Reason.TIMEOUT, Reason.CONNECT), outcome);
      assertTrue(error.mayHaveBeenApplied() || sent == 0);
      assertFalse(error.mayHaveBeenApplied() && part.isBeforeSending());
    }
    assertEquals(sent, fake.requestCount());
  }

  @SideBySide
  @EnumSource(names = {"TOKEN_SUPPLIER", "DNS", "INTERCEPTOR_BEFORE"})
  void whatHangsKeepsItsTurnAndThoseWhoWaitEndInTheirTime(Part part) {
    AtomicInteger times = new AtomicInteger();
    Runnable once =
        () -> {
          if (times.getAndIncrement() == 0) {
            hold.arrive();
          }
        };
    AiGatewayClient hanging = hanging(part, threads.oneAtATime(), once);
    CompletableFuture<?> first = withCallTimeout(hanging, LIMIT).async().get(Calls.ID);
    CompletableFuture<?> second = withCallTimeout(hanging, LIMIT).async().delete(Calls.ID);
    CompletableFuture<?> third = hanging.gateways().async().get(Calls.ID);
    ends(Set.of(Reason.TIMEOUT, Reason.CONNECT), first);
    assertFalse(ends(OVER, second).mayHaveBeenApplied());
    assertFalse(third.isDone());
    hold.release();
    value(third);
    assertEquals(1, fake.requestCount());
  }

  /** What ended is honest when that which hung goes on, too. */
  private void assertEndsHonestly(Part part, CompletableFuture<?> future) {
    TransportException error = ends(Set.of(Reason.TIMEOUT, Reason.CONNECT), future);
    assertTrue(error.reason() == Reason.TIMEOUT || !error.mayHaveBeenApplied());
    assertEquals(1, error.attempts());
    hold.release();
    await(threads::isIdle);
    if (part.isBeforeSending()) {
      assertFalse(error.mayHaveBeenApplied());
      assertEquals(0, fake.requestCount());
    }
    assertTrue(error.mayHaveBeenApplied() || fake.requestCount() == 0);
  }

  private AiGatewayClient hanging(Part part, OkHttpClient.Builder http, Runnable trouble) {
    String localhost = fake.baseUrl().replace("127.0.0.1", "localhost");
    AiGatewayClientBuilder builder = builder().baseUrl(localhost);
    return open(part.troubling(builder, http, fake.apiToken(), trouble));
  }
}
