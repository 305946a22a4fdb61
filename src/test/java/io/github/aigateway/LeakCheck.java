package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;

/** Counts what a call may leave behind: calls, connections in use, unclosed bodies and threads. */
final class LeakCheck implements AutoCloseable {

  /** Where OkHttp tells of a response body that nobody closed. */
  private static final Logger OKHTTP = Logger.getLogger("okhttp3.OkHttpClient");

  private final OkHttpClient http;
  private final int maxThreads;
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord leak) {
          leaks.add(String.valueOf(leak.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /**
   * Starts to count.
   *
   * @param moreThreads how many threads there may be more than now
   */
  LeakCheck(OkHttpClient http, int moreThreads) {
    this.http = http;
    this.maxThreads = threads() + moreThreads;
    OKHTTP.addHandler(handler);
  }

  /** A future completes a moment before OkHttp has put its call away. */
  void assertNothingLeft() {
    assertTrue(
        Await.comes(() -> http.dispatcher().runningCallsCount() == 0),
        () -> "running calls: " + http.dispatcher().runningCalls());
    assertEquals(0, http.dispatcher().queuedCallsCount(), "queued calls");
    assertTrue(Await.comes(() -> connectionsInUse() == 0), () -> "in use: " + connectionsInUse());
    assertEquals(List.of(), leaks);
    assertTrue(
        threads() <= maxThreads || Await.comes(() -> threadsOfCalls() <= maxThreads),
        () -> "threads: " + threadsOfCalls());
  }

  int connectionsInUse() {
    return http.connectionPool().connectionCount() - http.connectionPool().idleConnectionCount();
  }

  /** Without those that JUnit has for tests side by side, of which it starts more when it likes. */
  private static int threadsOfCalls() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith("ForkJoinPool-"))
            .count();
  }

  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  @Override
  public void close() {
    OKHTTP.removeHandler(handler);
  }
}
