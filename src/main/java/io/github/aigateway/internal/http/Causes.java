package io.github.aigateway.internal.http;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through a failure, its causes and suppressed exceptions, and theirs. */
final class Causes {

  private Causes() {}

  /** Whether the test holds for any of them; false for null. */
  static boolean any(@Nullable Throwable failure, Predicate<Throwable> test) {
    // A caller's exceptions can form circles, and chains too long for recursion.
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

  /** The message of a failure; null if it has none, or throws when asked. */
  static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (RuntimeException | StackOverflowError getterFailed) {
      return null;
    }
  }

  /** The cause of a failure; null if it has none, or throws when asked. */
  static @Nullable Throwable cause(Throwable failure) {
    try {
      return failure.getCause();
    } catch (RuntimeException | StackOverflowError getterFailed) {
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
