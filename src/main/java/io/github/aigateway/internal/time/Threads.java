package io.github.aigateway.internal.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The library's own threads: for what may block, since a caller's listener or callback can run
 * there. As many as are needed, gone after a second of idleness, and no reason for a JVM to stay.
 */
public final class Threads {

  private static final ExecutorService EXECUTOR =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> daemon(task, "ai-gateway-client"));

  private Threads() {}

  /** Runs a task at once, on a thread of its own if the machine has one left. */
  public static void run(Runnable task) {
    try {
      EXECUTOR.execute(task);
    } catch (OutOfMemoryError noThread) {
      task.run();
    }
  }

  /** The threads as an executor, which is never shut down. */
  public static ExecutorService executor() {
    return EXECUTOR;
  }

  static Thread daemon(Runnable task, String name) {
    // Without the thread-locals of whoever happens to need the first thread.
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
