package io.github.aigateway.internal.http;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a failure leads to: its causes and suppressed exceptions, and theirs. */
final class Causes {

  private Causes() {}

  /** Whether the test holds for the failure or anything it leads to; null leads to nothing. */
  static boolean any(@Nullable Throwable failure, Predicate<Throwable> test) {
    // Callers can tie circles, and chains that would fill the stack.
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> found = new ArrayDeque<>();
    note(failure, seen, found);
    for (Throwable next = found.poll(); next != null; next = found.poll()) {
      if (test.test(next)) {
        return true;
      }
      note(cause(next), seen, found);
      for (Throwable suppressed : next.getSuppressed()) {
        note(suppressed, seen, found);
      }
    }
    return false;
  }

  /** What a failure says; null if it says nothing, or fails at that. */
  static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (RuntimeException | StackOverflowError unspeakable) {
      return null;
    }
  }

  /** What a failure was caused by; null if nothing, or if it fails at telling. */
  static @Nullable Throwable cause(Throwable failure) {
    try {
      return failure.getCause();
    } catch (RuntimeException | StackOverflowError unspeakable) {
      return null;
    }
  }

  private static void note(
      @Nullable Throwable failure, Set<Throwable> seen, Deque<Throwable> found) {
    if (failure != null && seen.add(failure)) {
      found.add(failure);
    }
  }
}
