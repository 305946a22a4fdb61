package io.github.aigateway;

import static io.github.aigateway.Await.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of sockets that says yes to everything. It keeps connections as HTTP/1.1 does, and ends
 * them when a test says so, unannounced.
 */
final class PlainServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");

  /**
   * A request.
   *
   * @param connection the number of the connection it came over
   * @param place the how many-th of that connection it was, from 1
   */
  record Received(String method, String path, int connection, int place) {}

  private final ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final boolean endsAfterEach;
  private volatile CountDownLatch together = new CountDownLatch(0);

  /**
   * Starts one.
   *
   * @param endsAfterEach whether it ends each connection right after its first response
   */
  PlainServer(boolean endsAfterEach) throws IOException {
    this.endsAfterEach = endsAfterEach;
    start(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/client/v4";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  void forget() {
    received.clear();
  }

  /** Responds to no request until so many are there, each of which has a connection of its own. */
  void respondTogether(int requests) {
    together = new CountDownLatch(requests);
  }

  /**
   * Ends all connections: in an orderly way, or by a reset. A thread that reads from one holds it
   * open for a moment, in which a request could still arrive.
   */
  void endConnections(boolean reset) throws IOException {
    Set<Socket> ending = Set.copyOf(open);
    for (Socket socket : ending) {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    }
    await(() -> ending.stream().noneMatch(open::contains));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        start(() -> serve(socket, connections.incrementAndGet()));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      int place = 0;
      while (respond(socket, in, number, ++place) && !endsAfterEach) {
        // the next one
      }
    } catch (IOException ended) {
      // by the client or by the test
    } finally {
      open.remove(socket);
    }
  }

  private boolean respond(Socket socket, InputStream in, int connection, int place)
      throws IOException {
    String head = head(in);
    if (head.isEmpty()) {
      return false;
    }
    Matcher length = LENGTH.matcher(head);
    in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
    String[] line = head.split(" ", 3);
    String path = line[1].replaceFirst("\\?.*", "");
    received.add(new Received(line[0], path, connection, place));
    awaitTheOthers();
    String body = EveryCall.success(line[0], path);
    String response = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  private void awaitTheOthers() {
    CountDownLatch others = together;
    others.countDown();
    try {
      others.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The text up to the empty line; nothing if the client has gone. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "PlainServer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    endConnections(false);
  }
}
