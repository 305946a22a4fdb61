package io.github.aigateway.internal.http;

import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. Immutable, and without credentials. */
public sealed interface Outcome<T> {

  /** Whether the server may have made the change, if the request asks for one. */
  boolean mayHaveBeenApplied();

  /** The outcome in a few words, for the log. */
  String describe();

  /** The id of the request, if there was a response that carried one. */
  @Nullable String requestId();

  /** A failure as the outcome of a request for another value. */
  @SuppressWarnings("unchecked") // a failure holds no value
  default <R> Outcome<R> withoutValue() {
    if (this instanceof Understood<T>) {
      throw new IllegalStateException("This outcome has a value.");
    }
    return (Outcome<R>) this;
  }

  /**
   * A response that was understood.
   *
   * @param response the response without its body
   * @param requestId the id under which Cloudflare's support finds the request
   */
  record Understood<T>(T value, Response response, @Nullable String requestId)
      implements Outcome<T> {

    /** The same response, understood as another value. */
    public <R> Understood<R> as(R other) {
      return new Understood<>(other, response, requestId);
    }

    @Override
    public boolean mayHaveBeenApplied() {
      return true;
    }

    @Override
    public String describe() {
      return "status " + response.code();
    }
  }

  /**
   * The API refused: a status of 400 or above, or {@code "success": false}.
   *
   * @param errors the errors in the body
   * @param unsettled whether the change may have been made nevertheless: the request was sent more
   *     than once, or an interceptor made the response
   * @param cause why the body could not be read to its end; null if it could
   */
  record Refused<T>(
      Evidence evidence,
      Headers headers,
      ErrorBody errors,
      boolean unsettled,
      @Nullable Throwable cause)
      implements Outcome<T> {

    /** The edge can send a status of 500 or above after the API did the work. */
    @Override
    public boolean mayHaveBeenApplied() {
      return unsettled || evidence.status() < 400 || evidence.status() >= 500;
    }

    @Override
    public String describe() {
      return "status " + evidence.status() + suffix(cause);
    }

    @Override
    public @Nullable String requestId() {
      return evidence.requestId();
    }
  }

  /**
   * A response that makes no sense.
   *
   * @param problem what is wrong with it
   * @param cause why it could not be read; null if it could
   */
  record Invalid<T>(Evidence evidence, String problem, @Nullable Throwable cause)
      implements Outcome<T> {

    @Override
    public boolean mayHaveBeenApplied() {
      return true;
    }

    @Override
    public String describe() {
      return "status " + evidence.status() + suffix(cause);
    }

    @Override
    public @Nullable String requestId() {
      return evidence.requestId();
    }
  }

  /**
   * No response, or one that broke off.
   *
   * @param sent whether the server may have seen the request
   * @param temporary whether the same request may succeed a little later
   * @param detail the message of the failure, without credentials
   * @param cause the failure; null if there is none, or if it quotes a credential
   */
  record NoResponse<T>(
      Reason reason,
      boolean sent,
      boolean temporary,
      @Nullable String detail,
      @Nullable Throwable cause)
      implements Outcome<T> {

    /** An attempt that was never begun. */
    public static <T> NoResponse<T> unsent(Reason reason) {
      return new NoResponse<>(reason, false, false, null, null);
    }

    @Override
    public boolean mayHaveBeenApplied() {
      return sent;
    }

    @Override
    public String describe() {
      return cause == null ? reason.name() : cause.getClass().getSimpleName();
    }

    @Override
    public @Nullable String requestId() {
      return null;
    }
  }

  /** Why there is no response. */
  enum Reason {
    /** No connection could be made. */
    CONNECT(true),
    /** The connection broke. */
    CONNECTION_LOST(true),
    /** What came is not HTTP. */
    PROTOCOL(true),
    /** Time ran out. */
    TIMEOUT(true),
    /** The call was cancelled, or the client was closed. */
    CANCELLED(false),
    /** The thread was interrupted. */
    INTERRUPTED(false),
    /** There is no API token. */
    CREDENTIALS(false),
    /** The caller's own code in the HTTP client failed. */
    HTTP_CLIENT(false);

    /** Whether the network, or what is behind it, is at fault. */
    final boolean isOfNetwork;

    Reason(boolean isOfNetwork) {
      this.isOfNetwork = isOfNetwork;
    }
  }

  private static String suffix(@Nullable Throwable cause) {
    return cause == null ? "" : ", " + cause.getClass().getSimpleName();
  }
}
