package io.github.aigateway.internal.http;

import static io.github.aigateway.internal.http.HandAttempt.none;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.AttemptState.Going;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why there is no response, and whether the server may have seen the request all the same. */
class ClassifierWithoutResponseTest {

  private final HandAttempt begun = new HandAttempt().begin();
  private final HandAttempt sent = new HandAttempt().send();

  @Test
  void whatFailsBeforeItIsSentHasNoConnection() {
    assertReason(Reason.CONNECT, false, new EOFException(), begun);
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.EOFException, CONNECTION_LOST",
    "java.io.InterruptedIOException, TIMEOUT",
    "java.net.ProtocolException, PROTOCOL"
  })
  void whatFailsAfterItWasSentHasItsReason(Class<? extends IOException> type, Reason reason)
      throws ReflectiveOperationException {
    assertReason(reason, true, type.getDeclaredConstructor().newInstance(), sent);
  }

  @Test
  void aBodyThatEndsTooEarlyIsALostConnection() {
    ProtocolException broken = new ProtocolException("unexpected end of stream");
    assertReason(Reason.CONNECTION_LOST, true, broken, sent);
  }

  @Test
  void withoutATokenNothingWasSent() {
    NoCredentialsException thrown = new NoCredentialsException("why", new IOException());
    NoResponse<?> none = none(begun.failed(thrown));
    assertEquals(Reason.CREDENTIALS, none.reason());
    assertFalse(none.sent());
    assertEquals("why", none.detail());
    assertSame(thrown.getCause(), none.cause());
  }

  @Test
  void anInterruptIsTheReasonWhateverFailed() {
    Thread.currentThread().interrupt();
    NoResponse<?> none = none(sent.failed(new EOFException()));
    assertTrue(Thread.interrupted());
    assertEquals(Reason.INTERRUPTED, none.reason());
  }

  @Test
  void whatTheCallersClientRefusesIsNamedByItsThrower() {
    RejectedExecutionException refused = new RejectedExecutionException("full");
    IOException rejected = new InterruptedIOException("executor rejected");
    rejected.initCause(refused);
    NoResponse<?> none = none(new HandAttempt().failed(rejected));
    assertEquals(Reason.HTTP_CLIENT, none.reason());
    assertSame(refused, none.cause());
    assertFalse(none.sent());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAListenerThrowsIsFoundBehindOkHttpsOwnException(boolean asCause) {
    IllegalStateException thrown = new IllegalStateException("from a listener");
    IOException cancelled = new IOException("canceled due to " + thrown);
    if (asCause) {
      cancelled.initCause(thrown);
    } else {
      cancelled.addSuppressed(thrown);
    }
    assertSame(thrown, none(sent.cancelled(cancelled)).cause());
  }

  @Test
  void whatSaysNothingOfAListenerIsNoListeners() {
    NoResponse<?> none = none(sent.cancelled(new IOException("canceled due to what?")));
    assertEquals(Reason.CANCELLED, none.reason());
  }

  @Test
  void whatSomebodyElseCancelledIsCancelled() {
    NoResponse<?> none = none(sent.cancelled(new IOException("Canceled")));
    assertEquals(Reason.CANCELLED, none.reason());
    assertFalse(none.temporary());
  }

  @Test
  void whatSomebodyElseCancelsAfterTheResponseIsCancelled() {
    sent.receive(200, "");
    NoResponse<?> none = none(sent.cancelled(new IOException("Canceled")));
    assertEquals(Reason.CANCELLED, none.reason());
    assertTrue(none.sent());
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsATimeout() {
    sent.receive(200, "");
    assertReason(Reason.TIMEOUT, true, new InterruptedIOException("timeout"), sent);
  }

  @Test
  void aBodyThatBreaksOffIsALostConnection() {
    EOFException broken = new EOFException();
    sent.receive(200, "");
    sent.trace().networkFailed(broken);
    assertReason(Reason.CONNECTION_LOST, true, broken, sent);
  }

  @Test
  void whatIsWrongForGoodDoesNotPass() {
    assertTrue(none(begun.failed(new EOFException())).temporary());
    assertFalse(none(begun.failed(new SSLPeerUnverifiedException(""))).temporary());
    SSLHandshakeException untrusted = new SSLHandshakeException("");
    assertTrue(none(begun.failed(untrusted)).temporary());
    untrusted.initCause(new CertificateException());
    assertFalse(none(begun.failed(untrusted)).temporary());
  }

  @ParameterizedTest
  @CsvSource({
    "ATTEMPT_TIME, WAITING, TIMEOUT, false",
    "ATTEMPT_TIME, BEGUN, CONNECT, false",
    "ATTEMPT_TIME, SENDING, TIMEOUT, true",
    "CLOSING, BEGUN, CANCELLED, false",
    "CALLER, SENDING, CANCELLED, true"
  })
  void whoeverEndsAnAttemptTheServerMayHaveSeenItIfItWasSent(
      By by, Going from, Reason reason, boolean seen) {
    HandAttempt attempt =
        switch (from) {
          case WAITING -> new HandAttempt();
          case BEGUN -> begun;
          case SENDING -> sent;
        };
    NoResponse<?> none = none(attempt.ended(by));
    assertEquals(reason, none.reason());
    assertEquals(seen, none.sent());
  }

  @Test
  void aTimeoutNamesTheLimitAndWhatIsMissing() {
    assertEquals(
        "no response within attemptTimeout (30 s)", none(sent.ended(By.ATTEMPT_TIME)).detail());
    assertEquals(
        "no connection within callTimeout (120 s)", none(begun.ended(By.CALL_TIME)).detail());
    assertEquals(
        "no free thread of the HTTP client within callTimeout (120 s)",
        none(new HandAttempt().ended(By.CALL_TIME)).detail());
  }

  @Test
  void whatHasNotComeAsFarAsTheCredentialsDidNotFailToConnect() {
    HandAttempt early = new HandAttempt();
    early.trace().begin(1);
    assertEquals(Reason.TIMEOUT, none(early.ended(By.ATTEMPT_TIME)).reason());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsAmongACallersInterceptorsMayHaveBeenSentInAnotherWay(By by) {
    begun.trace().intercepted();
    assertTrue(none(by == By.ITSELF ? begun.failed(new AssertionError()) : begun.ended(by)).sent());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsBelowACallersInterceptorsWasNotSent(By by) {
    Trace trace = begun.trace();
    AssertionError thrown = new AssertionError();
    trace.intercepted();
    trace.leavesInterceptors();
    if (by == By.ITSELF) {
      trace.innerFailed(thrown);
      trace.returnsToInterceptors();
    }
    trace.state().end(by);
    trace.returnsToInterceptors();
    assertFalse(none(by == By.ITSELF ? begun.failed(thrown) : begun.ended(by)).sent());
  }

  @Test
  void whatTheNetworkRefusesWasNotSentWhateverInterceptorsThereAre() {
    ConnectException refused = new ConnectException();
    begun.trace().intercepted();
    begun.trace().networkFailed(refused);
    assertReason(Reason.CONNECT, false, refused, begun);
  }

  @Test
  void whatFailsAmongACallersInterceptorsAfterAnInnerFailureMayHaveBeenSent() {
    begun.trace().intercepted();
    begun.trace().innerFailed(new IllegalStateException());
    assertTrue(none(begun.failed(new AssertionError())).sent());
  }

  @Test
  void aRequestThatIsHeldBackIsTheCallersDoing() {
    NotSentException heldBack = new NotSentException(null);
    sent.trace().networkFailed(heldBack);
    assertReason(Reason.HTTP_CLIENT, true, heldBack, sent);
  }

  @Test
  void aRequestThatIsHeldBackAfterItFailedHasTheFirstFailure() {
    EOFException first = new EOFException();
    NotSentException heldBack = new NotSentException(first);
    sent.trace().networkFailed(heldBack);
    NoResponse<?> none = none(sent.failed(heldBack));
    assertEquals(Reason.CONNECTION_LOST, none.reason());
    assertSame(first, none.cause());
  }

  @Test
  void anErrorOfTheJvmThatEndsTheReadingIsTheCause() {
    OutOfMemoryError full = new OutOfMemoryError();
    sent.receive(200, "val");
    assertSame(full, none(sent.failed(new UnusableBodyException.NotRead(full))).cause());
  }

  @Test
  void aCauseThatQuotesACredentialIsNotKept() {
    IOException quoting = new IOException("no", new IOException(HandAttempt.TOKEN));
    NoResponse<?> none = none(sent.failed(quoting));
    assertNull(none.cause());
    assertEquals("no", none.detail());
  }

  @Test
  void aMessageThatQuotesACredentialIsMasked() {
    IOException quoting = new IOException("is " + HandAttempt.TOKEN);
    assertEquals("is ***", none(sent.failed(quoting)).detail());
  }

  private static void assertReason(
      Reason reason, boolean sent, IOException thrown, HandAttempt attempt) {
    NoResponse<?> none = none(attempt.failed(thrown));
    assertEquals(reason, none.reason());
    assertEquals(sent, none.sent());
    assertSame(thrown, none.cause());
  }
}
