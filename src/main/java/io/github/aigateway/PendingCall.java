package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call whose result is a future. Ending the future from outside ends the HTTP call. */
final class PendingCall<E, T> implements Callback<E> {

  private final CallRun<E, T> run;
  private final Timing timing;
  private final Lifetime lifetime;
  private final CompletableFuture<T> future = new CompletableFuture<>();

  /** The try under way, to be ended if the future is; null when it has ended by itself. */
  private volatile @Nullable Call<E> current;

  private volatile boolean timeIsUp;

  PendingCall(CallRun<E, T> run, Timing timing, Lifetime lifetime) {
    this.run = run;
    this.timing = timing;
    this.lifetime = lifetime;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the caller holds the future itself
  CompletableFuture<T> start() {
    // OkHttp keeps the time of a call that runs; one that waits for its turn has no other clock.
    Future<?> alarm = timing.alarms().schedule(this::onDeadline, run.deadline());
    future.whenComplete(
        (value, error) -> {
          alarm.cancel(false);
          cancelCurrent();
        });
    tryOnce();
    return future;
  }

  private void onDeadline() {
    timeIsUp = true;
    Call<E> call = current;
    if (call == null) {
      return;
    }
    call.cancel();
    // A try that has begun ends by that in onFailure, which knows what it sent; one that has not
    // will send nothing any more.
    if (!run.hasBegun()) {
      follow(run.ended(Reason.TIMEOUT, null));
    }
  }

  private void tryOnce() {
    if (future.isDone()) {
      return;
    }
    if (lifetime.isClosed()) {
      follow(run.ended(Reason.CANCELLED, null));
      return;
    }
    Call<E> call = run.next();
    current = call;
    call.enqueue(this);
    if (future.isDone() && current == call) {
      call.cancel();
    }
    if (timeIsUp) {
      onDeadline();
    }
  }

  @Override
  public void onResponse(Call<E> call, Response<E> response) {
    current = null;
    try {
      follow(run.answered(response));
    } catch (Throwable defect) {
      future.completeExceptionally(defect);
    }
  }

  @Override
  public void onFailure(Call<E> call, Throwable failure) {
    current = null;
    if (failure instanceof Error) {
      future.completeExceptionally(failure);
    }
    if (future.isDone()) {
      return;
    }
    try {
      follow(
          lifetime.isClosed()
              ? run.ended(Reason.CANCELLED, failure)
              : run.failed(reasoned(failure)));
    } catch (Throwable defect) {
      future.completeExceptionally(defect);
    }
  }

  /** A try that was ended because time was up failed of that, as where OkHttp's clock ends it. */
  private Throwable reasoned(Throwable failure) {
    return timeIsUp ? new InterruptedIOException("timeout").initCause(failure) : failure;
  }

  private void follow(Step<T> step) {
    Result<T> result = step.result();
    if (result == null) {
      lifetime.later(this::tryOnce, step.delay(), timing.scheduler());
    } else if (result instanceof Result.Err<T> err) {
      future.completeExceptionally(err.error());
    } else {
      future.complete(result.orElseThrow());
    }
  }

  private void cancelCurrent() {
    Call<E> call = current;
    if (call != null) {
      call.cancel();
    }
  }
}
