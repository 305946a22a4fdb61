package io.github.aigateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server that accepts nothing, with its queue full: a new connection waits. */
final class FullBacklog implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> filling = new ArrayList<>();

  FullBacklog() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = new ServerSocket(0, 1, loopback);
    for (int i = 0; i < 4; i++) {
      Socket socket = new Socket();
      filling.add(socket);
      try {
        socket.connect(new InetSocketAddress(loopback, server.getLocalPort()), 100);
      } catch (SocketTimeoutException queueIsFull) {
        return;
      }
    }
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : filling) {
      socket.close();
    }
  }
}
