package io.github.aigateway.internal.http;

import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.AttemptState.Ended;
import io.github.aigateway.internal.http.AttemptState.Going;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.Trace.Received;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Makes the outcome of an attempt: the one place that does, however the attempt ended. */
final class Classifier<E, T> {

  private final CallSpec<E, T> spec;
  private final Trace trace;
  private final boolean cancelled;
  private final Instant now;

  /** Made when needed: most attempts do not fail. */
  private @Nullable Redactor redactor;

  private Classifier(CallSpec<E, T> spec, Trace trace, boolean cancelled, Instant now) {
    this.spec = spec;
    this.trace = trace;
    this.cancelled = cancelled;
    this.now = now;
  }

  /**
   * The outcome of an attempt that has ended.
   *
   * @param trace null if the caller's code failed before there was a request
   * @param response the response, if Retrofit could read it
   * @param thrown the failure, if the attempt ended by itself without such a response
   * @param cancelled whether anybody cancelled the HTTP call
   * @param limits the time limits of the attempt
   */
  static <E, T> Outcome<T> outcome(
      CallSpec<E, T> spec,
      @Nullable Trace trace,
      @Nullable Response<E> response,
      @Nullable Throwable thrown,
      boolean cancelled,
      Instant now,
      TimeLimits limits) {
    if (trace == null) {
      return new NoResponse<>(
          Reason.HTTP_CLIENT, false, false, Causes.message(Objects.requireNonNull(thrown)), thrown);
    }
    Classifier<E, T> classifier = new Classifier<>(spec, trace, cancelled, now);
    Ended ended = (Ended) trace.state().now();
    if (ended.by() != By.ITSELF) {
      return classifier.endedFromOutside(ended, limits);
    }
    Throwable foreign = ForeignFailures.behind(thrown, trace);
    if (foreign != null) {
      return classifier.foreign(foreign, ended);
    }
    return response == null
        ? classifier.failed(Objects.requireNonNull(thrown), ended)
        : classifier.received(response);
  }

  private Outcome<T> endedFromOutside(Ended ended, TimeLimits limits) {
    boolean sent = mayHaveBeenSent(ended);
    if (ended.by() != By.ATTEMPT_TIME && ended.by() != By.CALL_TIME) {
      return new NoResponse<>(Reason.CANCELLED, sent, false, null, null);
    }
    if (Thread.currentThread().isInterrupted()) {
      return noResponse(Reason.INTERRUPTED, sent, new InterruptedIOException("interrupted"));
    }
    boolean connecting = !sent && ended.from() == Going.BEGUN && !trace.authenticated().isEmpty();
    String missing = ended.from() == Going.WAITING ? "free thread of the HTTP client" : "response";
    InterruptedIOException timeout =
        new InterruptedIOException(
            "no "
                + (connecting ? "connection" : missing)
                + " within "
                + (ended.by() == By.ATTEMPT_TIME ? limits.nameOfAttempts() : limits.nameOfCalls()));
    Received received = trace.received();
    if (received != null && received.response().code() >= 400) {
      return refused(received, timeout);
    }
    return noResponse(connecting ? Reason.CONNECT : Reason.TIMEOUT, sent, timeout);
  }

  /** Sent by us, or by a caller's interceptor where we do not see it. */
  private boolean mayHaveBeenSent(Ended ended) {
    return ended.from() == Going.SENDING
        || (ended.from() == Going.BEGUN && trace.isAmongInterceptors());
  }

  private Outcome<T> foreign(Throwable failure, Ended ended) {
    Throwable inner = trace.innerFailure();
    boolean unsent =
        ended.from() == Going.BEGUN
            && inner != null
            && Causes.any(failure, cause -> cause == inner);
    return noResponse(Reason.HTTP_CLIENT, !unsent && mayHaveBeenSent(ended), failure);
  }

  private Outcome<T> received(Response<E> response) {
    Received received = Objects.requireNonNull(trace.received());
    if (!response.isSuccessful() || trace.saysFailure()) {
      return refused(received, null);
    }
    E body = response.body();
    if (body == null) {
      return spec.mayBeEmpty()
          ? understood(null, received)
          : invalid(received, "the response has no body", null);
    }
    Envelope<T> envelope = spec.open().apply(body);
    if (Boolean.FALSE.equals(envelope.success())) {
      return refused(received, null);
    }
    if (envelope.success() == null) {
      return invalid(received, "the response does not say whether the call succeeded", null);
    }
    T result = envelope.result();
    if (result == null) {
      return invalid(received, "the response has no result", null);
    }
    return understood(result, received);
  }

  private Outcome<T> failed(Throwable thrown, Ended ended) {
    Received received = trace.received();
    if (received != null && received.response().code() >= 400) {
      // The status of an error is worth more than the rest of its body.
      return refused(received, thrown);
    }
    boolean sent =
        trace.networkFailure() == null ? mayHaveBeenSent(ended) : ended.from() == Going.SENDING;
    if (received == null || trace.networkFailure() != null || endedLocally(thrown)) {
      Throwable failure = ofNetwork(thrown);
      return noResponse(reason(failure, ended), sent, failure);
    }
    return trace.saysFailure() || errors(received).saysFailure()
        ? refused(received, thrown)
        : invalid(received, received.unreadable(thrown), thrown);
  }

  private boolean endedLocally(Throwable thrown) {
    return cancelled
        || thrown instanceof InterruptedIOException
        || Thread.currentThread().isInterrupted();
  }

  /** If a request was not sent again, the failure of the first one says more. */
  private Throwable ofNetwork(Throwable thrown) {
    return trace.networkFailure() instanceof NotSentException notSent && notSent.getCause() != null
        ? notSent.getCause()
        : thrown;
  }

  private Reason reason(Throwable failure, Ended ended) {
    if (Thread.currentThread().isInterrupted()) {
      return Reason.INTERRUPTED;
    }
    if (failure instanceof NoCredentialsException) {
      return Reason.CREDENTIALS;
    }
    if (failure instanceof NotSentException) {
      return Reason.HTTP_CLIENT;
    }
    if (cancelled && !(failure instanceof InterruptedIOException)) {
      return Reason.CANCELLED;
    }
    if (ended.from() == Going.WAITING) {
      // The caller's executor refused the call. OkHttp 5 does not always give that as the cause.
      return Reason.HTTP_CLIENT;
    }
    boolean timeout = failure instanceof InterruptedIOException;
    if (ended.from() == Going.BEGUN && !(timeout && trace.networkFailure() == null)) {
      return Reason.CONNECT;
    }
    if (timeout) {
      return Reason.TIMEOUT;
    }
    return BrokenProtocol.isIn(failure) ? Reason.PROTOCOL : Reason.CONNECTION_LOST;
  }

  private Outcome<T> noResponse(Reason reason, boolean sent, Throwable cause) {
    boolean temporary =
        reason.isOfNetwork
            && !(cause instanceof SSLPeerUnverifiedException)
            && !(Causes.cause(cause) instanceof CertificateException);
    String message = Causes.message(cause);
    return new NoResponse<>(
        reason,
        sent,
        temporary,
        message == null ? null : redacted(message),
        nullIfLeaking(cause instanceof NoCredentialsException none ? none.getCause() : cause));
  }

  private Outcome<T> refused(Received received, @Nullable Throwable cause) {
    int status = received.response().code();
    if (status < 200) {
      return invalid(received, "the status is not one that ends a call", cause);
    }
    if (status >= 300 && status < 400) {
      return invalid(
          received, "the response redirects to " + redirectTarget(received.response()), cause);
    }
    Refused<T> refused =
        new Refused<>(
            evidence(received),
            received.response().headers(),
            errors(received),
            trace.isUnsettled(),
            nullIfLeaking(cause));
    Optional<T> value = spec.valueOfRefusal().apply(refused);
    return value.isPresent() ? understood(value.get(), received) : refused;
  }

  @SuppressWarnings("NullAway") // a call of Void has no value
  private Outcome<T> understood(@Nullable T value, Received received) {
    received.head().drop();
    return new Understood<>(value, received.response(), requestId(received));
  }

  private Outcome<T> invalid(Received received, String problem, @Nullable Throwable cause) {
    return new Invalid<>(evidence(received), redacted(problem), nullIfLeaking(cause));
  }

  /** The host only: the rest of the address may hold a secret. */
  private static String redirectTarget(okhttp3.Response response) {
    String location = response.header("Location");
    HttpUrl target = location == null ? null : response.request().url().resolve(location);
    return target == null ? "an unreadable address" : "the host " + target.host();
  }

  private Evidence evidence(Received received) {
    okhttp3.Response response = received.response();
    Duration wait = RetryAfter.parse(response.header("Retry-After"), now);
    return new Evidence(
        response.code(),
        requestId(received),
        wait == null ? RetryAfter.parse(errors(received).retryAfter(), now) : wait,
        redacted(received.head().text()));
  }

  private ErrorBody errors(Received received) {
    return ErrorBody.decode(redacted(received.head().text()));
  }

  private @Nullable String requestId(Received received) {
    String requestId = received.response().header("cf-ray");
    if (requestId == null) {
      return null;
    }
    Redactor known = redactor();
    boolean mayLeak = known != null && !known.hasSurelyNoPartIn(requestId);
    return OneLine.clean(mayLeak ? redacted(requestId) : requestId);
  }

  private String redacted(String text) {
    Redactor known = redactor();
    return known == null ? text : known.redact(text);
  }

  private @Nullable Redactor redactor() {
    List<Request> requests = trace.authenticated();
    if (redactor == null && !requests.isEmpty()) {
      redactor = new Redactor(requests);
    }
    return redactor;
  }

  /** A cause, or null if it quotes credentials, for example as names in JSON. */
  private @Nullable Throwable nullIfLeaking(@Nullable Throwable cause) {
    Redactor known = cause == null ? null : redactor();
    return known == null || !known.isQuotedBy(cause) ? cause : null;
  }
}
