package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private final String address;
  private final int maxThreads;
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord leak) {
          String message = String.valueOf(leak.getMessage());
          if (message.contains(address)) {
            leaks.add(message);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /**
   * Starts to count.
   *
   * @param port of the server; what leaked from another one is not of this client
   * @param moreThreads how many threads of the library there may be more than now
   */
  LeakCheck(OkHttpClient http, int port, int moreThreads) {
    this.http = http;
    this.address = ":" + port + "/";
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
    assertTrue(Await.comes(() -> threads() <= maxThreads), () -> "threads: " + threads());
  }

  int connectionsInUse() {
    return http.connectionPool().connectionCount() - http.connectionPool().idleConnectionCount();
  }

  /** The library's own. Those of servers, OkHttp and other tests come and go as they like. */
  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("ai-gateway-"))
            .count();
  }

  @Override
  public void close() {
    OKHTTP.removeHandler(handler);
  }
}
