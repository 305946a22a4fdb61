package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** A future whose next attempt begins before the thread of the one before it goes on. */
class NextAttemptAtOnceTest extends OverCallersClient {

  @Test
  void cancellingTheFutureEndsTheAttemptThatIsUnderWay() {
    OkHttpClient callers = callers().build();
    try (AiGatewayClient client = builder().timing(new AtOnce()).httpClient(callers).build()) {
      fake.failNext(Fault.throttled("0"));
      fake.fail(Fault.noResponse());
      CompletableFuture<?> future = client.gateways().async().get(Calls.ID);
      // The first attempt's thread has gone, so that it can change nothing any more.
      assertTrue(
          LeakCheck.comes(
              () -> fake.requestCount() == 2 && callers.dispatcher().runningCallsCount() == 1));
      future.cancel(true);
      assertTrue(LeakCheck.comes(() -> callers.dispatcher().runningCallsCount() == 0));
      assertEquals(2, fake.requestCount());
    }
  }

  /** Waits are over at once, and the next attempt is on its way when the wait has begun. */
  private final class AtOnce implements Timing {

    @Override
    public Future<?> later(Runnable task, Duration delay) {
      task.run();
      assertTrue(LeakCheck.comes(() -> fake.requestCount() == 2));
      return new CompletableFuture<Void>();
    }

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void sleep(Duration delay, CountDownLatch until) {
      time.sleep(delay, until);
    }

    @Override
    public Future<?> wake(Runnable clock, Duration delay) {
      return time.wake(clock, delay);
    }

    @Override
    public double random() {
      return time.random();
    }
  }
}
