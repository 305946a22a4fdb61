package io.github.aigateway.internal.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The library's own threads, for work that may block, such as a caller's listeners and callbacks.
 * There are as many as needed. They are daemons, and end after an idle second.
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

  /** Runs a task on another thread, or on this one if the machine has no thread left. */
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
    // Inherits no thread-locals of the caller that happens to start it.
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
