package io.github.aigateway.benchmark;

/** The server in a process of its own: prints its address, and serves until its input ends. */
public final class ServerProcess {

  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (CannedServer server = new CannedServer(Integer.parseInt(arguments[0]))) {
      System.out.println(server.url());
      System.in.read();
    }
  }
}
