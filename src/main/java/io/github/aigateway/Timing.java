package io.github.aigateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All that a call takes from outside: time, waiting and chance. Tests bring their own. */
interface Timing {

  /** What the JDK has. */
  Timing SYSTEM = new SystemTiming();

  /** Time for measuring, as of {@link System#nanoTime()}. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** Waits on the calling thread between two tries, no longer than until something has happened. */
  void sleep(Duration delay, CountDownLatch until) throws InterruptedException;

  /** Runs the next try of a future later, on no thread of the caller or of OkHttp. */
  void later(Runnable task, Duration delay);

  /** Wakes the clock that bounds tries and calls later, unless that is cancelled. */
  Future<?> wake(Runnable clock, Duration delay);

  /** A number from 0 to 1, without 1. */
  double random();

  /** One class, where a lambda for each method would take a fresh JVM milliseconds to make. */
  final class SystemTiming implements Timing {

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
    @SuppressWarnings("FutureReturnValueIgnored") // the task reports to the call's own future
    public void later(Runnable task, Duration delay) {
      wake(task, delay);
    }

    /**
     * By the JDK's own timer thread, so that a client has none to keep and to close. It keeps
     * nothing of what was cancelled.
     */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whoever waits for the time waits for the task
    public Future<?> wake(Runnable clock, Duration delay) {
      CompletableFuture<@Nullable Void> time = new CompletableFuture<>();
      time.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS).thenRun(clock);
      return time;
    }

    @Override
    public double random() {
      return ThreadLocalRandom.current().nextDouble();
    }
  }
}
