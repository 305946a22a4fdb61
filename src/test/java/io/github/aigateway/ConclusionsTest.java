package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.ErrorBody;
import io.github.aigateway.internal.http.Evidence;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Subject;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each outcome of a call has its exception, and a message of one line. */
@Tag("quick")
class ConclusionsTest {

  private static final Failure FAILURE =
      new Failure(
          "it failed.",
          new IllegalStateException(),
          new Subject("getGateway", "account", "prod"),
          new Progress(3, true, Duration.ZERO, null));

  private static final RateLimit LIMIT = new RateLimit(1L, null, null, null);

  @ParameterizedTest
  @CsvSource({
    "CONNECT, no connection could be made",
    "CONNECTION_LOST, the connection broke",
    "PROTOCOL, the response is not HTTP",
    "TIMEOUT, time ran out",
    "CANCELLED, the call was cancelled or the client closed",
    "INTERRUPTED, the thread was interrupted",
    "CREDENTIALS, there is no API token to authenticate with",
    "HTTP_CLIENT, the HTTP client failed"
  })
  void eachReasonIsASentence(Outcome.Reason reason, String words) {
    assertEquals("get failed, " + words + ".", transport(reason, null, 1).getMessage());
    assertEquals(
        "get failed, " + words + ": why; after 2 attempts.",
        transport(reason, "why.", 2).getMessage());
    assertEquals(reason.name(), transport(reason, null, 1).reason().name());
  }

  @ParameterizedTest
  @CsvSource({
    "1, , false, ''",
    "1, why, false, '; not retried, since why'",
    "2, , false, '; after 2 attempts'",
    "3, why, false, '; gave up after 3 attempts, since why'",
    "1, , true, '; the change may have been applied'",
    "2, why, true, '; gave up after 2 attempts, since why; the change may have been applied'"
  })
  void aMessageSaysWhyThereIsNoRetryAndWhatMayHaveHappened(
      int attempts, @Nullable String gaveUp, boolean applied, String end) {
    Outcome<String> none = new NoResponse<>(Outcome.Reason.TIMEOUT, true, true, "why", null);
    Progress progress = new Progress(attempts, applied, Duration.ZERO, gaveUp);
    assertEquals("get failed, time ran out: why" + end + ".", failure(none, progress).getMessage());
  }

  @Test
  void aMessageNamesTheGatewayAndTheAccount() {
    Subject prod = new Subject("getGateway", "acc", "prod");
    Progress progress = new Progress(1, false, Duration.ZERO, null);
    Outcome<String> invalid = new Invalid<>(new Evidence(200, "ray", null, ""), "odd", null);
    AiGatewayException error =
        assertInstanceOf(Result.Err.class, Conclusions.result(prod, invalid, progress)).error();
    assertEquals(
        "getGateway of 'prod' got a response that cannot be used, status 200 (account acc, request"
            + " ray): odd.",
        error.getMessage());
    assertEquals("prod", error.gatewayId());
    assertEquals("acc", error.accountId());
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
    "407, ApiException",
    "418, ApiException",
    "429, RateLimitException",
    "499, ApiException",
    "500, ServerException",
    "599, ServerException"
  })
  void eachStatusIsItsException(int status, String type) {
    ApiException error = api(status);
    assertEquals(type, error.getClass().getSimpleName());
    assertEquals("get failed with status " + status + " (request ray).", error.getMessage());
    assertEquals(new RateLimit(1L, null, null, null), error.rateLimit());
  }

  @Test
  void aDuplicateIsToldByItsCodeAndItsWords() {
    assertSame(AlreadyExistsException.class, badRequest(7001, "it already exists"));
    assertSame(BadRequestException.class, badRequest(7001, "it is wrong"));
    assertSame(BadRequestException.class, badRequest(7002, "it already exists"));
  }

  @Test
  void aMessageNamesFiveErrors() {
    String e = error(1, "e");
    assertSays(": 1 e; 1 e; 1 e; 1 e; 1 e.", api(400, e, e, e, e, e, e));
  }

  @Test
  void aPageThatComesAgainIsAnInvalidResponse() {
    ApiResponse<String> response =
        new ApiResponse<>("", 200, Headers.of(), HttpUrl.get("https://a.example"), null, 2, null);
    InvalidResponseException error = Conclusions.repeatedPage(subject("listGateways"), response);
    assertEquals("listGateways", error.operation());
    assertFalse(error.mayHaveBeenApplied());
    assertSays("status 200: the same page came twice", error);
    assertSays("; after 2 attempts.", error);
  }

  @Test
  void anExceptionTellsWhatIsKnownOfTheCall() {
    TransportException error = new TransportException(FAILURE, Reason.CONNECT);
    assertEquals("it failed.", error.getMessage());
    assertSame(FAILURE.cause(), error.getCause());
    assertEquals("getGateway", error.operation());
    assertEquals(3, error.attempts());
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(Reason.CONNECT, error.reason());
    Failure harmless =
        new Failure("", null, subject("get"), new Progress(1, false, Duration.ZERO, null));
    assertFalse(new TransportException(harmless, Reason.CONNECT).mayHaveBeenApplied());
  }

  @Test
  void anExceptionTellsWhatIsKnownOfTheResponse() {
    Evidence evidence = new Evidence(429, "ray", Duration.ofSeconds(5), "body");
    List<ApiError> errors = List.of(new ApiError(1L, "a", List.of(), null, null, List.of()));
    ApiException error = new RateLimitException(FAILURE, evidence, LIMIT, errors);
    assertEquals(429, error.status());
    assertEquals("ray", error.requestId());
    assertEquals(Duration.ofSeconds(5), error.retryAfter());
    assertEquals(LIMIT, error.rateLimit());
    assertEquals("body", error.rawBody());
    assertEquals(errors, error.errors());
    InvalidResponseException invalid = new InvalidResponseException(FAILURE, evidence);
    assertEquals(429, invalid.status());
    assertEquals("ray", invalid.requestId());
    assertEquals("body", invalid.rawBody());
  }

  private static @Nullable String message(String detail) {
    return transport(Outcome.Reason.TIMEOUT, detail, 1).getMessage();
  }

  private static TransportException transport(
      Outcome.Reason reason, @Nullable String detail, int attempts) {
    Outcome<String> none = new NoResponse<>(reason, false, false, detail, null);
    return assertInstanceOf(TransportException.class, failure(none, attempts));
  }

  private static Class<?> badRequest(int code, String message) {
    return api(400, error(code, message)).getClass();
  }

  private static String error(int code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    return error.toString();
  }

  private static ApiException api(int status, String... errors) {
    String body = "{\"errors\": [" + String.join(",", errors) + "]}";
    Outcome<String> refused =
        new Refused<>(
            new Evidence(status, "ray", null, body),
            Headers.of("Ratelimit", "a;r=1"),
            ErrorBody.decode(body),
            false,
            null);
    return assertInstanceOf(ApiException.class, failure(refused, 1));
  }

  private static AiGatewayException failure(Outcome<String> outcome, int attempts) {
    return failure(outcome, new Progress(attempts, false, Duration.ZERO, null));
  }

  private static AiGatewayException failure(Outcome<String> outcome, Progress progress) {
    Subject subject = subject("get");
    return assertInstanceOf(Result.Err.class, Conclusions.result(subject, outcome, progress))
        .error();
  }

  private static Subject subject(String operation) {
    return new Subject(operation, null, null);
  }
}
