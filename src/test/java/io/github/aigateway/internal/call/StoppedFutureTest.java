package io.github.aigateway.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A future that is completed from outside is complete, whatever ending its call throws. */
class StoppedFutureTest {

  private final AssertionError defect = new AssertionError("of a log handler");

  @Test
  void itFailsWithWhatEndingItsCallThrows() {
    List<Consumer<CompletableFuture<String>>> ways =
        List.of(
            future -> future.cancel(true),
            future -> future.complete("value"),
            future -> future.completeExceptionally(new IllegalStateException()),
            future -> future.orTimeout(1, TimeUnit.NANOSECONDS));
    for (Consumer<CompletableFuture<String>> way : ways) {
      CallFuture<String> future = underWay();
      way.accept(future);
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
      assertSame(defect, failed.getCause());
    }
  }

  @Test
  void whatIsForcedUponItStays() throws Exception {
    CallFuture<String> future = underWay();
    future.obtrudeValue("value");
    assertEquals("value", future.get());
  }

  private CallFuture<String> underWay() {
    CallFuture<String> future = new CallFuture<>();
    future.onStop(
        () -> {
          throw defect;
        });
    return future;
  }
}
