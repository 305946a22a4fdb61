package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.JsonParseException;
import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.json.JsonMismatchException;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** What a response is, by what was seen of it. */
class ClassifierTest {

  private final HandAttempt attempt = new HandAttempt().send();

  @Test
  void aValueIsUnderstood() {
    attempt.receive(200, "value", "cf-ray", HandAttempt.TOKEN);
    Understood<?> understood =
        assertInstanceOf(Understood.class, attempt.respondedWith(true, "value"));
    assertEquals("value", understood.value());
    assertEquals("***", understood.requestId());
    assertEquals("", attempt.trace().received().head().text());
  }

  @Test
  void aResponseWithoutABodyMakesNoSense() {
    attempt.receive(200, "");
    assertEquals(
        "the response has no body",
        invalid(attempt.respondedWith(Response.success(null))).problem());
  }

  @ParameterizedTest
  @CsvSource({
    ", value, the response does not say whether the call succeeded",
    "true, , the response has no result"
  })
  void aBodyWithoutItsPartsMakesNoSense(
      @Nullable Boolean success, @Nullable String result, String problem) {
    attempt.receive(200, "{}");
    assertEquals(problem, invalid(attempt.respondedWith(success, result)).problem());
  }

  @Test
  void aResponseThatSaysSoIsARefusal() {
    attempt.receive(200, "{}");
    assertEquals("{}", refused(attempt.respondedWith(false, "value")).evidence().body());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 503})
  void theStatusOfAnErrorIsWorthMoreThanTheRestOfItsBody(int status) {
    attempt.receive(status, "{", "Retry-After", "5", "cf-ray", "ray");
    Refused<?> refused = refused(attempt.ended(By.ATTEMPT_TIME));
    assertEquals(new Evidence(status, "ray", Duration.ofSeconds(5), "{"), refused.evidence());
    assertInstanceOf(InterruptedIOException.class, refused.cause());
  }

  @ParameterizedTest
  @CsvSource({"399, false", "400, true", "599, true"})
  void anErrorThatBreaksOffIsThatError(int status, boolean error) {
    attempt.receive(status, "{");
    EOFException broken = new EOFException();
    Outcome<String> outcome = attempt.failed(broken);
    if (error) {
      assertEquals(status, refused(outcome).evidence().status());
      assertSame(broken, refused(outcome).cause());
    } else {
      assertEquals(status, invalid(outcome).evidence().status());
    }
  }

  @Test
  void theWaitOfTheEdgeIsInItsBody() {
    attempt.receive(429, "{\"retry_after\": 7}");
    Refused<?> refused =
        refused(attempt.respondedWith(Response.error(429, ResponseBody.create("", null))));
    assertEquals(Duration.ofSeconds(7), refused.evidence().retryAfter());
    assertNull(refused.requestId());
  }

  @ParameterizedTest
  @CsvSource({
    "'  ', the body is empty",
    "' <html>', 'the body is a web page, not JSON'",
    "'{\"a\": ', 'the body is not JSON, or cut short (text/plain)'"
  })
  void aBodyThatCannotBeReadIsDescribed(String body, String description) {
    attempt.receive(200, body, "Content-Type", "text/plain");
    assertEquals(description, invalid(attempt.failed(new EOFException())).problem());
  }

  @Test
  void whatTheReaderSaysIsTakenAsItIs() {
    attempt.receive(200, "{");
    assertEquals(
        "no at path $.result",
        invalid(attempt.failed(new JsonMismatchException("no", "$.result"))).problem());
    assertEquals(
        "the body could not be converted, JsonParseException (no type)",
        invalid(attempt.failed(new JsonParseException("with words of the body"))).problem());
  }

  @Test
  void aBodyThatIsNotTextIsDescribed() {
    attempt.receive(200, "{");
    assertEquals(
        "the body is not UTF-8", invalid(attempt.failed(new CharacterCodingException())).problem());
  }

  @Test
  void aBodyThatSaysThatTheCallFailedIsARefusal() {
    attempt.receive(200, "{\"success\": false, ");
    assertEquals(200, refused(attempt.failed(new EOFException())).evidence().status());
  }

  @ParameterizedTest
  @CsvSource({
    "301, //b.example/c?d, the host b.example",
    "300, , an unreadable address",
    "399, x:y, an unreadable address"
  })
  void aRedirectNamesTheHostAlone(int status, @Nullable String location, String target) {
    attempt.receive(
        status, "", location == null ? new String[0] : new String[] {"Location", location});
    assertEquals("the response redirects to " + target, invalid(errorOf(status)).problem());
  }

  @ParameterizedTest
  @CsvSource({"199, the status is not one that ends a call", "200, ", "299, ", "400, "})
  void aStatusBelow200EndsNoCall(int status, @Nullable String problem) {
    attempt.receive(status, "{\"success\": false}");
    Outcome<String> outcome = errorOf(status);
    if (problem == null) {
      assertEquals(status, refused(outcome).evidence().status());
    } else {
      assertEquals(problem, invalid(outcome).problem());
    }
  }

  private Outcome<String> errorOf(int status) {
    // Retrofit has no error below 400, but from what OkHttp hands it.
    return attempt.respondedWith(
        Response.error(
            ResponseBody.create("", null),
            HandAttempt.response(status >= 200 && status < 300 ? 400 : status)));
  }

  private static Refused<?> refused(Outcome<String> outcome) {
    return assertInstanceOf(Refused.class, outcome);
  }

  private static Invalid<?> invalid(Outcome<String> outcome) {
    return assertInstanceOf(Invalid.class, outcome);
  }
}
