package io.github.aigateway;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one try while it goes through OkHttp, carried by the request as a tag. Written
 * on the thread that runs the try and read after it ended.
 */
final class Attempt {

  /** How much of a body is kept as evidence. */
  static final int EVIDENCE_BYTES = 8 * 1024;

  private final Duration connectTimeout;
  private final Buffer evidence = new Buffer();
  private volatile boolean sent;
  private volatile boolean onReusedConnection;
  private volatile @Nullable Response answer;
  private volatile @Nullable String secret;
  private volatile @Nullable IOException bodyFailure;

  Attempt(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  static @Nullable Attempt of(Request request) {
    return request.tag(Attempt.class);
  }

  Duration connectTimeout() {
    return connectTimeout;
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
  }

  @Nullable Response answer() {
    return answer;
  }

  /** The request carries this token or key, which a server may send back. */
  void carries(String secret) {
    this.secret = secret;
  }

  /** Keeps the head of the body; the bytes are shared with the buffer they were read into. */
  void keep(Buffer source, long offset, long count) {
    long room = EVIDENCE_BYTES - evidence.size();
    if (room > 0) {
      source.copyTo(evidence, offset, Math.min(room, count));
    }
  }

  /** The head of the body as text, without the secret that the request carried. */
  String evidence() {
    String text = evidence.clone().readUtf8();
    String hidden = secret;
    if (hidden == null) {
      return text;
    }
    String masked = text.replace(hidden, "***");
    return evidence.size() < EVIDENCE_BYTES ? masked : withoutCutSecret(masked, hidden);
  }

  /** Where the text was cut, it may end with the first half of the secret. */
  private static String withoutCutSecret(String text, String secret) {
    for (int length = Math.min(secret.length() - 1, text.length()); length > 3; length--) {
      if (text.endsWith(secret.substring(0, length))) {
        return text.substring(0, text.length() - length) + "***";
      }
    }
    return text;
  }

  /** The body could not be read to its end: a fault of the network, not of what was in it. */
  void bodyFailed(IOException failure) {
    bodyFailure = failure;
  }

  boolean bodyBroke() {
    return bodyFailure != null;
  }
}
