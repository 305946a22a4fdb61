package io.github.aigateway.internal.http;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Finds failures of the caller's code: of its listeners, executors and interceptors. */
final class ForeignFailures {

  private ForeignFailures() {}

  /** The failure of a caller's code that ended an attempt; null if something else did. */
  static @Nullable Throwable behind(@Nullable Throwable thrown, Trace trace) {
    if (trace.foreignFailure() != null) {
      return trace.foreignFailure();
    }
    if (thrown == null || isOfReading(thrown, trace)) {
      return null;
    }
    if (thrown instanceof UnusableBodyException.NotRead) {
      return thrown.getCause();
    }
    if (!(thrown instanceof IOException)) {
      return thrown;
    }
    if (Causes.cause(thrown) instanceof RejectedExecutionException refused) {
      return refused;
    }
    String message = String.valueOf(Causes.message(thrown));
    if (message.startsWith("Too many follow-up requests")) {
      // The caller's authenticator has another request for each refusal, and never gives up.
      return thrown;
    }
    return message.startsWith("canceled due to ") ? wrapped(thrown) : null;
  }

  /** Whether a converter threw it: a response that it cannot read is not one to be expected. */
  private static boolean isOfReading(Throwable thrown, Trace trace) {
    return trace.received() != null && thrown instanceof RuntimeException;
  }

  /** OkHttp 5 has it as the cause, OkHttp 4 as a suppressed exception. */
  private static @Nullable Throwable wrapped(Throwable cancelled) {
    Throwable[] suppressed = cancelled.getSuppressed();
    return cancelled.getCause() == null && suppressed.length > 0
        ? suppressed[0]
        : cancelled.getCause();
  }
}
