package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import retrofit2.Call;

/**
 * Makes calls, in every style: blocking ones try and wait on the caller's thread, futures try on
 * OkHttp's threads and wait on none. What follows a try is decided by {@link CallRun} alone.
 */
final class CallEngine {

  private final CallSettings settings;
  private final Timing timing;
  private final BooleanSupplier closed;

  CallEngine(CallSettings settings, Timing timing, BooleanSupplier closed) {
    this.settings = settings;
    this.timing = timing;
    this.closed = closed;
  }

  <E, T> Result<T> execute(Operation<E, T> operation) {
    requireOpen();
    CallRun<E, T> run = new CallRun<>(operation, settings, timing);
    while (true) {
      Step<T> step = tryOnce(run);
      Result<T> result = step.result();
      if (result != null) {
        return result;
      }
      try {
        timing.sleeper().sleep(step.delay());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <E, T> Step<T> tryOnce(CallRun<E, T> run) {
    if (Thread.currentThread().isInterrupted()) {
      return run.ended(Reason.INTERRUPTED, null);
    }
    if (closed.getAsBoolean()) {
      return run.ended(Reason.CANCELLED, null);
    }
    Call<E> call = run.next();
    try {
      return run.answered(call.execute());
    } catch (IOException | RuntimeException failure) {
      return closed.getAsBoolean() ? run.ended(Reason.CANCELLED, failure) : run.failed(failure);
    }
  }

  <E, T> CompletableFuture<T> enqueue(Operation<E, T> operation) {
    requireOpen();
    return start(operation);
  }

  /** Makes two calls, the second of what the first returned, as one future. */
  @SuppressWarnings("FutureReturnValueIgnored") // all that happens is told to the whole
  <E, T, F, U> CompletableFuture<U> enqueue(
      Operation<E, T> operation, Function<T, Operation<F, U>> then) {
    requireOpen();
    CompletableFuture<U> whole = new CompletableFuture<>();
    CompletableFuture<T> first = start(operation);
    whole.whenComplete((value, error) -> first.cancel(true));
    first.whenComplete(
        (value, error) -> {
          if (error != null) {
            whole.completeExceptionally(error);
            return;
          }
          try {
            CompletableFuture<U> second = start(then.apply(value));
            whole.whenComplete((ended, failed) -> second.cancel(true));
            second.whenComplete(
                (done, failed) -> {
                  if (failed == null) {
                    whole.complete(done);
                  } else {
                    whole.completeExceptionally(failed);
                  }
                });
          } catch (RuntimeException refused) {
            whole.completeExceptionally(refused);
          }
        });
    return whole;
  }

  private <E, T> CompletableFuture<T> start(Operation<E, T> operation) {
    return new PendingCall<>(new CallRun<>(operation, settings, timing), timing, closed).start();
  }

  private void requireOpen() {
    if (closed.getAsBoolean()) {
      throw new IllegalStateException("This client is closed.");
    }
  }
}
