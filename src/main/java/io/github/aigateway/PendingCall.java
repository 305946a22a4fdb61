package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
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
    // A try that runs has an alarm of its own; one that waits for its turn has none.
    AlarmClock.Alarm alarm = run.atDeadline(this::onDeadline);
    future.whenComplete(
        (value, error) -> {
          alarm.stop();
          cancelCurrent();
        });
    tryOnce();
    return future;
  }

  private void onDeadline() {
    timeIsUp = true;
    endUnlessBegun(Reason.TIMEOUT);
  }

  /**
   * Ends a try that waits for its turn: it sends nothing any more. One that has begun ends in
   * onFailure, which knows what it sent.
   */
  void endUnlessBegun(Reason reason) {
    Call<E> call = current;
    if (call != null && !run.hasBegun()) {
      call.cancel();
      follow(run.ended(reason, null));
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
    run.pending(this);
    current = call;
    call.enqueue(this);
    if (future.isDone() && current == call) {
      call.cancel();
    }
    if (timeIsUp) {
      endUnlessBegun(Reason.TIMEOUT);
    }
    if (lifetime.isClosed()) {
      call.cancel();
      endUnlessBegun(Reason.CANCELLED);
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
      run.cancelled(failure);
      return;
    }
    try {
      follow(lifetime.isClosed() ? run.ended(Reason.CANCELLED, failure) : run.failed(failure));
    } catch (Throwable defect) {
      future.completeExceptionally(defect);
    }
  }

  private void follow(Step<T> step) {
    Result<T> result = step.result();
    if (result == null) {
      lifetime.later(this::tryOnce, step.delay(), timing);
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
