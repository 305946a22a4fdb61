package io.github.aigateway.internal.http;

import com.google.gson.stream.MalformedJsonException;
import io.github.aigateway.json.JsonMismatchException;
import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes of what happens to an attempt. They belong to the HTTP call, so they are not lost if a
 * caller's interceptor passes on another request.
 *
 * <p>The thread that runs the attempt writes the notes, and reads them if the attempt ends by
 * itself. Any other thread that ends the attempt reads the volatile notes only.
 */
final class Trace {

  /** A response that has passed all interceptors. */
  record Received(Response response, BodyHead head) {

    /** Says why the body could not be read, without a word of it. */
    String unreadable(Throwable failure) {
      if (failure instanceof UnusableBodyException || failure instanceof JsonMismatchException) {
        return String.valueOf(failure.getMessage());
      }
      String body = head.text().stripLeading();
      if (body.isEmpty() && failure instanceof EOFException) {
        return "the body is empty";
      }
      if (body.startsWith("<")) {
        return "the body is a web page, not JSON";
      }
      if (failure instanceof CharacterCodingException) {
        return "the body is not UTF-8";
      }
      String type = " (" + response.header("Content-Type", "no type") + ")";
      return failure instanceof EOFException || failure instanceof MalformedJsonException
          ? "the body is not JSON, or cut short" + type
          : "the body could not be converted, " + failure.getClass().getSimpleName() + type;
    }
  }

  private final Owner owner;
  private final Effect effect;
  private final @Nullable Duration connectTimeout;
  private final AttemptState state = new AttemptState();

  private volatile List<Request> authenticated = List.of();
  private volatile boolean amongInterceptors;
  private volatile @Nullable Received received;

  private @Nullable Response onWire;
  private boolean sent;
  private boolean repeated;
  private boolean unsettled;
  private @Nullable Throwable networkFailure;
  private @Nullable Throwable foreignFailure;
  private @Nullable Throwable innerFailure;
  private boolean intercepted;
  private boolean requiresSuccess;
  private boolean saysFailure;

  /**
   * Starts a trace.
   *
   * @param connectTimeout null for a bare call, which is no attempt of an {@link Exchange}
   */
  Trace(Owner owner, Effect effect, @Nullable Duration connectTimeout) {
    this.owner = owner;
    this.effect = effect;
    this.connectTimeout = connectTimeout;
  }

  static Trace of(Call call) {
    Trace trace = call.request().tag(Trace.class);
    return Objects.requireNonNull(trace, "not a call of ours");
  }

  Owner owner() {
    return owner;
  }

  Effect effect() {
    return effect;
  }

  @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  /** Whether the call was made with the bare Retrofit interface. */
  boolean isBare() {
    return connectTimeout == null;
  }

  AttemptState state() {
    return state;
  }

  /** Begins the attempt, unless it has ended or the client is closed. */
  boolean begin(long nanos) {
    return !owner.isClosed() && state.begin(nanos);
  }

  /**
   * Whether the request may be sent: the attempt must not have ended, nor the client be closed. A
   * create is sent again only after 429.
   */
  boolean send() {
    if (owner.isClosed()) {
      return false;
    }
    if (state.send()) {
      sent = true;
      return true;
    }
    int status = statusOnWire();
    repeated |= !isRefusal(status);
    if (!state.isSending() || (!effect.isRepeatable() && !mayFollow(status))) {
      return false;
    }
    onWire = null;
    networkFailure = null;
    return true;
  }

  private boolean mayFollow(int status) {
    return effect == Effect.CREATES && status == 429;
  }

  /** The status of the last response of the server; 0 if the last send had none. */
  private int statusOnWire() {
    return networkFailure != null || onWire == null ? 0 : onWire.code();
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  /**
   * Whether the change may have been made, whatever the response says: OkHttp or a caller's
   * interceptor sent the request more than once, or the interceptor made the response itself.
   */
  boolean isUnsettled() {
    return unsettled;
  }

  /**
   * The request goes to the caller's interceptors. Each of them may send it where we do not see it.
   */
  void intercepted() {
    intercepted = true;
    amongInterceptors = true;
  }

  /**
   * Whether code of the caller sees the request and the response: that of a bare call, or
   * interceptors. Otherwise there is no need to copy them, which is a tenth of the bytes of a call.
   */
  boolean isSeenByCaller() {
    return intercepted || isBare();
  }

  /** The request leaves the caller's interceptors: from here on, we see it if it is sent. */
  void leavesInterceptors() {
    amongInterceptors = false;
  }

  /** The response or failure goes back to the caller's interceptors. */
  void returnsToInterceptors() {
    // When the attempt has ended, the note stays as it was then.
    if (!state.hasEnded()) {
      amongInterceptors = intercepted;
    }
  }

  /** Whether a caller's interceptor has the request, or had it when the attempt ended. */
  boolean isAmongInterceptors() {
    return amongInterceptors;
  }

  /** Notes what was thrown below the caller's interceptors, but not by the network. */
  void innerFailed(Throwable failure) {
    innerFailure = failure;
  }

  @Nullable Throwable innerFailure() {
    return innerFailure;
  }

  /** Notes the credentials of a request: any response may repeat them. */
  void authenticated(Request request) {
    List<Request> known = authenticated;
    for (int i = 0; i < known.size(); i++) {
      if (Credentials.areSame(known.get(i), request)) {
        return;
      }
    }
    authenticated =
        known.isEmpty()
            ? List.of(request)
            : Stream.concat(known.stream(), Stream.of(request)).toList();
  }

  /**
   * The requests that had credentials, one for each different set: a token can change, and a
   * caller's client may add its own. Empty if the attempt ended earlier.
   */
  List<Request> authenticated() {
    return authenticated;
  }

  /** Notes the response of the server. */
  void responded(Response response) {
    authenticated(response.request());
    onWire = response;
    networkFailure = null;
  }

  /** Whether the body on the wire has a {@code Content-Encoding}. */
  boolean isEncoded() {
    return onWire != null && onWire.header("Content-Encoding") != null;
  }

  /** Notes a failure of the network, before the response or in its body. */
  void networkFailed(Throwable failure) {
    networkFailure = failure;
  }

  @Nullable Throwable networkFailure() {
    return networkFailure;
  }

  /** Notes the first failure of the caller's code. */
  void foreignFailed(Throwable failure) {
    if (foreignFailure == null) {
      foreignFailure = failure;
    }
  }

  @Nullable Throwable foreignFailure() {
    return foreignFailure;
  }

  void received(Received response) {
    unsettled = repeated || (sent && !isRefusal(statusOnWire()));
    // An earlier failure does not belong to this response.
    networkFailure = null;
    received = response;
  }

  /** Notes the server's last response, which the caller's interceptors did not pass on. */
  void receivedFromWire(BodyHead head) {
    if (onWire != null) {
      received(new Received(onWire, head));
    }
  }

  /** From now on, a response that says {@code "success": false} is a refusal. */
  void requireSuccess() {
    requiresSuccess = true;
  }

  boolean requiresSuccess() {
    return requiresSuccess;
  }

  /** Notes that the response says {@code "success": false}, and that it matters. */
  void saidFailure() {
    saysFailure = true;
  }

  boolean saysFailure() {
    return saysFailure;
  }

  @Nullable Received received() {
    return received;
  }

  /** Closes a response that nobody will read to its end. */
  void closeResponse() {
    Received last = received;
    if (last != null) {
      try {
        last.response().close();
      } catch (Throwable callersCodeFailed) {
        foreignFailed(callersCodeFailed);
      }
    }
  }
}
