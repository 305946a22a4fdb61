package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Subject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call does next. A call of one request has two steps: to send it, and to end. The functions
 * in a step only choose the next one, and may be asked more than once.
 *
 * @param <V> the type of the value of the call
 */
public sealed interface Step<V> {

  /** What the step is about. */
  Subject subject();

  /**
   * Sends a request, as often as the retry policy says.
   *
   * @param then chooses what follows the last attempt
   */
  record Send<T, V>(CallSpec<?, T> spec, Function<Outcome<T>, Step<V>> then) implements Step<V> {

    @Override
    public Subject subject() {
      return spec.subject();
    }
  }

  /**
   * Runs the caller's code, once. It may throw, and take any time.
   *
   * @param subject the request that follows, or that was the last
   * @param otherwise the end if the time of the call is over before the code is; null if the call
   *     fails then
   */
  record Work<V>(Subject subject, Supplier<Step<V>> work, @Nullable End<V> otherwise)
      implements Step<V> {

    /** Code that the call cannot do without. */
    public Work(Subject subject, Supplier<Step<V>> work) {
      this(subject, work, null);
    }
  }

  /**
   * Goes on after the wait of a retry.
   *
   * @param retry how many of these waits there are with this one; 0 for no wait
   * @param otherwise the end if there may be no more retries, or the call is over: no time is left,
   *     the thread is interrupted, the client closed
   */
  record Again<V>(int retry, Step<V> then, End<V> otherwise) implements Step<V> {

    @Override
    public Subject subject() {
      return otherwise.subject();
    }
  }

  /**
   * Ends the call.
   *
   * @param subject what the request was about that led to this end
   * @param gaveUp why the call ends so; null if the last request says it
   */
  record End<V>(Subject subject, Outcome<V> outcome, @Nullable String gaveUp) implements Step<V> {

    /** Ends the call as its last request ended. */
    public End(Subject subject, Outcome<V> outcome) {
      this(subject, outcome, null);
    }
  }
}
