package io.github.aigateway.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** All that a call takes from outside: time, waiting and chance. Tests bring their own. */
public interface Timing {

  /** What the machine has. */
  Timing SYSTEM = new SystemTiming();

  /** Time for measuring, as of {@link System#nanoTime()}. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** Waits on the calling thread between two attempts, no longer than until the latch opens. */
  void sleep(Duration delay, CountDownLatch until) throws InterruptedException;

  /** Runs a task after the wait between two attempts of a future. The task only hands over. */
  Future<?> later(Runnable task, Duration delay);

  /** Wakes a clock later, unless that is cancelled. The clock only hands over. */
  Future<?> wake(Runnable clock, Duration delay);

  /** A number from 0 to 1, without 1. */
  double random();

  /** The timing of the machine, with one thread that only hands over. */
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
