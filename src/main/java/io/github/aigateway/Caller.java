package io.github.aigateway;

import io.github.aigateway.internal.call.CallEngine;
import io.github.aigateway.internal.call.CallFuture;
import io.github.aigateway.internal.http.CallSpec;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the calls that {@link Operations} describes, as a result or as a future. Thread-safe. */
final class Caller {

  private final CallEngine engine;

  Caller(CallEngine engine) {
    this.engine = engine;
  }

  <T> Result<T> execute(CallSpec<?, T> spec) {
    engine.requireOpen();
    return run(spec);
  }

  /** Makes two calls; {@code then} makes the second one from the value of the first. */
  <T, U> Result<U> execute(CallSpec<?, T> spec, Function<T, CallSpec<?, U>> then) {
    engine.requireOpen();
    return run(spec).fold(ok -> run(then.apply(ok.value())), error -> new Result.Err<>(error));
  }

  private <T> Result<T> run(CallSpec<?, T> spec) {
    return engine.execute(
        spec, (outcome, progress) -> Conclusions.result(spec.name(), outcome, progress));
  }

  <T> CompletableFuture<T> enqueue(CallSpec<?, T> spec) {
    engine.requireOpen();
    CallFuture<T> future = new CallFuture<>();
    start(spec, future, future::succeed);
    return future;
  }

  /**
   * Makes two calls as one future; {@code then} makes the second one.
   *
   * @param second the name of the second call, which fails if {@code then} takes too long
   */
  <T, U> CompletableFuture<U> enqueue(
      CallSpec<?, T> spec, String second, Function<T, CallSpec<?, U>> then) {
    engine.requireOpen();
    CallFuture<U> future = new CallFuture<>();
    start(
        spec,
        future,
        value -> {
          CallSpec<?, U> next =
              engine.between(
                  () -> then.apply(value),
                  reason -> future.fail(Conclusions.unsent(second, reason)));
          start(next, future, future::succeed);
        });
    return future;
  }

  private <T> void start(CallSpec<?, T> spec, CallFuture<?> future, Consumer<T> next) {
    engine.start(
        spec,
        future,
        (outcome, progress) -> {
          Result<T> result = Conclusions.result(spec.name(), outcome, progress);
          if (result instanceof Result.Err<T> err) {
            future.fail(err.error());
          } else {
            next.accept(result.orElseThrow());
          }
          return result;
        });
  }
}
