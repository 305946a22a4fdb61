package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.http.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A result is one of two records, and either answers every question. */
class OkAndErrTest {

  private static final Failure FAILURE =
      new Failure("it failed.", new IllegalStateException(), "getGateway", 3, true);

  private static final RateLimit LIMIT = new RateLimit(1L, null, null, null);

  private static final ApiResponse<String> RESPONSE =
      new ApiResponse<>(
          "value", 200, Headers.of(), HttpUrl.get("https://example.com"), "ray", 2, LIMIT);

  @Test
  void anOkHoldsTheAnswer() {
    Result.Ok<String> ok = new Result.Ok<>(RESPONSE);
    assertTrue(ok.isOk());
    assertEquals("value", ok.value());
    assertEquals("value", ok.orElseThrow());
    assertEquals(Optional.of("value"), ok.toOptional());
    assertEquals("200", ok.fold(response -> "" + response.status(), error -> "none"));
    Result.Ok<Integer> mapped = (Result.Ok<Integer>) ok.map(String::length);
    assertEquals(5, mapped.value());
    assertEquals(RESPONSE, mapped.response().map(length -> "value"));
  }

  @Test
  void anErrHoldsTheException() {
    TransportException error = new TransportException(FAILURE, Reason.CONNECT);
    Result<String> err = new Result.Err<>(error);
    assertFalse(err.isOk());
    assertSame(error, assertThrows(TransportException.class, err::orElseThrow));
    assertEquals(Optional.empty(), err.toOptional());
    assertEquals("it failed.", err.fold(ok -> "none", Throwable::getMessage));
    assertEquals(new Result.Err<Integer>(error), err.map(String::length));
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
    Failure harmless = new Failure("", null, "", 1, false);
    assertFalse(new TransportException(harmless, Reason.CONNECT).mayHaveBeenApplied());
  }

  @Test
  void anExceptionTellsWhatIsKnownOfTheAnswer() {
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

  @Test
  void anErrorDescribesItselfInOneLine() {
    ApiError cause = new ApiError(7L, null, List.of(), null, null, List.of());
    ApiError error = new ApiError(1L, "too small", List.of("a", 0L), null, null, List.of(cause));
    assertEquals("1 at a.0: too small (7 (no message))", error.describe());
    assertEquals("b", new ApiError(null, "b", List.of(), null, null, List.of()).describe());
    assertTrue(error.hasCode(1));
    assertTrue(error.hasCode(7));
    assertFalse(error.hasCode(2));
    assertTrue(error.says("small"));
    assertFalse(error.says("large"));
    assertFalse(cause.says("small"));
  }
}
