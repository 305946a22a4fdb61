package io.github.aigateway.internal.http;

import java.util.function.BooleanSupplier;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * The client that a call belongs to: several may share one HTTP client. Once it is closed, nothing
 * more is sent, and it keeps no connection. Thread-safe.
 */
final class Owner {

  private final BooleanSupplier closed;

  /** Null if the pool is the caller's, who closes it. */
  private final @Nullable ConnectionPool ownPool;

  Owner(BooleanSupplier closed, @Nullable ConnectionPool ownPool) {
    this.closed = closed;
    this.ownPool = ownPool;
  }

  boolean isClosed() {
    return closed.getAsBoolean();
  }

  /** Called when OkHttp has ended a call and may keep its connection. */
  void evictIfClosed() {
    if (ownPool != null && isClosed()) {
      ownPool.evictAll();
    }
  }
}
