package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import io.github.aigateway.IdentityInterceptor.NoCredentialsException;
import io.github.aigateway.TransportException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure has its name, and a message of one line. */
class FailuresTest {

  @Test
  void aFailureWithoutAnAnswerHasItsReason() {
    IOException broken = new EOFException();
    assertEquals(Reason.CONNECT, Failures.reason(broken, false));
    assertEquals(Reason.CONNECTION_LOST, Failures.reason(broken, true));
    assertEquals(Reason.TIMEOUT, Failures.reason(new InterruptedIOException(), true));
    assertEquals(Reason.CONNECT, Failures.reason(new InterruptedIOException(), false));
    assertEquals(Reason.HTTP_CLIENT, Failures.reason(new IllegalStateException(), true));
    NoCredentialsException noToken = new NoCredentialsException(broken);
    assertEquals(Reason.CREDENTIALS, Failures.reason(noToken, false));
    assertFalse(Failures.endedFromThisSide(broken));
    assertTrue(Failures.endedFromThisSide(new InterruptedIOException()));
  }

  @Test
  void anInterruptIsTheReasonWhateverFailed() {
    Thread.currentThread().interrupt();
    assertEquals(Reason.INTERRUPTED, Failures.reason(new EOFException(), true));
    assertTrue(Failures.endedFromThisSide(new EOFException()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void whatIsWrongForGoodDoesNotPass() {
    IOException broken = new EOFException();
    assertTrue(Failures.mayPass(Reason.CONNECT, broken));
    assertTrue(Failures.mayPass(Reason.TIMEOUT, broken));
    assertFalse(Failures.mayPass(Reason.CANCELLED, broken));
    assertFalse(Failures.mayPass(Reason.CREDENTIALS, broken));
    assertFalse(Failures.mayPass(Reason.CONNECT, new SSLPeerUnverifiedException("")));
    SSLHandshakeException untrusted = new SSLHandshakeException("");
    assertTrue(Failures.mayPass(Reason.CONNECT, untrusted));
    untrusted.initCause(new CertificateException());
    assertFalse(Failures.mayPass(Reason.CONNECT, untrusted));
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, no connection could be made",
    "CONNECTION_LOST, the connection broke",
    "TIMEOUT, time ran out",
    "CANCELLED, the call was cancelled or the client closed",
    "INTERRUPTED, the thread was interrupted",
    "CREDENTIALS, there is no API token to authenticate with",
    "HTTP_CLIENT, the HTTP client failed"
  })
  void eachReasonIsASentence(Reason reason, String words) {
    assertEquals("get failed, " + words + ".", Failures.transportMessage("get", reason, 1, null));
    assertEquals(
        "get failed, " + words + ": why, after 2 attempts.",
        Failures.transportMessage("get", reason, 2, new IOException("why.")));
    assertEquals(
        "get failed, " + words + ".",
        Failures.transportMessage("get", reason, 1, new IOException()));
  }

  @Test
  void aLongMessageIsCutOffBetweenCharacters() {
    String start = "get failed, time ran out: ";
    String fits = "x".repeat(600 - start.length());
    assertEquals(start + fits + ".", message(fits));
    assertEquals(start + fits + "….", message(fits + "y"));
    String half = fits.substring(1);
    assertEquals(start + half + "….", message(half + "😀"));
    assertEquals(start + "a b.", message("a\r\n\u202eb."));
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException",
    "401, AuthenticationException",
    "403, PermissionDeniedException",
    "404, NotFoundException",
    "418, ApiException",
    "429, RateLimitException",
    "499, ApiException",
    "500, ServerException",
    "599, ServerException"
  })
  void eachStatusIsItsException(int status, String type) {
    ApiException error = api(status, List.of());
    assertEquals(type, error.getClass().getSimpleName());
    assertEquals("get failed with status " + status + " (request ray).", error.getMessage());
    assertTrue(error.mayHaveBeenApplied());
  }

  @Test
  void aDuplicateIsToldByItsCodeAndItsWords() {
    assertSame(AlreadyExistsException.class, badRequest(7001L, "it already exists"));
    assertSame(BadRequestException.class, badRequest(7001L, "it is wrong"));
    assertSame(BadRequestException.class, badRequest(7002L, "it already exists"));
  }

  @Test
  void aMessageNamesFiveErrors() {
    assertSays(": 1 e; 1 e; 1 e; 1 e; 1 e.", api(400, Collections.nCopies(6, error(1L, "e"))));
  }

  @Test
  void anAnswerKeepsItsEvidence() {
    Attempt attempt = attempt("{\"retry_after\": 7}");
    Answer answer = Failures.answer(answered("cf-ray", "ray"), attempt, ManualTiming.NOW);
    assertEquals(
        new Answer(200, "ray", Duration.ofSeconds(7), null, "{\"retry_after\": 7}"), answer);
    Response throttled = answered("Retry-After", "5", "Ratelimit", "a;r=1");
    answer = Failures.answer(throttled, attempt, ManualTiming.NOW);
    assertNull(answer.requestId());
    assertEquals(Duration.ofSeconds(5), answer.retryAfter());
    assertEquals(new RateLimit(1L, null, null, null), answer.rateLimit());
  }

  @ParameterizedTest
  @CsvSource({
    "'  ', the body is empty",
    "' <html>', 'the body is a web page, not JSON'",
    "'{\"a\": ', 'the body is not JSON, or cut short (text/plain)'"
  })
  void aBodyThatCannotBeReadIsDescribed(String body, String description) {
    Response answer = answered("Content-Type", "text/plain");
    assertEquals(
        description, Failures.describeUnreadable(answer, attempt(body), new EOFException()));
  }

  @Test
  void whatTheReaderSaysIsTakenAsItIs() {
    Attempt attempt = attempt("{");
    Response answer = answered();
    assertEquals(
        "result: no",
        Failures.describeUnreadable(answer, attempt, new JsonParseException("result: no")));
    assertEquals(
        "the body is not UTF-8",
        Failures.describeUnreadable(answer, attempt, new CharacterCodingException()));
    assertEquals(
        "the body is not JSON, or cut short (no type)",
        Failures.describeUnreadable(answer, attempt, new EOFException()));
  }

  @Test
  void aRedirectNamesTheHostAlone() {
    assertEquals(
        "the host b.example", Failures.redirectTarget(answered("Location", "//b.example/c?d")));
    assertEquals("an unreadable address", Failures.redirectTarget(answered()));
    assertEquals("an unreadable address", Failures.redirectTarget(answered("Location", "x:y")));
  }

  @Test
  void aPageThatComesAgainIsAnInvalidAnswer() {
    ApiResponse<String> response =
        new ApiResponse<>("", 200, Headers.of(), HttpUrl.get("https://a.example"), null, 2, null);
    InvalidResponseException error = Failures.repeatedPage(response);
    assertEquals("listGateways", error.operation());
    assertFalse(error.mayHaveBeenApplied());
    assertSays("status 200: the same page came twice", error);
    assertSays("after 2 attempts.", error);
  }

  private static String message(String detail) {
    return Failures.transportMessage("get", Reason.TIMEOUT, 1, new IOException(detail));
  }

  private static Class<?> badRequest(long code, String message) {
    return api(400, List.of(error(code, message))).getClass();
  }

  private static ApiError error(long code, String message) {
    return new ApiError(code, message, List.of(), null, null, List.of());
  }

  private static ApiException api(int status, List<ApiError> errors) {
    return Failures.api("get", 1, true, new Answer(status, "ray", null, null, ""), errors, null);
  }

  private static Attempt attempt(String body) {
    Attempt attempt = new Attempt(null, Duration.ofSeconds(1));
    Buffer buffer = new Buffer().writeUtf8(body);
    try {
      attempt.keep(buffer, 0, buffer.size());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return attempt;
  }

  private static Response answered(String... headers) {
    return new Response.Builder()
        .request(new Request.Builder().url("https://a.example").build())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("")
        .headers(Headers.of(headers))
        .build();
  }
}
