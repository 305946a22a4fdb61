package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Whatever the executor of a caller's dispatcher does: every future ends. */
class ExecutorsOfCallersTest extends InRealTime {

  private final RequestOptions eager = RequestOptions.builder().maxRetries(2).build();

  @Test
  void anExecutorThatThrowsEndsAFuture() {
    for (RuntimeException thrown :
        List.of(new RejectedExecutionException("full"), new IllegalStateException("broken"))) {
      AiGatewayClient throwing =
          over(
              executor(
                      task -> {
                        throw thrown;
                      })
                  .http());
      for (Calls operation : Calls.values()) {
        TransportException error =
            ends(
                Reason.HTTP_CLIENT,
                begin(Style.FUTURE, operation, throwing.gateways().with(eager)));
        assertSame(thrown, error.getCause());
        assertEquals(1, error.attempts());
        assertFalse(error.mayHaveBeenApplied());
      }
      value(begin(Style.THROWING, Calls.GET, throwing.gateways()));
    }
    for (Error thrown : List.of(new OutOfMemoryError("no thread"), new AssertionError())) {
      AiGatewayClient throwing =
          over(
              executor(
                      task -> {
                        throw thrown;
                      })
                  .http());
      assertSame(thrown, failure(Error.class, begin(Style.FUTURE, Calls.GET, throwing.gateways())));
    }
  }

  @Test
  void anExecutorThatIsShutDownEndsAFuture() {
    ExecutorService ended = Executors.newCachedThreadPool();
    ended.shutdown();
    AiGatewayClient refusing = over(new OkHttpClient.Builder().dispatcher(new Dispatcher(ended)));
    TransportException error =
        ends(
            Reason.HTTP_CLIENT, begin(Style.FUTURE, Calls.CREATE, refusing.gateways().with(eager)));
    assertEquals(1, error.attempts());
  }

  @Test
  void anExecutorThatRefusesTheRetryEndsAFuture() {
    for (RuntimeException thrown :
        List.of(new RejectedExecutionException("full"), new IllegalStateException("broken"))) {
      AtomicInteger tasks = new AtomicInteger();
      Executor once =
          task -> {
            if (tasks.getAndIncrement() > 0) {
              throw thrown;
            }
            CallersExecutor.onThread(task);
          };
      fake.failNext(Fault.status(503));
      TransportException error =
          ends(
              Reason.HTTP_CLIENT,
              begin(
                  Style.FUTURE, Calls.UPDATE, over(executor(once).http()).gateways().with(eager)));
      assertSame(thrown, error.getCause());
      assertEquals(2, error.attempts());
      assertTrue(error.mayHaveBeenApplied());
    }
  }

  @Test
  void anExecutorThatThrowsWhenATurnComesEndsAFutureAtItsCallTimeoutAtLeast() {
    for (RuntimeException thrown :
        List.of(new RejectedExecutionException("full"), new IllegalStateException("broken"))) {
      AtomicInteger tasks = new AtomicInteger();
      Executor once =
          task -> {
            if (tasks.getAndIncrement() > 0) {
              throw thrown;
            }
            CallersExecutor.onThread(task);
          };
      AiGatewayClient busy = over(executor(once).oneAtATime());
      fake.failNext(Fault.noResponse());
      CompletableFuture<?> first = withAttemptTimeout(busy, SHORT).async().get(Calls.ID);
      CompletableFuture<?> second =
          withCallTimeout(busy, SHORT.multipliedBy(3)).async().delete(Calls.ID);
      ends(OVER, first);
      assertFalse(failure(TransportException.class, second).mayHaveBeenApplied());
    }
  }

  @Test
  void anExecutorThatRunsOnTheCallerEndsAFuture() {
    CallersExecutor onCaller = executor(Runnable::run);
    AiGatewayClient same = over(onCaller.http());
    fake.failNext(Fault.status(503)).times(2);
    value(begin(Style.FUTURE, Calls.UPDATE, same.gateways().with(eager)));
    fake.failNext(Fault.status(404));
    failure(NotFoundException.class, begin(Style.FUTURE, Calls.GET, same.gateways()));
    fake.fail(Fault.noResponse());
    for (Gateways hurried :
        List.of(withAttemptTimeout(same, SHORT), withCallTimeout(same, SHORT))) {
      assertTrue(ends(OVER, begin(Style.FUTURE, Calls.DELETE, hurried)).mayHaveBeenApplied());
    }
    assertEquals(List.of(), onCaller.thrown());
  }

  @Test
  void anExecutorThatLosesTasksEndsAFutureWithItsTimeOrItsClient() {
    AiGatewayClient losing = over(executor(task -> {}).http());
    CompletableFuture<?> hurried = withCallTimeout(losing, SHORT).async().delete(Calls.ID);
    List<CompletableFuture<?>> others = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      others.add(losing.gateways().async().delete(Calls.ID));
    }
    assertFalse(ends(OVER, hurried).mayHaveBeenApplied());
    losing.close();
    others.forEach(other -> assertFalse(ends(Reason.CANCELLED, other).mayHaveBeenApplied()));
  }

  @Test
  void anExecutorThatRunsTasksTwiceEndsAFutureOnce() {
    CallersExecutor twice =
        executor(
            task ->
                CallersExecutor.onThread(
                    () -> {
                      task.run();
                      task.run();
                    }));
    AiGatewayClient doing = over(twice.http());
    value(begin(Style.FUTURE, Calls.UPDATE, doing.gateways()));
    await(twice::isIdle);
    assertEquals(1, fake.requestCount());
  }

  private static CallersExecutor executor(Executor rule) {
    return new CallersExecutor(rule);
  }
}
