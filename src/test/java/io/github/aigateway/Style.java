package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

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
    return switch (this) {
      case THROWING -> operation.throwing(gateways);
      case RESULT -> operation.result(gateways).orElseThrow();
      case FUTURE -> joined(operation.future(gateways).orTimeout(20, TimeUnit.SECONDS));
    };
  }

  private static Object joined(CompletableFuture<?> future) {
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
