package io.github.aigateway.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okhttp3.Headers;

/**
 * One way for a request to go wrong. The request is not applied to the gateways, unless {@link
 * #afterApplying()} says so; only the faults that leave the response whole ({@link #delayHeaders},
 * {@link #delayBody}, {@link #slowBody}, {@link #informational}, {@link #closeAfterResponse})
 * always apply it. A fault is immutable, can be used any number of times and by several threads.
 */
public final class Fault {
  private final String name;
  private final boolean applied;
  private final UnaryOperator<FakeResponse> change;
  private final Delivery delivery;

  private Fault(
      String name, boolean applied, UnaryOperator<FakeResponse> change, Delivery delivery) {
    this.name = name;
    this.applied = applied;
    this.change = change;
    this.delivery = delivery;
  }

  /**
   * Responses with a status and Cloudflare's envelope; without a body for 204 and 304. The error's
   * code is the API's if it has one for the status (429 is 971), and the status otherwise.
   *
   * @throws IllegalArgumentException if the status is not within 200 and 999
   */
  public static Fault status(int status) {
    checkStatus(status);
    return responding("status " + status, FaultResponses.status(status));
  }

  /** Responses with a status and Cloudflare's envelope holding one error. */
  public static Fault status(int status, int code, String message) {
    checkStatus(status);
    Objects.requireNonNull(message, "message");
    return responding(
        "status " + status + " code " + code, FaultResponses.refusal(status, code, message));
  }

  /** Responses 429 with code 971 and {@code Retry-After} in seconds, rounded up. */
  public static Fault throttled(Duration retryAfter) {
    checkNotNegative(retryAfter, "retryAfter");
    long seconds = retryAfter.getSeconds() + (retryAfter.getNano() > 0 ? 1 : 0);
    return throttled(Long.toString(seconds));
  }

  /** Responses 429 with code 971 and {@code Retry-After} as given, such as an HTTP date. */
  public static Fault throttled(String retryAfter) {
    return status(429).header("Retry-After", retryAfter);
  }

  /** Responses 200 with {@code "success": false} and one error. */
  public static Fault unsuccessful(int code, String message) {
    Objects.requireNonNull(message, "message");
    return responding("unsuccessful 200", FaultResponses.refusal(200, code, message));
  }

  /** Responses with an HTML page, as the edge does when it can not reach the API. */
  public static Fault htmlPage(int status) {
    checkStatus(status);
    return responding("HTML page " + status, FaultResponses.htmlPage(status));
  }

  /** Responses with a line of plain text. */
  public static Fault textPage(int status) {
    checkStatus(status);
    return responding("text page " + status, FaultResponses.textPage(status));
  }

  /** Responses with a status and no body at all. */
  public static Fault emptyBody(int status) {
    checkStatus(status);
    return responding("empty body " + status, FakeResponse.empty(status));
  }

  /** Responses with a status and this text as {@code application/json}, whatever it holds. */
  public static Fault body(int status, String json) {
    Objects.requireNonNull(json, "json");
    return body(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Responses with a status and these bytes as they are. */
  public static Fault body(int status, String contentType, byte[] body) {
    checkStatus(status);
    checkHeader("Content-Type", contentType);
    Objects.requireNonNull(body, "body");
    return responding(
        "body of " + body.length + " bytes " + status, FakeResponse.of(status, contentType, body));
  }

  /** Responses 302 with this {@code Location}. */
  public static Fault redirect(String location) {
    return redirect(302, location);
  }

  /** Responses with a status from 300 to 399 and this {@code Location}. */
  public static Fault redirect(int status, String location) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException("status: " + status + " is not within 300 and 399");
    }
    return responding("redirect " + status, FakeResponse.empty(status))
        .header("Location", location);
  }

  /**
   * Responses 200 with one JSON string of so many bytes, which is never held in memory.
   *
   * @throws IllegalArgumentException if there are fewer than two bytes, which the quotes take
   */
  public static Fault hugeBody(long bytes) {
    if (bytes < 2) {
      throw new IllegalArgumentException("bytes: " + bytes + " is less than 2");
    }
    FakeResponse response = FakeResponse.json(200, "");
    return new Fault("huge body", false, real -> response, Delivery.huge(bytes));
  }

  /** Responses correctly as far as HTTP goes, with the first half of the JSON. */
  public static Fault truncatedJson() {
    return new Fault("truncated JSON", false, FakeResponse::halved, Delivery.whole());
  }

  /** Sends half of the body that {@code Content-Length} announces, then ends the connection. */
  public static Fault truncatedBody() {
    return spoiling("truncated body", Delivery.halfThenEnd());
  }

  /** Sends the whole body in chunks, then ends the connection without the last, empty chunk. */
  public static Fault missingLastChunk() {
    return spoiling("missing last chunk", Delivery.withoutLastChunk());
  }

  /** Announces this {@code Content-Length}, sends the whole body, then ends the connection. */
  public static Fault wrongContentLength(long announced) {
    if (announced < 0) {
      throw new IllegalArgumentException("announced: " + announced + " is negative");
    }
    return spoiling("Content-Length " + announced, Delivery.withLength(announced));
  }

  /** Calls the body gzip, which it is not. */
  public static Fault wrongGzip() {
    return spoiling("wrong gzip", Delivery.whole()).header("Content-Encoding", "gzip");
  }

  /** Reads the request and stays silent until the client goes. */
  public static Fault noResponse() {
    return spoiling("no response", Delivery.silence());
  }

  /** Sends the headers and half of the body, then stays silent until the client goes. */
  public static Fault stalledBody() {
    return spoiling("stalled body", Delivery.halfThenSilence());
  }

  /** Ends the connection in an orderly way without a response. */
  public static Fault disconnectBeforeResponse() {
    return spoiling("disconnect before the response", Delivery.end());
  }

  /** Resets the connection without a response. */
  public static Fault resetBeforeResponse() {
    return spoiling("reset before the response", Delivery.reset());
  }

  /** Sends the headers and half of the body, then resets the connection. */
  public static Fault resetDuringResponse() {
    return spoiling("reset during the response", Delivery.halfThenReset());
  }

  /** Applies the request, then resets the connection without a response. */
  public static Fault responseLost() {
    return resetBeforeResponse().afterApplying();
  }

  /** Writes these bytes instead of an HTTP response, then ends the connection. */
  public static Fault raw(byte[] bytes) {
    return spoiling("raw bytes", Delivery.raw(bytes.clone()));
  }

  /** Applies the request, and sends its response after a delay. */
  public static Fault delayHeaders(Duration delay) {
    checkNotNegative(delay, "delay");
    return spoiling("headers after " + delay, Delivery.afterDelay(delay)).afterApplying();
  }

  /** Applies the request, sends the headers at once and the body after a delay. */
  public static Fault delayBody(Duration delay) {
    checkNotNegative(delay, "delay");
    return spoiling("body after " + delay, Delivery.bodyAfterDelay(delay)).afterApplying();
  }

  /** Applies the request, and sends the body so many bytes at a time, with a pause after each. */
  public static Fault slowBody(int bytes, Duration pause) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes: " + bytes + " is less than 1");
    }
    checkNotNegative(pause, "pause");
    return spoiling("slow body", Delivery.inPieces(bytes, pause)).afterApplying();
  }

  /** Applies the request, and sends an informational response before the real one. */
  public static Fault informational(int status) {
    if (status < 100 || status > 199 || status == 101) {
      throw new IllegalArgumentException("status: " + status + " is not informational");
    }
    return spoiling("informational " + status, Delivery.afterInformational(status)).afterApplying();
  }

  /** Applies the request and responses it, then ends the connection without having said so. */
  public static Fault closeAfterResponse() {
    return spoiling("close after the response", Delivery.thenClose()).afterApplying();
  }

  /** Returns this fault with the request applied to the gateways before it fails. */
  public Fault afterApplying() {
    return new Fault(name, true, change, delivery);
  }

  /**
   * Returns this fault with one more header in its response, instead of one of the same name.
   *
   * @throws IllegalArgumentException if HTTP does not allow the name or the value
   */
  public Fault header(String name, String value) {
    checkHeader(name, value);
    UnaryOperator<FakeResponse> before = change;
    return new Fault(this.name, applied, real -> before.apply(real).header(name, value), delivery);
  }

  /** Returns whether the request is applied to the gateways. */
  public boolean isApplied() {
    return applied;
  }

  /** Describes the fault, for test reports. */
  @Override
  public String toString() {
    return applied ? name + ", applied" : name;
  }

  FakeResponse change(FakeResponse real) {
    return change.apply(real);
  }

  Delivery delivery() {
    return delivery;
  }

  private static Fault responding(String name, FakeResponse response) {
    return new Fault(name, false, real -> response, Delivery.whole());
  }

  private static Fault spoiling(String name, Delivery delivery) {
    return new Fault(name, false, UnaryOperator.identity(), delivery);
  }

  private static void checkStatus(int status) {
    if (status < 200 || status > 999) {
      throw new IllegalArgumentException("status: " + status + " is not within 200 and 999");
    }
  }

  private static void checkNotNegative(Duration duration, String name) {
    if (Objects.requireNonNull(duration, name).isNegative()) {
      throw new IllegalArgumentException(name + ": " + duration + " is negative");
    }
  }

  private static void checkHeader(String name, String value) {
    Headers.of(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
  }
}
