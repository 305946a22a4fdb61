package io.github.aigateway.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Responds over HTTP/1.1 with bytes made beforehand, and allocates nothing while it does: to a GET
 * of the collection with the list, to everything else with one gateway. A list in pages of a
 * hundred is made when it is asked for.
 */
public final class CannedServer implements AutoCloseable {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LIST = "/gateways?".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PAGE = "page=".getBytes(StandardCharsets.US_ASCII);
  private static final int PER_PAGE = 100;

  private final ServerSocket socket;
  private final Responses responses;
  private final byte[] one;
  private final byte[] list;
  private final int inPages;

  /** Starts a server whose list has so many gateways, all on one page. */
  public CannedServer(Payload payload, int gateways) throws IOException {
    this(new Responses(payload), gateways, 0);
  }

  /** Starts a server whose list has so many gateways, a hundred on a page. */
  static CannedServer inPages(Payload payload, int gateways) throws IOException {
    return new CannedServer(new Responses(payload), 0, gateways);
  }

  private CannedServer(Responses responses, int onOnePage, int inPages) throws IOException {
    this.responses = responses;
    one = responses.one();
    list = responses.list(onOnePage);
    this.inPages = inPages;
    socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    run(this::accept);
  }

  /** The address of the API. */
  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/client/v4/";
  }

  private void run(Runnable task) {
    Thread thread = new Thread(task, "server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        run(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The end of the server.
    }
  }

  private void serve(Socket connection) {
    byte[] buffer = new byte[64 * 1024];
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      int filled = 0;
      while (true) {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
          return;
        }
        filled += read;
        int head = indexOf(END_OF_HEAD, buffer, filled);
        if (head >= 0 && filled >= head + END_OF_HEAD.length + bodyLength(buffer, head)) {
          int query = indexOf(LIST, buffer, head);
          out.write(query < 0 ? one : inPages == 0 ? list : page(buffer, query, head));
          filled = 0;
        }
      }
    } catch (IOException gone) {
      // The client closed the connection.
    }
  }

  /** Page 1 if none is asked for. */
  private byte[] page(byte[] buffer, int query, int head) {
    int page = 1;
    for (int i = query; i < head; i++) {
      boolean named = buffer[i] == '?' || buffer[i] == '&';
      if (named && Arrays.equals(PAGE, Arrays.copyOfRange(buffer, i + 1, i + 1 + PAGE.length))) {
        page = 0;
        for (int at = i + 1 + PAGE.length; Character.isDigit(buffer[at]); at++) {
          page = 10 * page + buffer[at] - '0';
        }
      }
    }
    int from = Math.min(inPages, (page - 1) * PER_PAGE);
    return responses.page(from, Math.min(inPages, from + PER_PAGE), page, PER_PAGE, inPages);
  }

  private static int bodyLength(byte[] buffer, int head) {
    int at = indexOf(LENGTH, buffer, head);
    int length = 0;
    if (at >= 0) {
      for (int i = at + LENGTH.length; buffer[i] != '\r'; i++) {
        length = buffer[i] == ' ' ? length : 10 * length + buffer[i] - '0';
      }
    }
    return length;
  }

  /** Where these lower-case bytes begin, whatever their case there. */
  private static int indexOf(byte[] wanted, byte[] buffer, int end) {
    for (int i = 0; i <= end - wanted.length; i++) {
      int matched = 0;
      while (matched < wanted.length && lower(buffer[i + matched]) == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
