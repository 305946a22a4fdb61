package io.github.aigateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.mockwebserver.MockWebServer;

/** The web server that the fake runs on; {@link MockWebServerCheck} goes first. */
final class ApiServer {
  private final MockWebServer server = new MockWebServer();

  ApiServer(int port, GatewayApi api, FaultRules faults, RequestLog log) {
    ServerLog.silence();
    server.setServerSocketFactory(new LoopbackSockets());
    server.setDispatcher(new ApiDispatcher(server, api, faults, log));
    try {
      server.start(LoopbackSockets.ADDRESS, port);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + ": " + e.getMessage(), e);
    }
  }

  int port() {
    return server.getPort();
  }

  void shutdown() {
    try {
      server.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
