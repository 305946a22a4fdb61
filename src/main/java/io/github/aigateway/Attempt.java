package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one try while it goes through OkHttp, carried by the request as a tag. Written
 * on the thread that runs the try and read after it ended.
 */
final class Attempt implements Runnable {

  /** How much of a body is kept as evidence. */
  static final int EVIDENCE_BYTES = 8 * 1024;

  private final @Nullable HttpStack owner;
  private final Duration connectTimeout;
  private final Buffer evidence = new Buffer();
  private @Nullable CallRun<?, ?> run;
  private @Nullable Call call;
  private volatile AlarmClock.@Nullable Alarm alarm;
  private volatile boolean timedOut;
  private volatile @Nullable PendingCall<?, ?> pending;
  private volatile boolean sent;
  private volatile boolean onReusedConnection;
  private volatile @Nullable Response answer;
  private volatile @Nullable Request authenticated;
  private volatile @Nullable IOException bodyFailure;
  private @Nullable String evidenceText;
  private @Nullable ErrorDecoder decoded;

  /**
   * Starts a try.
   *
   * @param owner whose request it is; null as long as there is none
   */
  Attempt(@Nullable HttpStack owner, Duration connectTimeout) {
    this.owner = owner;
    this.connectTimeout = connectTimeout;
  }

  static @Nullable Attempt of(Request request) {
    return request.tag(Attempt.class);
  }

  @Nullable HttpStack owner() {
    return owner;
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  /** Says of which call this is a try. */
  void belongsTo(CallRun<?, ?> run) {
    this.run = run;
  }

  /** OkHttp runs the try: from here on, its time counts. */
  void begin(Call call) {
    if (run != null && alarm == null) {
      this.call = call;
      alarm = run.atEndOfTry(this);
    }
  }

  /** The time of the try is over. */
  @Override
  public void run() {
    timedOut = true;
    if (call != null) {
      call.cancel();
    }
  }

  boolean hasBegun() {
    return alarm != null;
  }

  /** The try has ended: its time does not count any more. */
  void end() {
    AlarmClock.Alarm set = alarm;
    if (set != null) {
      set.stop();
    }
  }

  boolean timedOut() {
    return timedOut;
  }

  /** Whose try it is, where it may wait for its turn. */
  void pending(PendingCall<?, ?> call) {
    pending = call;
  }

  /** The client is closed: a try that waits for its turn ends now, not when that comes. */
  void closed() {
    PendingCall<?, ?> call = pending;
    if (call != null) {
      call.endUnlessBegun(Reason.CANCELLED);
    }
  }

  /** There is a connection: from here on, the server may see the request. */
  void sending(boolean onReusedConnection) {
    this.onReusedConnection = onReusedConnection;
    sent = true;
  }

  boolean sent() {
    return sent;
  }

  boolean diedOnReusedConnection() {
    return onReusedConnection && answer == null;
  }

  /**
   * An answer begins; a caller's interceptor may have asked for several, of which the last counts.
   */
  void answered(Response response) {
    answer = response;
    bodyFailure = null;
    evidence.clear();
    evidenceText = null;
    decoded = null;
  }

  @Nullable Response answer() {
    return answer;
  }

  /** The request has its credentials now, which may come back in the answer. */
  void authenticated(Request request) {
    authenticated = request;
  }

  /** The text without the credentials of this try. */
  String redacted(String text) {
    Request request = authenticated;
    return request == null ? text : new Redactor(request).redact(text);
  }

  /** The cause of a failure; none if it quotes the credentials, as where they are names in JSON. */
  @Nullable Throwable harmless(@Nullable Throwable cause) {
    for (Throwable link = cause; link != null; link = link.getCause()) {
      String message = String.valueOf(link.getMessage());
      if (!redacted(message).equals(message)) {
        return null;
      }
    }
    return cause;
  }

  /**
   * Keeps the head of the body. The bytes are copied: a buffer that shares its memory cannot give
   * it back, so that each call would need new one.
   */
  void keep(Buffer source, long offset, long count) throws IOException {
    long room = EVIDENCE_BYTES - evidence.size();
    if (room > 0) {
      source.copyTo(evidence.outputStream(), offset, Math.min(room, count));
    }
  }

  /** The answer was understood: gives the memory of the evidence back. */
  void succeeded() {
    evidence.clear();
  }

  /** The head of the body as text, without the credentials; asked for when the try has ended. */
  String evidence() {
    String text = evidenceText;
    if (text == null) {
      text = redacted(evidence.clone().readUtf8());
      evidenceText = text;
    }
    return text;
  }

  /** What the evidence says of errors. */
  ErrorDecoder decoded() {
    ErrorDecoder errors = decoded;
    if (errors == null) {
      errors = ErrorDecoder.decode(evidence());
      decoded = errors;
    }
    return errors;
  }

  /** The body could not be read to its end: a fault of the network, not of what was in it. */
  void bodyFailed(IOException failure) {
    bodyFailure = failure;
  }

  boolean bodyBroke() {
    return bodyFailure != null;
  }
}
