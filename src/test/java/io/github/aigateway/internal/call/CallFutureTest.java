package io.github.aigateway.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever completes the future of a call from outside ends what is under way. */
class CallFutureTest {

  /** The ways to complete a future from outside. */
  enum Outside {
    COMPLETE,
    COMPLETE_ASYNC,
    FAIL_ASYNC,
    FAIL,
    CANCEL,
    OBTRUDE,
    OBTRUDE_FAILURE;

    void end(CallFuture<String> future) {
      switch (this) {
        case COMPLETE -> future.complete("x");
        case COMPLETE_ASYNC -> future.completeAsync(() -> "x", Runnable::run);
        case FAIL_ASYNC ->
            future.completeAsync(
                () -> {
                  throw new IllegalStateException();
                },
                Runnable::run);
        case FAIL -> future.completeExceptionally(new IllegalStateException());
        case CANCEL -> future.cancel(false);
        case OBTRUDE -> future.obtrudeValue("x");
        case OBTRUDE_FAILURE -> future.obtrudeException(new IllegalStateException());
      }
    }
  }

  private final CallFuture<String> future = new CallFuture<>();
  private final List<String> seen = new ArrayList<>();

  private void onStop(String name) {
    future.onStop(() -> seen.add(name + (future.isDone() ? " after it" : "")));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUnderWayEndsOnceAndBeforeWhatDependsOnTheFuture(Outside outside) {
    onStop("first");
    onStop("second");
    future.whenComplete((value, failure) -> seen.add("dependent"));
    outside.end(future);
    assertTrue(future.isDone());
    assertEquals(List.of("second", "dependent"), seen);
    outside.end(future);
    assertEquals(List.of("second", "dependent"), seen);
  }

  @ParameterizedTest
  @EnumSource
  void whatBeginsTooLateEndsAtOnce(Outside outside) {
    outside.end(future);
    onStop("late");
    assertEquals(List.of("late after it"), seen);
  }

  @Test
  void whatCameToItsOwnEndIsNotEnded() {
    onStop("first");
    future.succeed("value");
    future.cancel(true);
    assertEquals("value", future.join());
    CallFuture<String> failed = new CallFuture<>();
    failed.onStop(() -> seen.add("of the failed"));
    failed.fail(new IllegalStateException());
    failed.complete("late");
    assertTrue(failed.isCompletedExceptionally());
    assertEquals(List.of(), seen);
  }

  @Test
  void whatBeginsAfterTheEndEndsAtOnce() {
    future.succeed("value");
    future.onStop(() -> seen.add("one"));
    CallFuture<String> failed = new CallFuture<>();
    failed.fail(new IllegalStateException());
    failed.onStop(() -> seen.add("other"));
    assertEquals(List.of("one", "other"), seen);
  }

  @Test
  void whoeverComesFirstIsToldSo() {
    assertTrue(future.complete("x"));
    assertFalse(future.complete("y"));
    assertFalse(future.completeExceptionally(new IllegalStateException()));
    assertFalse(future.cancel(true));
    assertTrue(new CallFuture<String>().completeExceptionally(new IllegalStateException()));
    CallFuture<String> cancelled = new CallFuture<>();
    assertTrue(cancelled.cancel(true));
    assertTrue(cancelled.cancel(true));
  }

  @Test
  void aFutureThatNothingIsUnderWayForIsCompletedLikeAnyOther() {
    assertSame(future, future.completeAsync(() -> "x", Runnable::run));
    assertEquals("x", future.getNow(null));
  }
}
