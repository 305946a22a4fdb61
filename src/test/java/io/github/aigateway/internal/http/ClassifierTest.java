package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.IdentityInterceptor.NoCredentialsException;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.charset.CharacterCodingException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Response;

/** What an attempt came to, by what was seen of it. */
class ClassifierTest {

  private static final Request REQUEST =
      new Request.Builder()
          .url("https://a.example")
          .header("Authorization", "Bearer open-sesame-now")
          .build();

  private final Trace trace =
      new Trace(new KeptConnections(null), Effect.REPLACES, Duration.ofSeconds(1));

  @SuppressWarnings("NullAway") // nothing is called
  private final CallSpec<String, String> spec =
      new CallSpec<>("get", null, body -> new Envelope<>(true, body));

  @Test
  void whatFailsBeforeItIsSentHasNoConnection() {
    begin();
    assertReason(Reason.CONNECT, new EOFException(), false);
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.EOFException, CONNECTION_LOST",
    "java.io.InterruptedIOException, TIMEOUT",
    "java.net.ProtocolException, PROTOCOL"
  })
  void whatFailsAfterItWasSentHasItsReason(Class<? extends IOException> type, Reason reason)
      throws ReflectiveOperationException {
    send();
    assertReason(reason, type.getDeclaredConstructor().newInstance(), true);
  }

  @Test
  void aBodyThatEndsTooEarlyIsALostConnection() {
    send();
    assertReason(Reason.CONNECTION_LOST, new ProtocolException("unexpected end of stream"), true);
  }

  @Test
  void withoutATokenNothingWasSent() {
    begin();
    assertReason(Reason.CREDENTIALS, new NoCredentialsException(new IOException()), false);
  }

  @Test
  void anInterruptIsTheReasonWhateverFailed() {
    send();
    Thread.currentThread().interrupt();
    NoResponse<?> none = none(failed(new EOFException()));
    assertTrue(Thread.interrupted());
    assertEquals(Reason.INTERRUPTED, none.reason());
  }

  @Test
  void whatTheCallersClientRefusesIsNamedByItsThrower() {
    RejectedExecutionException refused = new RejectedExecutionException("full");
    IOException rejected = new InterruptedIOException("executor rejected");
    rejected.initCause(refused);
    NoResponse<?> none = none(failed(rejected));
    assertEquals(Reason.HTTP_CLIENT, none.reason());
    assertSame(refused, none.cause());
    assertFalse(none.sent());
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatAListenerThrowsIsFoundBehindOkHttpsOwnException(boolean asCause) {
    IllegalStateException thrown = new IllegalStateException("from a listener");
    Trace other = sent();
    IOException cancelled = new IOException("canceled due to " + thrown);
    if (asCause) {
      cancelled.initCause(thrown);
    } else {
      cancelled.addSuppressed(thrown);
    }
    assertSame(thrown, none(ended(other, null, cancelled, true)).cause());
  }

  @Test
  void whatSomebodyElseCancelledIsCancelled() {
    Outcome<String> outcome = ended(sent(), null, new IOException("Canceled"), true);
    assertEquals(Reason.CANCELLED, none(outcome).reason());
    assertFalse(none(outcome).passing());
  }

  @Test
  void whatSomebodyElseCancelsAfterTheResponseIsCancelled() {
    send();
    received(200, "");
    Outcome<String> outcome = ended(trace, null, new IOException("Canceled"), true);
    assertEquals(Reason.CANCELLED, none(outcome).reason());
    assertTrue(none(outcome).sent());
  }

  @Test
  void whatIsWrongForGoodDoesNotPass() {
    begin();
    assertTrue(none(failed(new EOFException())).passing());
    assertFalse(none(ended(begun(), null, new SSLPeerUnverifiedException(""), false)).passing());
    SSLHandshakeException untrusted = new SSLHandshakeException("");
    assertTrue(none(ended(begun(), null, untrusted, false)).passing());
    untrusted.initCause(new CertificateException());
    assertFalse(none(ended(begun(), null, untrusted, false)).passing());
  }

  @ParameterizedTest
  @CsvSource({
    "TIME, WAITING, TIMEOUT, false",
    "TIME, BEGUN, CONNECT, false",
    "TIME, SENDING, TIMEOUT, true",
    "CLOSING, BEGUN, CANCELLED, false",
    "CALLER, SENDING, CANCELLED, true"
  })
  void whoeverEndsAnAttemptTheServerMayHaveSeenItIfItWasSent(
      By by, AttemptState.Going from, Reason reason, boolean sent) {
    if (from != AttemptState.Going.WAITING) {
      begin();
    }
    if (from == AttemptState.Going.SENDING) {
      trace.send();
    }
    trace.state().end(by);
    NoResponse<?> none = none(outcome(trace, null, null, true));
    assertEquals(reason, none.reason());
    assertEquals(sent, none.sent());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsAmongACallersInterceptorsMayHaveBeenSentInAnotherWay(By by) {
    trace.begin(1);
    trace.intercepted();
    trace.state().end(by);
    NoResponse<?> none =
        none(outcome(trace, null, by == By.ITSELF ? new AssertionError() : null, true));
    assertTrue(none.sent());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsBelowACallersInterceptorsWasNotSent(By by) {
    AssertionError thrown = new AssertionError();
    trace.intercepted();
    trace.leavesInterceptors();
    begin();
    if (by == By.ITSELF) {
      trace.innerFailed(thrown);
      trace.returnsToInterceptors();
    }
    trace.state().end(by);
    trace.returnsToInterceptors();
    assertFalse(none(outcome(trace, null, by == By.ITSELF ? thrown : null, true)).sent());
  }

  @Test
  void theStatusOfAnErrorIsWorthMoreThanTheRestOfItsBody() {
    send();
    received(503, "{", "Retry-After", "5", "cf-ray", "ray");
    trace.state().end(By.TIME);
    Refused<?> refused = assertInstanceOf(Refused.class, outcome(trace, null, null, true));
    assertEquals(new Evidence(503, "ray", Duration.ofSeconds(5), "{"), refused.evidence());
    assertInstanceOf(InterruptedIOException.class, refused.cause());
  }

  @Test
  void aValueIsUnderstood() {
    send();
    received(200, "value", "cf-ray", "open-sesame-now");
    Understood<?> understood =
        assertInstanceOf(Understood.class, ended(trace, Response.success("value"), null, false));
    assertEquals("value", understood.value());
    assertEquals("***", understood.requestId());
  }

  @Test
  void theWaitOfTheEdgeIsInItsBody() {
    send();
    received(429, "{\"retry_after\": 7}");
    Outcome<String> outcome =
        ended(trace, Response.error(429, ResponseBody.create("", null)), null, false);
    assertEquals(
        Duration.ofSeconds(7), assertInstanceOf(Refused.class, outcome).evidence().retryAfter());
  }

  @ParameterizedTest
  @CsvSource({
    "'  ', the body is empty",
    "' <html>', 'the body is a web page, not JSON'",
    "'{\"a\": ', 'the body is not JSON, or cut short (text/plain)'"
  })
  void aBodyThatCannotBeReadIsDescribed(String body, String description) {
    send();
    received(200, body, "Content-Type", "text/plain");
    assertEquals(description, invalid(new EOFException()).problem());
  }

  @Test
  void whatTheReaderSaysIsTakenAsItIs() {
    send();
    received(200, "{");
    assertEquals("result: no", invalid(new JsonParseException("result: no")).problem());
  }

  @Test
  void aBodyThatIsNotTextIsDescribed() {
    send();
    received(200, "{");
    assertEquals("the body is not UTF-8", invalid(new CharacterCodingException()).problem());
  }

  @Test
  void aBodyThatSaysThatTheCallFailedIsARefusal() {
    send();
    received(200, "{\"success\": false, ");
    assertInstanceOf(Refused.class, failed(new EOFException()));
  }

  @ParameterizedTest
  @CsvSource({
    "//b.example/c?d, the host b.example",
    ", an unreadable address",
    "x:y, an unreadable address"
  })
  void aRedirectNamesTheHostAlone(@Nullable String location, String target) {
    send();
    received(302, "", location == null ? new String[0] : new String[] {"Location", location});
    Outcome<String> outcome =
        ended(trace, Response.error(ResponseBody.create("", null), raw(302)), null, false);
    assertEquals(
        "the response redirects to " + target, assertInstanceOf(Invalid.class, outcome).problem());
  }

  @Test
  void aCauseThatQuotesACredentialIsNotKept() {
    send();
    IOException quoting = new IOException("no", new IOException("open-sesame-now"));
    NoResponse<?> none = none(failed(quoting));
    assertNull(none.cause());
    assertEquals("no", none.detail());
  }

  @Test
  void aMessageThatQuotesACredentialIsMasked() {
    send();
    assertEquals("is ***", none(failed(new IOException("is open-sesame-now"))).detail());
  }

  private void begin() {
    trace.begin(1);
    trace.authenticated(REQUEST);
  }

  private void send() {
    begin();
    trace.send();
  }

  private static Trace begun() {
    Trace begun = new Trace(new KeptConnections(null), Effect.REPLACES, Duration.ofSeconds(1));
    begun.begin(1);
    begun.authenticated(REQUEST);
    return begun;
  }

  private static Trace sent() {
    Trace sent = begun();
    sent.send();
    return sent;
  }

  private void received(int status, String body, String... headers) {
    BodyHead head = new BodyHead();
    Buffer buffer = new Buffer().writeUtf8(body);
    try {
      head.keep(buffer, 0, buffer.size());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    trace.received(
        new Trace.Received(raw(status).newBuilder().headers(Headers.of(headers)).build(), head));
  }

  private static okhttp3.Response raw(int status) {
    return new okhttp3.Response.Builder()
        .request(REQUEST)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .build();
  }

  private void assertReason(Reason reason, IOException thrown, boolean sent) {
    NoResponse<?> none = none(failed(thrown));
    assertEquals(reason, none.reason());
    assertEquals(sent, none.sent());
    assertSame(thrown, none.cause());
  }

  private Outcome<String> failed(Throwable thrown) {
    return ended(trace, null, thrown, false);
  }

  private Outcome<String> ended(
      Trace of,
      @Nullable Response<String> response,
      @Nullable Throwable thrown,
      boolean cancelled) {
    of.state().end(By.ITSELF);
    return outcome(of, response, thrown, cancelled);
  }

  private Outcome<String> outcome(
      Trace of,
      @Nullable Response<String> response,
      @Nullable Throwable thrown,
      boolean cancelled) {
    return Classifier.outcome(spec, of, response, thrown, cancelled, Instant.EPOCH);
  }

  private Invalid<?> invalid(Throwable thrown) {
    return assertInstanceOf(Invalid.class, failed(thrown));
  }

  private static NoResponse<?> none(Outcome<?> outcome) {
    return assertInstanceOf(NoResponse.class, outcome);
  }
}
