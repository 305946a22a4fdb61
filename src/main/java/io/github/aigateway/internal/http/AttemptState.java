package io.github.aigateway.internal.http;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far an attempt is: waiting, begun, sending, ended. It ends once. Thread-safe. */
final class AttemptState {

  /** How far the attempt is. */
  sealed interface State {}

  /** States of an attempt that can still go on. */
  enum Going implements State {
    /** Not begun; the attempt of a future may wait for a thread. */
    WAITING,
    /** On its way through the interceptors; nothing was sent. */
    BEGUN,
    /** The server may see the request. */
    SENDING
  }

  /**
   * The attempt has ended.
   *
   * @param from how far it was
   * @param by what ended it
   */
  record Ended(Going from, By by) implements State {}

  /** What ends an attempt. */
  enum By {
    /** It succeeded or failed by itself. */
    ITSELF,
    /** The time of the attempt is over. */
    ATTEMPT_TIME,
    /** The time of the call is over. */
    CALL_TIME,
    /** The client was closed. */
    CLOSING,
    /** The caller gave up. */
    CALLER
  }

  private final AtomicReference<State> state = new AtomicReference<>(Going.WAITING);

  /** Written before the state is {@code BEGUN}, so that every thread sees it. */
  private long begunAt;

  State now() {
    return Objects.requireNonNull(state.get());
  }

  boolean hasEnded() {
    return state.get() instanceof Ended;
  }

  /** Goes from waiting to begun; false if the attempt has begun or ended before. */
  boolean begin(long nanos) {
    if (state.get() != Going.WAITING) {
      return false;
    }
    begunAt = nanos;
    return state.compareAndSet(Going.WAITING, Going.BEGUN);
  }

  /** When the attempt began; 0 before. */
  long begunAt() {
    return state.get() == Going.WAITING ? 0 : begunAt;
  }

  /** Goes from begun to sending; false if the attempt has ended, or is sending already. */
  boolean send() {
    return state.compareAndSet(Going.BEGUN, Going.SENDING);
  }

  boolean isSending() {
    return state.get() == Going.SENDING;
  }

  /** Ends the attempt; null if it has ended before. */
  @Nullable Ended end(By by) {
    while (state.get() instanceof Going now) {
      Ended ended = new Ended(now, by);
      if (state.compareAndSet(now, ended)) {
        return ended;
      }
    }
    return null;
  }
}
