package io.github.aigateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;

/**
 * Tells whoever starts a fake that MockWebServer is missing, or is not of OkHttp's version. Some
 * versions do not fit until they serve a request, and then fail on a thread of their own: so this
 * serves one.
 */
final class MockWebServerCheck {
  private static final int LONGEST_WAIT_MILLIS = 30_000;

  private static volatile boolean passed;

  private MockWebServerCheck() {}

  /**
   * Checks it, unless that was done before.
   *
   * @throws IllegalStateException if MockWebServer can not be linked
   */
  static void pass() {
    if (passed) {
      return;
    }
    CompletableFuture<Void> end = new CompletableFuture<>();
    // Threads belong to the group of the thread that starts them: MockWebServer's do, too.
    ThreadGroup group =
        new ThreadGroup("FakeAiGateway's check of MockWebServer") {
          @Override
          public void uncaughtException(Thread thread, Throwable failure) {
            end.completeExceptionally(failure);
          }
        };
    Thread prober = new Thread(group, () -> end.complete(serveOne()), group.getName());
    prober.setDaemon(true);
    prober.start();
    try {
      end.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LinkageError unfit) {
        throw new IllegalStateException(hint(unfit), unfit);
      }
      // Such as a port that can not be had: the fake meets that, too, and says so.
    }
    passed = true;
  }

  private static Void serveOne() {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse());
      server.start(LoopbackSockets.ADDRESS, 0);
      try (Socket socket = new Socket(LoopbackSockets.ADDRESS, server.getPort())) {
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().read();
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hint(LinkageError unfit) {
    return "FakeAiGateway can not use MockWebServer. Add com.squareup.okhttp3:mockwebserver"
        + okHttpVersion()
        + " to your tests: its version is OkHttp's, it brings JUnit 4, and mockwebserver3 does not"
        + " replace it. What is wrong: "
        + unfit;
  }

  /** The version on the class path; the compiler would write its own version's number here. */
  private static String okHttpVersion() {
    try {
      Class<?> okHttp = Class.forName("okhttp3.OkHttp");
      return ":" + okHttp.getField("VERSION").get(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return "";
    }
  }
}
