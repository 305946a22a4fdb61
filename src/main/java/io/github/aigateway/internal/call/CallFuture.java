package io.github.aigateway.internal.call;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. If somebody else completes it, for example by {@code cancel} or {@code
 * orTimeout}, the attempt or wait is stopped first. Then what depends on the future runs.
 *
 * @param <V> the type of the value
 */
public final class CallFuture<V> extends CompletableFuture<V> {

  /** Stops the current attempt or wait; null when the call has ended. */
  private final AtomicReference<@Nullable Runnable> onStop = new AtomicReference<>(() -> {});

  /** Sets what stops the current attempt or wait; runs it at once if the call has ended. */
  void onStop(Runnable stop) {
    Runnable before = onStop.get();
    if (before == null || !onStop.compareAndSet(before, stop)) {
      stop.run();
    }
  }

  private void stop() {
    Runnable stop = onStop.getAndSet(null);
    if (stop != null && !isDone()) {
      try {
        stop.run();
      } catch (Throwable defect) {
        // Such as that of a log handler. Nobody else would complete the future any more.
        super.completeExceptionally(defect);
      }
    }
  }

  /** Completes the future with the value of the call. */
  public void succeed(V value) {
    onStop.set(null);
    super.complete(value);
  }

  /** Completes the future with the failure of the call. */
  public void fail(Throwable failure) {
    onStop.set(null);
    super.completeExceptionally(failure);
  }

  @Override
  public boolean complete(V value) {
    stop();
    return super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    stop();
    return super.completeExceptionally(failure);
  }

  @Override
  public CompletableFuture<V> completeAsync(Supplier<? extends V> supplier, Executor executor) {
    Objects.requireNonNull(supplier, "supplier");
    executor.execute(
        () -> {
          try {
            complete(supplier.get());
          } catch (Throwable failure) {
            completeExceptionally(failure);
          }
        });
    return this;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    stop();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public void obtrudeValue(V value) {
    stop();
    super.obtrudeValue(value);
  }

  @Override
  public void obtrudeException(Throwable failure) {
    stop();
    super.obtrudeException(failure);
  }
}
