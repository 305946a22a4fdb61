package io.github.aigateway.internal.http;

import io.github.aigateway.internal.time.Threads;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/** The connections that a client keeps for its next call, until it is closed. Thread-safe. */
final class KeptConnections {

  /** Null if they are a caller's, and not ours to close. */
  private final @Nullable ConnectionPool own;

  private volatile boolean closed;

  KeptConnections(@Nullable ConnectionPool own) {
    this.own = own;
  }

  boolean areClosed() {
    return closed;
  }

  void close() {
    closed = true;
    Threads.run(this::evictIfClosed);
  }

  /** A call is over for OkHttp, which may keep its connection: not if the client is closed. */
  void evictIfClosed() {
    if (closed && own != null) {
      own.evictAll();
    }
  }
}
