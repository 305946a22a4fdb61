package io.github.aigateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a call takes from outside: time, waiting and chance. Tests bring their own.
 *
 * @param sleeper waits between the tries of a blocking call
 * @param scheduler waits between the tries of a future
 * @param alarms wakes the clock that bounds tries and calls
 */
record Timing(
    LongSupplier nanoTime,
    InstantSource clock,
    Sleeper sleeper,
    Scheduler scheduler,
    Scheduler alarms,
    DoubleSupplier random) {

  static final Timing SYSTEM =
      new Timing(
          System::nanoTime,
          InstantSource.system(),
          (delay, until) -> until.await(delay.toNanos(), TimeUnit.NANOSECONDS),
          Timing::runLater,
          Timing::runLater,
          () -> ThreadLocalRandom.current().nextDouble());

  /** Waits on the calling thread, no longer than until something has happened. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration delay, CountDownLatch until) throws InterruptedException;
  }

  /** Runs a task later, on no thread of the caller or of OkHttp, unless that is cancelled. */
  @FunctionalInterface
  interface Scheduler {
    Future<?> schedule(Runnable task, Duration delay);
  }

  /**
   * The JDK's own timer thread, so that a client has none to keep and to close. It keeps nothing of
   * what was cancelled.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the task reports to the call's own future
  private static Future<?> runLater(Runnable task, Duration delay) {
    CompletableFuture<@Nullable Void> time = new CompletableFuture<>();
    time.completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS).thenRun(task);
    return time;
  }
}
