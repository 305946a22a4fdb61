package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.Subject;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A result is one of two records, and either says all that a caller may ask. */
@Tag("quick")
class ResultTest {

  private static final Failure FAILURE =
      new Failure(
          "it failed.",
          new IllegalStateException(),
          new Subject("getGateway", "account", "prod"),
          new Progress(3, true, Duration.ZERO, null));

  private static final RateLimit LIMIT = new RateLimit(1L, null, null, null);

  private static final ApiResponse<String> RESPONSE =
      new ApiResponse<>(
          "value", 200, Headers.of(), HttpUrl.get("https://example.com"), "ray", 2, LIMIT);

  @Test
  void anOkHoldsTheResponse() {
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
}
