package io.github.aigateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** All that a call takes from outside: time, waiting and chance. Tests bring their own. */
record Timing(
    LongSupplier nanoTime,
    InstantSource clock,
    Sleeper sleeper,
    Scheduler scheduler,
    DoubleSupplier random) {

  static final Timing SYSTEM =
      new Timing(
          System::nanoTime,
          InstantSource.system(),
          (delay, until) -> until.await(delay.toNanos(), TimeUnit.NANOSECONDS),
          Timing::runLater,
          () -> ThreadLocalRandom.current().nextDouble());

  /** Waits on the calling thread, no longer than until something has happened. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration delay, CountDownLatch until) throws InterruptedException;
  }

  /** Runs a task later, on no thread of the caller or of OkHttp. */
  @FunctionalInterface
  interface Scheduler {
    void schedule(Runnable task, Duration delay);
  }

  /** The JDK's own timer thread, so that a client has none to keep and to close. */
  @SuppressWarnings("FutureReturnValueIgnored") // the task reports to the call's own future
  private static void runLater(Runnable task, Duration delay) {
    CompletableFuture.runAsync(
        task,
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
  }
}
