package io.github.aigateway;

import java.time.InstantSource;
import java.util.concurrent.ForkJoinPool;

/** A client's timing in which only the waits between tries take no time. */
final class NoWaiting {

  static final Timing TIMING =
      new Timing(
          System::nanoTime,
          InstantSource.system(),
          (delay, closed) -> {},
          (task, delay) -> ForkJoinPool.commonPool().submit(task),
          Timing.SYSTEM.alarms(),
          () -> 1.0);

  private NoWaiting() {}
}
