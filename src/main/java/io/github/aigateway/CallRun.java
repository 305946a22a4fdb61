package io.github.aigateway;

import io.github.aigateway.Operation.Effect;
import io.github.aigateway.TransportException.Reason;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * One call from its first try to its result, whatever thread each try runs on: counts the tries,
 * keeps the deadline, and decides what follows each. Used by one thread at a time.
 */
final class CallRun<E, T> {

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  /** The API's code for an id that no gateway has. */
  private static final long NO_SUCH_GATEWAY = 7002;

  private final Operation<E, T> operation;
  private final CallSettings settings;
  private final Timing timing;
  private final AlarmClock alarms;
  private final RetryPolicy policy;
  private final long startNanos;
  private long tryStartNanos;
  private int attempts;
  private int retries;
  private boolean repeatedOnStaleConnection;

  /** An earlier try may have made the change. */
  private boolean mayHaveBeenApplied;

  private Attempt attempt;

  CallRun(Operation<E, T> operation, CallSettings settings, Timing timing, AlarmClock alarms) {
    this.operation = operation;
    this.settings = settings;
    this.timing = timing;
    this.alarms = alarms;
    this.policy = new RetryPolicy(settings.maxRetries(), settings.maxRetryAfter(), timing);
    this.startNanos = timing.nanoTime();
    this.attempt = new Attempt(null, settings.connectTimeout());
  }

  /** Prepares the next try. It ends by itself when its time, or that of the whole call, is over. */
  Call<E> next() {
    Call<E> call = operation.call().clone();
    attempts++;
    attempt = Objects.requireNonNull(Attempt.of(call.request()));
    tryStartNanos = timing.nanoTime();
    attempt.belongsTo(this);
    // That of a caller's client, which counts no time in which a future waits for its turn.
    call.timeout().timeout(0, TimeUnit.NANOSECONDS);
    return call;
  }

  /** The try was answered, and the body of a success was understood. */
  Step<T> answered(Response<E> response) {
    attempt.end();
    log("status " + response.code());
    if (!response.isSuccessful()) {
      return refused(response.raw(), null);
    }
    E body = response.body();
    if (body == null) {
      return invalid("the answer has no body", null);
    }
    Envelope<T> envelope = operation.open().apply(body);
    if (Boolean.FALSE.equals(envelope.success())) {
      return refused(response.raw(), null);
    }
    if (envelope.success() == null) {
      return invalid("the answer does not say whether the call succeeded", null);
    }
    T result = envelope.result();
    if (result == null) {
      return invalid("the answer has no result", null);
    }
    attempt.succeeded();
    return succeeded(result, response.raw());
  }

  private Step<T> succeeded(T value, okhttp3.Response response) {
    Headers headers = response.headers();
    return Step.end(
        new Result.Ok<>(
            new ApiResponse<>(
                value,
                response.code(),
                headers,
                response.request().url(),
                headers.get("cf-ray"),
                attempts,
                RateLimit.of(headers))));
  }

  /** The try ended in an exception. */
  Step<T> failed(Throwable thrown) {
    attempt.end();
    Throwable failure =
        attempt.timedOut() ? new InterruptedIOException("timeout").initCause(thrown) : thrown;
    okhttp3.Response answer = attempt.answer();
    if (answer != null && answer.code() >= 400) {
      log("status " + answer.code() + ", " + failure.getClass().getSimpleName());
      // The status of an error is worth more than the rest of its body.
      return refused(answer, failure);
    }
    if (answer == null || attempt.bodyBroke() || Failures.endedFromThisSide(failure)) {
      log(failure.getClass().getSimpleName());
      return unanswered(Failures.reason(failure, attempt.sent()), failure);
    }
    log("status " + answer.code() + ", " + failure.getClass().getSimpleName());
    if (attempt.decoded().saysFailure()) {
      return refused(answer, failure);
    }
    return invalid(Failures.describeUnreadable(answer, attempt, failure), failure);
  }

  /**
   * The call was ended from this side.
   *
   * @param cause how a try under way ended; null between tries
   */
  Step<T> ended(Reason reason, @Nullable Throwable cause) {
    if (cause != null) {
      cancelled(cause);
    }
    boolean cutOff = cause != null && changes() && attempt.sent();
    return Step.end(
        new TransportException(failure(reason, cause, mayHaveBeenApplied || cutOff), reason));
  }

  /** The try ended, of which nobody wants to know any more. */
  void cancelled(Throwable failure) {
    attempt.end();
    log(failure.getClass().getSimpleName());
  }

  private Step<T> unanswered(Reason reason, Throwable cause) {
    boolean mayHave = mayHaveBeenApplied || (changes() && attempt.sent());
    boolean repeatable = Failures.mayPass(reason, cause);
    if (repeatable && repeatsOnFreshConnection(reason)) {
      mayHaveBeenApplied = mayHave;
      repeatedOnStaleConnection = true;
      return Step.again(Duration.ZERO);
    }
    Duration delay =
        repeatable && policy.mayRepeatUnanswered(operation.effect(), attempt.sent())
            ? nextDelay(null)
            : null;
    return delay != null
        ? retry(delay, mayHave)
        : Step.end(new TransportException(failure(reason, cause, mayHave), reason));
  }

  /**
   * A kept connection may have been closed by the server meanwhile: that says nothing of the call.
   */
  private boolean repeatsOnFreshConnection(Reason reason) {
    return reason == Reason.CONNECTION_LOST
        && attempt.diedOnReusedConnection()
        && operation.effect() != Effect.CREATES
        && !repeatedOnStaleConnection
        && !remaining().isNegative();
  }

  private Step<T> refused(okhttp3.Response response, @Nullable Throwable cause) {
    int status = response.code();
    if (status < 200) {
      return invalid("the status is not one that ends a call", cause);
    }
    if (status >= 300 && status < 400) {
      return invalid("the answer redirects to " + Failures.redirectTarget(response), cause);
    }
    boolean mayHave = mayHaveBeenApplied || (changes() && (status < 400 || status >= 500));
    ErrorDecoder decoded = attempt.decoded();
    T whenMissing = operation.whenMissing();
    if (whenMissing != null && status == 404 && decoded.hasCode(NO_SUCH_GATEWAY)) {
      return succeeded(whenMissing, response);
    }
    Answer answer = Failures.answer(response, attempt, timing.now());
    Duration delay =
        policy.mayRepeat(operation.effect(), status, response.header("x-should-retry"))
            ? nextDelay(answer.retryAfter())
            : null;
    if (delay != null) {
      return retry(delay, mayHave);
    }
    return Step.end(
        Failures.api(
            operation.name(),
            attempts,
            mayHave,
            answer,
            decoded.errors(),
            attempt.harmless(cause)));
  }

  private Step<T> invalid(String problem, @Nullable Throwable cause) {
    okhttp3.Response response = Objects.requireNonNull(attempt.answer());
    return Step.end(
        Failures.invalid(
            operation.name(),
            attempts,
            mayHaveBeenApplied || changes(),
            Failures.answer(response, attempt, timing.now()),
            attempt.redacted(problem),
            attempt.harmless(cause)));
  }

  private Step<T> retry(Duration delay, boolean mayHave) {
    mayHaveBeenApplied = mayHave;
    retries++;
    return Step.again(delay);
  }

  /** The wait before another try, or null if there is to be none. */
  private @Nullable Duration nextDelay(@Nullable Duration retryAfter) {
    if (retries >= policy.maxRetries()) {
      return null;
    }
    Duration delay = policy.delay(retries + 1, retryAfter);
    return delay != null && delay.compareTo(remaining()) < 0 ? delay : null;
  }

  /** Sets what happens when the time of a try is over that begins now. */
  AlarmClock.Alarm atEndOfTry(Runnable task) {
    return alarms.set(Math.min(settings.tryTimeout().toNanos(), remaining().toNanos()), task);
  }

  /** Sets what happens when the time of the whole call is over. */
  AlarmClock.Alarm atDeadline(Runnable task) {
    return alarms.set(settings.deadline().toNanos(), task);
  }

  /** Lets a try that waits for its turn know who waits. */
  void pending(PendingCall<E, T> call) {
    attempt.pending(call);
  }

  /** Whether OkHttp runs the try: before that it may wait for its turn. */
  boolean hasBegun() {
    return attempt.hasBegun();
  }

  private Duration remaining() {
    return settings.deadline().minusNanos(timing.nanoTime() - startNanos);
  }

  private boolean changes() {
    return operation.effect() != Effect.READS;
  }

  private Failure failure(Reason reason, @Nullable Throwable cause, boolean mayHave) {
    String message = Failures.transportMessage(operation.name(), reason, attempts, cause);
    return new Failure(
        attempt.redacted(message), attempt.harmless(cause), operation.name(), attempts, mayHave);
  }

  private void log(String outcome) {
    if (LOGGER.isLoggable(System.Logger.Level.DEBUG)) {
      long millis = TimeUnit.NANOSECONDS.toMillis(timing.nanoTime() - tryStartNanos);
      okhttp3.Response answer = attempt.answer();
      String requestId = answer == null ? null : answer.header("cf-ray");
      LOGGER.log(
          System.Logger.Level.DEBUG,
          "{0}, attempt {1}: {2} after {3} ms, request {4}",
          operation.name(),
          attempts,
          outcome,
          Long.toString(millis),
          requestId == null ? "unknown" : attempt.redacted(requestId));
    }
  }
}
