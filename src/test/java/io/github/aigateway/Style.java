package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.testing.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The three ways to make a call, so that one test can hold for all of them. */
enum Style {
  THROWING,
  RESULT,
  FUTURE;

  /**
   * Makes a call, and returns its value or throws its failure, whatever the style. What the call
   * itself throws comes through as it is, so that a misuse which only fails the future is seen as
   * another exception.
   */
  Object call(Calls operation, Gateways gateways) {
    return this.<Object>call(
        () -> operation.throwing(gateways),
        () -> operation.result(gateways).map(value -> value),
        () -> operation.future(gateways).thenApply(value -> value));
  }

  Object call(Operation operation, Gateways gateways) {
    return call(Calls.valueOf(operation.name()), gateways);
  }

  /** Makes a call in this one of its three ways. */
  <T> T call(
      Supplier<T> throwing, Supplier<Result<T>> result, Supplier<CompletableFuture<T>> future) {
    return switch (this) {
      case THROWING -> throwing.get();
      case RESULT -> result.get().orElseThrow();
      case FUTURE -> joined(future.get().orTimeout(20, TimeUnit.SECONDS));
    };
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw assertInstanceOf(AiGatewayException.class, failed.getCause());
    }
  }
}
