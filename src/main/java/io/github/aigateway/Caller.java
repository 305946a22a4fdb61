package io.github.aigateway;

import io.github.aigateway.internal.call.CallEngine;
import io.github.aigateway.internal.call.CallFuture;
import io.github.aigateway.internal.call.Plan;
import io.github.aigateway.internal.http.CallSpec;
import java.util.concurrent.CompletableFuture;

/** Makes the calls that {@link Operations} describes, as a result or as a future. Thread-safe. */
final class Caller {

  private final CallEngine engine;

  Caller(CallEngine engine) {
    this.engine = engine;
  }

  <T> Result<T> execute(CallSpec<?, T> spec) {
    return execute(Plan.of(spec));
  }

  <T> Result<T> execute(Plan<T> plan) {
    engine.requireOpen();
    return engine.execute(plan, Conclusions::result);
  }

  <T> CompletableFuture<T> enqueue(CallSpec<?, T> spec) {
    return enqueue(Plan.of(spec));
  }

  <T> CompletableFuture<T> enqueue(Plan<T> plan) {
    engine.requireOpen();
    CallFuture<T> future = new CallFuture<>();
    engine.start(
        plan,
        future,
        (subject, outcome, progress) -> {
          Result<T> result = Conclusions.result(subject, outcome, progress);
          if (result instanceof Result.Err<T> err) {
            future.fail(err.error());
          } else {
            future.succeed(result.orElseThrow());
          }
          return result;
        });
    return future;
  }
}
