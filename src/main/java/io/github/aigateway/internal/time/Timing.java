package io.github.aigateway.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time, waiting and random numbers for calls. Tests bring their own. */
public interface Timing {

  /** The timing of the machine. */
  Timing SYSTEM = new SystemTiming();

  /** Time for measuring, like {@link System#nanoTime()}. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** Waits on the calling thread between two attempts, at most until the latch opens. */
  void sleep(Duration delay, CountDownLatch until) throws InterruptedException;

  /** Runs a task after the wait between two attempts of a future. The task must not block. */
  Future<?> later(Runnable task, Duration delay);

  /** Wakes a clock later, unless the result is cancelled. The clock must not block. */
  Future<?> wake(Runnable clock, Duration delay);

  /** A number from 0 to 1, without 1. */
  double random();

  /** The timing of the machine, with one thread for all tasks. */
  final class SystemTiming implements Timing {

    private final ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, task -> Threads.daemon(task, "ai-gateway-clock"));

    private SystemTiming() {
      timer.setKeepAliveTime(1, TimeUnit.SECONDS);
      timer.allowCoreThreadTimeOut(true);
      timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void sleep(Duration delay, CountDownLatch until) throws InterruptedException {
      until.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> later(Runnable task, Duration delay) {
      return wake(task, delay);
    }

    @Override
    public Future<?> wake(Runnable clock, Duration delay) {
      return timer.schedule(clock, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public double random() {
      return ThreadLocalRandom.current().nextDouble();
    }
  }
}
