package io.github.aigateway.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The server's end of one connection. MockWebServer serves a connection on one thread and keeps the
 * socket to itself, so the socket notes that thread when it is read from: {@link #current()} is the
 * connection that the calling thread serves.
 */
final class Connection extends Socket {
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  static Connection current() {
    Connection connection = CURRENT.get();
    if (connection == null) {
      throw new IllegalStateException("this thread is not serving a connection");
    }
    return connection;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        CURRENT.set(Connection.this);
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        CURRENT.set(Connection.this);
        return super.read(bytes, offset, length);
      }
    };
  }

  /** Returns the loopback address with its name, so that MockWebServer need not look it up. */
  @Override
  public InetAddress getLocalAddress() {
    return LoopbackSockets.ADDRESS;
  }

  @Override
  public synchronized void close() throws IOException {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
    super.close();
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    OutputStream out = getOutputStream();
    out.write(bytes, offset, length);
    out.flush();
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the connection with a TCP reset, not an orderly end of stream. */
  void reset() throws IOException {
    setSoLinger(true, 0);
    close();
  }

  /** Waits until the client ends the connection, or the server is shut down. */
  void awaitEnd() throws IOException {
    setSoTimeout(0);
    int ignored;
    do {
      ignored = super.getInputStream().read();
    } while (ignored >= 0);
  }

  /** Waits; fails as soon as the client ends the connection or the server is shut down. */
  void await(Duration duration) throws IOException {
    // A read is the wait that notices when there is nobody left to wait for.
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      long millis = TimeUnit.NANOSECONDS.toMillis(left + 999_999);
      setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
      readUntilTimeout();
    }
    setSoTimeout(0);
  }

  private void readUntilTimeout() throws IOException {
    int read;
    try {
      read = super.getInputStream().read();
    } catch (SocketTimeoutException waited) {
      return;
    }
    throw new IOException(read < 0 ? "the client has gone" : "the client sent more than a request");
  }
}
