package io.github.aigateway;

import io.github.aigateway.internal.time.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/** A client's timing in which only the waits between attempts take no time. */
class NoWaiting implements Timing {

  @Override
  public long nanoTime() {
    return SYSTEM.nanoTime();
  }

  @Override
  public Instant now() {
    return SYSTEM.now();
  }

  @Override
  public void sleep(Duration delay, CountDownLatch until) {}

  @Override
  public Future<?> later(Runnable task, Duration delay) {
    return ForkJoinPool.commonPool().submit(task);
  }

  @Override
  public Future<?> wake(Runnable clock, Duration delay) {
    return SYSTEM.wake(clock, delay);
  }

  @Override
  public double random() {
    return 1;
  }
}
