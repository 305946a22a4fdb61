package io.github.aigateway.internal.http;

import io.github.aigateway.internal.time.Threads;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/** The connections that a client keeps open for its next calls, until it is closed. Thread-safe. */
final class KeptConnections {

  /** Null if the pool is the caller's, who closes it. */
  private final @Nullable ConnectionPool ownPool;

  private volatile boolean closed;

  KeptConnections(@Nullable ConnectionPool ownPool) {
    this.ownPool = ownPool;
  }

  boolean areClosed() {
    return closed;
  }

  void close() {
    closed = true;
    Threads.run(this::evictIfClosed);
  }

  /** Called when OkHttp has ended a call and may keep its connection. */
  void evictIfClosed() {
    if (closed && ownPool != null) {
      ownPool.evictAll();
    }
  }
}
