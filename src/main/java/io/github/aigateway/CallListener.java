package io.github.aigateway;

/**
 * Is told how each attempt and each call ends, for metrics, traces and logs. It runs on the thread
 * that made the attempt, after it and before the future completes. If a future is cancelled or its
 * attempt takes too long, or if its client is closed, it runs on a thread of the library.
 *
 * <p>It must not block: a call waits for it, although a future still ends in time. It cannot change
 * or break a call: what it throws is caught, and the first exception is logged. An interrupt of its
 * own thread is one of the call. Several threads may call it at once.
 *
 * @see AiGatewayClientBuilder#listener(CallListener)
 */
@FunctionalInterface
public interface CallListener {

  /** An attempt or a call has ended. */
  void onEvent(CallEvent event);
}
