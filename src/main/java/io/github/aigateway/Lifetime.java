package io.github.aigateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Whether the client is open; its end ends the waits between tries, too. */
final class Lifetime {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("This client is closed.");
    }
  }

  void close() {
    closed.countDown();
    for (Runnable task : waiting) {
      wake(task);
    }
  }

  /** Waits on the calling thread until the delay is over, or the client is closed. */
  void await(Duration delay, Timing timing) throws InterruptedException {
    timing.sleep(delay, closed);
  }

  /** Runs a task once: when the delay is over, or the client is closed. */
  void later(Runnable task, Duration delay, Timing timing) {
    waiting.add(task);
    timing.later(() -> wake(task), delay);
    if (isClosed()) {
      wake(task);
    }
  }

  private void wake(Runnable task) {
    if (waiting.remove(task)) {
      task.run();
    }
  }
}
