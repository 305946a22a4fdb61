package io.github.aigateway.internal.call;

import io.github.aigateway.internal.call.Decision.Retry;
import io.github.aigateway.internal.call.Decision.Stop;
import io.github.aigateway.internal.call.Observer.Ended;
import io.github.aigateway.internal.call.Observer.Kind;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Exchange;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.internal.http.TimeLimits;
import io.github.aigateway.internal.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call, from its first attempt to its last. One thread at a time uses it, since
 * the attempts follow each other. While that one runs code of the caller's, another may end the
 * call.
 */
final class CallRun {

  private final Plan<?> plan;
  private final CallSettings settings;
  private final Clock clock;
  private final RetryPolicy policy;
  private final @Nullable Observer observer;

  /** Whether the end of the call was told; null if nobody is told anything. */
  private final @Nullable AtomicBoolean told;

  private final long callStart;
  private final TimeLimits limits;
  private long requestStart;
  private long attemptStart;
  private int attempts;
  private int attemptsOfRequest;

  /** What the request is about whose last attempt has not ended; null if there is none. */
  private @Nullable Subject unfinished;

  private boolean mayHaveBeenApplied;
  private @Nullable String gaveUp;

  CallRun(
      Plan<?> plan,
      CallSettings settings,
      RetryPolicy policy,
      Clock clock,
      @Nullable Observer observer) {
    this.plan = plan;
    this.settings = settings;
    this.policy = policy;
    this.clock = clock;
    this.observer = observer;
    this.told = observer != null || CallLog.isOn() ? new AtomicBoolean() : null;
    this.callStart = clock.nanos();
    this.limits =
        new TimeLimits(
            settings.attemptTimeout(),
            settings.callTimeout(),
            callStart + settings.callTimeout().toNanos());
  }

  /** Begins another request. */
  void begin() {
    attemptsOfRequest = 0;
    gaveUp = null;
    requestStart = attempts == 0 ? callStart : clock.nanos();
  }

  /** Whether the next attempt is a retry. */
  boolean isRetrying() {
    return attemptsOfRequest > 0;
  }

  /** Prepares the next attempt of the request. */
  <E, T> Exchange<E, T> next(CallSpec<E, T> spec) {
    attempts++;
    attemptsOfRequest++;
    attemptStart = clock.nanos();
    unfinished = spec.subject();
    return new Exchange<>(spec, clock, limits);
  }

  /** Notes how an attempt ended, and decides what follows it. */
  Decision ended(Effect effect, Outcome<?> outcome) {
    mayHaveBeenApplied |= effect.changes() && outcome.mayHaveBeenApplied();
    Decision decision = policy.after(effect, outcome, progress(attemptsOfRequest), clock.random());
    if (decision instanceof Stop stop) {
      gaveUp = stop.why();
      unfinished = null;
    }
    return decision;
  }

  /** The wait before one more look; null if there may be none. */
  @Nullable Duration waitAgain(int retry) {
    Duration wait = retry == 0 ? Duration.ZERO : RetryPolicy.backoff(retry, clock.random());
    boolean may = retry <= settings.maxRetries() && !clock.isClosed();
    return may && wait.compareTo(timeLeft()) < 0 ? wait : null;
  }

  /** Does the caller's work; if it took too long, the call ends. */
  <V> Step<V> work(Step.Work<V> work) {
    Step<V> following = work.work().get();
    boolean isOver = clock.isClosed() || timeLeft().isNegative();
    return isOver ? endBefore(work) : following;
  }

  /**
   * The end of a call that is closed or out of time. What lies ahead is not sent; if it is the end,
   * it stays.
   */
  <V> Step.End<V> endBefore(Step<V> ahead) {
    boolean isClosed = clock.isClosed();
    boolean isRetryDue = unfinished != null;
    if (isRetryDue && !isClosed) {
      gaveUp = policy.timeIsOver();
    }
    if (ahead instanceof Step.End<V> known && !(isRetryDue && isClosed)) {
      return known;
    }
    if (ahead instanceof Step.Work<V> work && work.otherwise() != null) {
      return work.otherwise();
    }
    return new Step.End<>(
        ahead.subject(), NoResponse.unsent(isClosed ? Reason.CANCELLED : Reason.TIMEOUT));
  }

  Duration timeLeft() {
    return Duration.ofNanos(limits.callEnd() - clock.nanos());
  }

  private Progress progress(int attempts) {
    return new Progress(attempts, mayHaveBeenApplied, timeLeft(), gaveUp);
  }

  /** Whether anybody is told how attempts and calls end. */
  boolean isObserved() {
    return told != null;
  }

  /** Tells of an attempt, and of its request if it was the last one. */
  void tellAttempt(Subject subject, Outcome<?> outcome, Decision decision) {
    @Nullable Duration wait = decision instanceof Retry retry ? retry.delay() : null;
    Progress progress = progress(attemptsOfRequest);
    tell(Kind.ATTEMPT, subject, outcome, progress, attemptStart, wait);
    if (wait == null && plan.isComposite()) {
      tell(Kind.STEP, subject, outcome, progress, requestStart, null);
    }
  }

  /** Tells of a call that was given up. */
  void tellGivenUp() {
    if (mayTellEnd()) {
      tellEnd(NoResponse.unsent(Reason.CANCELLED));
    }
  }

  /** Whether nobody else tells of the end of the call. */
  boolean mayTellEnd() {
    return told != null && told.compareAndSet(false, true);
  }

  /** Tells of the end of the call, and before of that of a request that waited for a retry. */
  void tellEnd(Step.End<?> end) {
    noteWhy(end);
    tellEnd(end.outcome());
  }

  private void noteWhy(Step.End<?> end) {
    if (end.gaveUp() != null) {
      gaveUp = end.gaveUp();
    }
  }

  private void tellEnd(Outcome<?> outcome) {
    if (unfinished != null && plan.isComposite()) {
      tell(Kind.STEP, unfinished, outcome, progress(attemptsOfRequest), requestStart, null);
    }
    tell(Kind.CALL, plan.subject(), outcome, progress(attempts), callStart, null);
  }

  private void tell(
      Kind kind,
      Subject subject,
      Outcome<?> outcome,
      Progress progress,
      long start,
      @Nullable Duration wait) {
    Duration duration = Duration.ofNanos(clock.nanos() - start);
    Ended ended = new Ended(kind, subject, outcome, progress, duration, wait);
    if (CallLog.isOn()) {
      CallLog.INSTANCE.ended(ended);
    }
    if (observer != null) {
      observer.ended(ended);
    }
  }

  /**
   * Concludes the call.
   *
   * @throws Error if one ended the last attempt; it is not wrapped in an exception
   */
  <V, R> R conclude(Step.End<V> end, Conclusion<V, R> conclusion) {
    if (end.outcome() instanceof NoResponse<?> none && none.cause() instanceof Error error) {
      throw error;
    }
    noteWhy(end);
    return conclusion.conclude(end.subject(), end.outcome(), progress(attempts));
  }

  /** What follows the last attempt of a request; an error ends the call. */
  static <T, V> Step<V> following(Step.Send<T, V> send, Outcome<T> outcome) {
    return outcome instanceof NoResponse<T> none && none.cause() instanceof Error
        ? new Step.End<>(send.subject(), none.withoutValue())
        : send.then().apply(outcome);
  }
}
