package io.github.aigateway.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of an attempt on its way. It belongs to the HTTP call: a caller's interceptor can
 * pass on another request, and cannot lose it.
 *
 * <p>The thread that runs the attempt takes the notes, and reads them when the attempt has come to
 * its own end. Whoever ends it otherwise looks at those alone that are volatile.
 */
final class Trace {

  /** A response that comes out of all interceptors. */
  record Received(Response response, BodyHead head) {}

  private final KeptConnections connections;
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

  /**
   * Starts a trace.
   *
   * @param connections whose call it is: others may go through an HTTP client that a caller shares
   * @param connectTimeout null for a bare call, which nobody runs as an attempt
   */
  Trace(KeptConnections connections, Effect effect, @Nullable Duration connectTimeout) {
    this.connections = connections;
    this.effect = effect;
    this.connectTimeout = connectTimeout;
  }

  static Trace of(Call call) {
    Trace trace = call.request().tag(Trace.class);
    return Objects.requireNonNull(trace, "not a call of ours");
  }

  KeptConnections connections() {
    return connections;
  }

  Effect effect() {
    return effect;
  }

  @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  /** Whether the call is made through the generated interface alone. */
  boolean isBare() {
    return connectTimeout == null;
  }

  AttemptState state() {
    return state;
  }

  /** Whether the attempt may begin: not if it has ended, and none of a client that is closed. */
  boolean begin(long nanos) {
    return !connections.areClosed() && state.begin(nanos);
  }

  /**
   * Whether the request may be sent: not if the attempt has ended or the client is closed, and a
   * create not twice, unless it was throttled.
   */
  boolean send() {
    if (connections.areClosed()) {
      return false;
    }
    if (state.send()) {
      sent = true;
      return true;
    }
    int status = statusOnWire();
    repeated |= !isRefusal(status);
    if (!state.isSending() || (effect == Effect.CREATES && status != 429)) {
      return false;
    }
    onWire = null;
    networkFailure = null;
    return true;
  }

  /** What the server said to the request as it was last sent; 0 if it is not known. */
  private int statusOnWire() {
    return networkFailure != null || onWire == null ? 0 : onWire.code();
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  /**
   * Whether the request was sent, and what came of that is not known, whatever the response says:
   * OkHttp or a caller's interceptor sent it more than once, or the interceptor made the response.
   */
  boolean isUnsettled() {
    return unsettled;
  }

  /** The request goes to interceptors of the caller's, of which each may send it in another way. */
  void intercepted() {
    intercepted = true;
    amongInterceptors = true;
  }

  /** The request leaves the caller's interceptors: whatever is sent now is noticed. */
  void leavesInterceptors() {
    amongInterceptors = false;
  }

  /** What came of the request goes back to the caller's interceptors. */
  void returnsToInterceptors() {
    // Not if it does so because the attempt has ended.
    if (!state.hasEnded()) {
      amongInterceptors = intercepted;
    }
  }

  /** Whether an interceptor of the caller's has the request, or had it when the attempt ended. */
  boolean isAmongInterceptors() {
    return amongInterceptors;
  }

  /** This was thrown below the caller's interceptors, and is no failure of the network. */
  void innerFailed(Throwable failure) {
    innerFailure = failure;
  }

  @Nullable Throwable innerFailure() {
    return innerFailure;
  }

  /** The request was made with these credentials, which may come back in any response. */
  void authenticated(Request request) {
    List<Request> known = authenticated;
    for (int i = 0; i < known.size(); i++) {
      if (Credentials.areSame(known.get(i), request)) {
        return;
      }
    }
    List<Request> more = new ArrayList<>(known);
    more.add(request);
    authenticated = List.copyOf(more);
  }

  /**
   * The requests that were authenticated, one for each way it was done: a token can change, and a
   * caller's client may authenticate otherwise. Empty if the attempt did not come as far as that.
   */
  List<Request> authenticated() {
    return authenticated;
  }

  /** The server responds. */
  void responded(Response response) {
    authenticated(response.request());
    onWire = response;
    networkFailure = null;
  }

  /** Whether the body on the wire has a {@code Content-Encoding}. */
  boolean isEncoded() {
    return onWire != null && onWire.header("Content-Encoding") != null;
  }

  /** What failed below the caller's interceptors, before the response or in its body. */
  void networkFailed(Throwable failure) {
    networkFailure = failure;
  }

  @Nullable Throwable networkFailure() {
    return networkFailure;
  }

  /** Code that is neither ours nor OkHttp's failed. */
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
    // What failed before belongs to another response, or to none.
    networkFailure = null;
    received = response;
  }

  /** The last response is on the wire, and does not come out of the interceptors. */
  void receivedFromWire(BodyHead head) {
    if (onWire != null) {
      received(new Received(onWire, head));
    }
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
