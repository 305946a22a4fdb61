package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call whose result is a future. Ending the future from outside ends the HTTP call. */
final class PendingCall<E, T> implements Callback<E> {

  private final CallRun<E, T> run;
  private final Timing timing;
  private final BooleanSupplier closed;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private volatile @Nullable Call<E> current;

  PendingCall(CallRun<E, T> run, Timing timing, BooleanSupplier closed) {
    this.run = run;
    this.timing = timing;
    this.closed = closed;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the caller holds the future itself
  CompletableFuture<T> start() {
    future.whenComplete((value, error) -> cancelCurrent());
    tryOnce();
    return future;
  }

  private void tryOnce() {
    if (future.isDone()) {
      return;
    }
    if (closed.getAsBoolean()) {
      follow(run.ended(Reason.CANCELLED, null));
      return;
    }
    Call<E> call = run.next();
    current = call;
    call.enqueue(this);
    if (future.isDone()) {
      call.cancel();
    }
  }

  @Override
  public void onResponse(Call<E> call, Response<E> response) {
    try {
      follow(run.answered(response));
    } catch (Throwable defect) {
      future.completeExceptionally(defect);
    }
  }

  @Override
  public void onFailure(Call<E> call, Throwable failure) {
    if (failure instanceof Error) {
      future.completeExceptionally(failure);
    } else {
      follow(closed.getAsBoolean() ? run.ended(Reason.CANCELLED, failure) : run.failed(failure));
    }
  }

  private void follow(Step<T> step) {
    Result<T> result = step.result();
    if (result == null) {
      timing.scheduler().schedule(this::tryOnce, step.delay());
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
