package io.github.aigateway.internal.http;

import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.AttemptState.Going;
import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Threads;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One attempt of a call. It ends exactly once: by itself, when the time of the attempt or of the
 * call is over, when the client is closed, or when the caller gives up. Only the thread that is
 * told of the end may ask for the {@link #outcome()}.
 */
public final class Exchange<E, T> implements Callback<E> {

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  private final CallSpec<E, T> spec;
  private final Call<E> call;
  private final Clock clock;
  private final TimeLimits limits;

  private final AtomicReference<Clock.@Nullable Alarm> alarm = new AtomicReference<>();

  /** Null if the caller's code failed before there was a request. */
  private final @Nullable Trace trace;

  private @Nullable Runnable whenEnded;
  private @Nullable Response<E> response;
  private @Nullable Throwable thrown;

  /**
   * Prepares an attempt.
   *
   * @param limits of the attempt, counted from its beginning, and of the call
   */
  public Exchange(CallSpec<E, T> spec, Clock clock, TimeLimits limits) {
    this.spec = spec;
    this.call = spec.call().clone();
    this.clock = clock;
    this.limits = limits;
    Trace prepared = null;
    try {
      prepared = Objects.requireNonNull(call.request().tag(Trace.class));
      if (spec.requiresSuccess()) {
        prepared.requireSuccess();
      }
    } catch (Throwable failed) {
      thrown = failed;
    }
    this.trace = prepared;
  }

  /** Runs the attempt on this thread, to its end. */
  public Outcome<T> execute() {
    if (trace == null) {
      return outcome();
    }
    setAlarm(trace, timeLeft());
    Response<E> received = null;
    Throwable failure = null;
    try {
      received = call.execute();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    endByItself(trace, received, failure);
    return outcome();
  }

  /**
   * Runs the attempt on a thread of OkHttp, when one is free.
   *
   * @param whenEnded told once, on the thread that ends the attempt, unless the caller gives up
   */
  public void enqueue(Runnable whenEnded) {
    this.whenEnded = whenEnded;
    if (trace == null) {
      whenEnded.run();
      return;
    }
    setAlarm(trace, timeLeft());
    if (trace.state().hasEnded()) {
      return;
    }
    try {
      call.enqueue(this);
    } catch (Throwable failure) {
      completed(trace, null, failure);
    }
  }

  private long timeLeft() {
    return Math.min(limits.attempt().toNanos(), limits.callEnd() - clock.nanos());
  }

  @Override
  public void onResponse(Call<E> call, Response<E> response) {
    completed(Objects.requireNonNull(trace), response, null);
  }

  @Override
  public void onFailure(Call<E> call, Throwable failure) {
    completed(Objects.requireNonNull(trace), null, failure);
  }

  private void completed(Trace trace, @Nullable Response<E> received, @Nullable Throwable failure) {
    if (endByItself(trace, received, failure)) {
      Objects.requireNonNull(whenEnded).run();
    }
  }

  /** Notes how the attempt ended by itself; false if it had ended before. */
  private boolean endByItself(
      Trace trace, @Nullable Response<E> received, @Nullable Throwable failure) {
    trace.owner().evictIfClosed();
    // The alarm of a closed client rings on another thread, which may come later.
    By by = clock.isClosed() ? By.CLOSING : By.ITSELF;
    if (trace.state().end(by) == null) {
      return false;
    }
    stopAlarm();
    response = received;
    thrown = failure;
    if (failure != null) {
      trace.closeResponse();
    }
    return true;
  }

  /** Ends the attempt because the caller gave up; false if it had ended before. */
  public boolean giveUp() {
    return endFromOutside(By.CALLER);
  }

  private boolean endFromOutside(By by) {
    if (trace == null || trace.state().end(by) == null) {
      return false;
    }
    stopAlarm();
    Threads.run(this::cancel);
    return true;
  }

  private void cancel() {
    try {
      call.cancel();
    } catch (RuntimeException listenerFailed) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "A listener of the HTTP client failed when it was told of a cancelled call: {0}",
          listenerFailed.getClass().getName());
    }
  }

  private void setAlarm(Trace trace, long nanos) {
    Clock.Alarm next = clock.set(nanos, () -> onAlarm(trace));
    alarm.set(next);
    if (trace.state().hasEnded()) {
      next.stop();
    }
  }

  private void stopAlarm() {
    Clock.Alarm last = alarm.get();
    if (last != null) {
      last.stop();
    }
  }

  private void onAlarm(Trace trace) {
    long now = clock.nanos();
    long attempt = limits.attempt().toNanos();
    // While the attempt waits for a thread, its time does not run.
    boolean waiting = trace.state().now() == Going.WAITING;
    long left = waiting ? attempt : trace.state().begunAt() + attempt - now;
    if (clock.isClosed()) {
      endAndTell(By.CLOSING);
    } else if (left <= 0) {
      endAndTell(By.ATTEMPT_TIME);
    } else if (limits.callEnd() <= now) {
      endAndTell(By.CALL_TIME);
    } else {
      setAlarm(trace, Math.min(left, limits.callEnd() - now));
    }
  }

  private void endAndTell(By by) {
    if (endFromOutside(by) && whenEnded != null) {
      whenEnded.run();
    }
  }

  /** What the request does at the server. */
  public Effect effect() {
    return trace == null ? Effect.READS : trace.effect();
  }

  /** How the attempt ended. */
  public Outcome<T> outcome() {
    return Classifier.outcome(
        spec, trace, response, thrown, call.isCanceled(), clock.now(), limits);
  }
}
