package io.github.aigateway.benchmark;

import java.util.List;

/**
 * The server in a process of its own, so that a benchmark's process has the costs of the client
 * alone: prints its address, and serves until its input ends. The arguments are what its gateways
 * are like, how many its list has, and {@code pages} if they come in pages of a hundred.
 */
public final class ServerProcess {

  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    Payload payload = Payload.valueOf(arguments[0]);
    int gateways = Integer.parseInt(arguments[1]);
    try (CannedServer server =
        List.of(arguments).contains("pages")
            ? CannedServer.inPages(payload, gateways)
            : new CannedServer(payload, gateways)) {
      System.out.println(server.url());
      System.in.read();
    }
  }
}
