package io.github.aigateway.internal.call;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. Whoever completes it from outside, be it by {@code cancel} or {@code
 * orTimeout}, ends first what is under way, and then runs what depends on the future.
 *
 * @param <V> the type of the value
 */
public final class CallFuture<V> extends CompletableFuture<V> {

  /** How to end what is under way; null if nothing is to go on. */
  private final AtomicReference<@Nullable Runnable> underWay =
      new AtomicReference<>(CallFuture::nothing);

  /** Starts a future with nothing under way. */
  public CallFuture() {}

  private static void nothing() {}

  /** Says how to end what is under way from now on; ends it if nobody waits for it. */
  void underWay(Runnable end) {
    Runnable before = underWay.get();
    if (before == null || !underWay.compareAndSet(before, end)) {
      end.run();
    }
  }

  private void endWhatIsUnderWay() {
    Runnable end = underWay.getAndSet(null);
    if (end != null && !isDone()) {
      end.run();
    }
  }

  /** Completes the call by its value. */
  public void succeed(V value) {
    underWay.set(null);
    super.complete(value);
  }

  /** Completes the call by its failure. */
  public void fail(Throwable failure) {
    underWay.set(null);
    super.completeExceptionally(failure);
  }

  @Override
  public boolean complete(V value) {
    endWhatIsUnderWay();
    return super.complete(value);
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    endWhatIsUnderWay();
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
    endWhatIsUnderWay();
    return super.cancel(mayInterruptIfRunning);
  }

  @Override
  public void obtrudeValue(V value) {
    endWhatIsUnderWay();
    super.obtrudeValue(value);
  }

  @Override
  public void obtrudeException(Throwable failure) {
    endWhatIsUnderWay();
    super.obtrudeException(failure);
  }
}
