package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, which takes milliseconds if it happens at all. */
final class Await {

  /** Leaves the processor to those it waits for. */
  private static final long PAUSE_NANOS = 100_000;

  private Await() {}

  /** Returns when it is true, and fails if it does not become so. */
  static void await(BooleanSupplier condition) {
    assertTrue(comes(condition), "it did not happen");
  }

  /** Whether it becomes true within ten seconds. */
  static boolean comes(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
