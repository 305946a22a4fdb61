package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import retrofit2.Call;

/**
 * Makes calls, in every style: blocking ones try and wait on the caller's thread, futures try on
 * OkHttp's threads and wait on none. What follows a try is decided by {@link CallRun} alone.
 */
final class CallEngine {

  private final CallSettings settings;
  private final Timing timing;
  private final Lifetime lifetime;
  private final AlarmClock alarms;

  CallEngine(CallSettings settings, Timing timing, Lifetime lifetime, AlarmClock alarms) {
    this.settings = settings;
    this.timing = timing;
    this.lifetime = lifetime;
    this.alarms = alarms;
  }

  <E, T> Result<T> execute(Operation<E, T> operation) {
    lifetime.requireOpen();
    return run(operation);
  }

  /** Makes two calls, the second of what the first returned. */
  <E, T, F, U> Result<U> execute(Operation<E, T> operation, Function<T, Operation<F, U>> then) {
    lifetime.requireOpen();
    return run(operation).fold(ok -> run(then.apply(ok.value())), error -> new Result.Err<>(error));
  }

  private <E, T> Result<T> run(Operation<E, T> operation) {
    CallRun<E, T> run = new CallRun<>(operation, settings, timing, alarms);
    while (true) {
      Step<T> step = tryOnce(run);
      Result<T> result = step.result();
      if (result != null) {
        return result;
      }
      try {
        lifetime.await(step.delay(), timing);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <E, T> Step<T> tryOnce(CallRun<E, T> run) {
    if (Thread.currentThread().isInterrupted()) {
      return run.ended(Reason.INTERRUPTED, null);
    }
    if (lifetime.isClosed()) {
      return run.ended(Reason.CANCELLED, null);
    }
    Call<E> call = run.next();
    try {
      return run.answered(call.execute());
    } catch (Exception failure) {
      // OkHttp 5 throws it undeclared from an interrupted wait for a connection.
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return lifetime.isClosed() ? run.ended(Reason.CANCELLED, failure) : run.failed(failure);
    }
  }

  <E, T> CompletableFuture<T> enqueue(Operation<E, T> operation) {
    lifetime.requireOpen();
    return start(operation);
  }

  /** Makes two calls, the second of what the first returned, as one future. */
  @SuppressWarnings("FutureReturnValueIgnored") // all that happens is told to the whole
  <E, T, F, U> CompletableFuture<U> enqueue(
      Operation<E, T> operation, Function<T, Operation<F, U>> then) {
    lifetime.requireOpen();
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
            Operation<F, U> next = then.apply(value);
            if (whole.isDone()) {
              return;
            }
            CompletableFuture<U> second = start(next);
            whole.whenComplete((ended, failed) -> second.cancel(true));
            second.whenComplete(
                (done, failed) -> {
                  if (failed == null) {
                    whole.complete(done);
                  } else {
                    whole.completeExceptionally(failed);
                  }
                });
          } catch (Throwable refused) {
            whole.completeExceptionally(refused);
          }
        });
    return whole;
  }

  private <E, T> CompletableFuture<T> start(Operation<E, T> operation) {
    CallRun<E, T> run = new CallRun<>(operation, settings, timing, alarms);
    return new PendingCall<>(run, timing, lifetime).start();
  }
}
