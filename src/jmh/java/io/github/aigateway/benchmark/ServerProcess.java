package io.github.aigateway.benchmark;

/**
 * The server in a process of its own: prints its address, and serves until its input ends. The
 * argument is how many gateways its list has, which come in pages if it is over a hundred.
 */
public final class ServerProcess {

  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    int gateways = Integer.parseInt(arguments[0]);
    try (CannedServer server =
        gateways > 100
            ? CannedServer.inPages(gateways)
            : new CannedServer(Payload.PLAIN, gateways)) {
      System.out.println(server.url());
      System.in.read();
    }
  }
}
