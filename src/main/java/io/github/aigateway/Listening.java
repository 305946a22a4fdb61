package io.github.aigateway;

import io.github.aigateway.internal.call.Observer;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells a caller's listener, and lets none of its failures through. Thread-safe. */
final class Listening implements Observer {

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  private final CallListener listener;
  private final AtomicBoolean hasFailed = new AtomicBoolean();

  Listening(CallListener listener) {
    this.listener = listener;
  }

  @Override
  public void ended(Ended ended) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    try {
      listener.onEvent(event(ended));
    } catch (Throwable failure) {
      if (hasFailed.compareAndSet(false, true)) {
        log(failure);
      }
    } finally {
      if (interrupted) {
        // The listener may have taken the flag, which ends the call.
        Thread.currentThread().interrupt();
      }
    }
  }

  private void log(Throwable failure) {
    try {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "The listener failed with " + failure.getClass().getName() + "; it is logged once.",
          failure);
    } catch (Throwable handlerFailed) {
      // A log handler is the caller's code: its failure must not end the call.
    }
  }

  private static CallEvent event(Ended ended) {
    Outcome<?> outcome = ended.outcome();
    return new CallEvent(
        Conclusions.kind(ended.kind()),
        ended.subject().operation(),
        ended.subject().accountId(),
        ended.subject().gatewayId(),
        ended.progress().attempts(),
        outcome instanceof Understood<?>,
        status(outcome),
        outcome instanceof NoResponse<?> none ? Conclusions.reason(none.reason()) : null,
        outcome.requestId(),
        ended.duration(),
        ended.delay(),
        ended.progress().gaveUp(),
        ended.progress().mayHaveBeenApplied());
  }

  private static @Nullable Integer status(Outcome<?> outcome) {
    if (outcome instanceof Understood<?> understood) {
      return understood.response().code();
    }
    if (outcome instanceof Refused<?> refused) {
      return refused.evidence().status();
    }
    return outcome instanceof Invalid<?> invalid ? invalid.evidence().status() : null;
  }
}
