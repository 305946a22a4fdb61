package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** A try knows what it sent, what came back, and what must not be told. */
class AttemptTest {

  private final Attempt attempt = new Attempt(null, Duration.ofSeconds(3));
  private final Request request =
      new Request.Builder()
          .url("https://a.example")
          .header("Authorization", "Bearer sesame")
          .tag(Attempt.class, attempt)
          .build();

  @Test
  void aRequestCarriesIt() {
    assertSame(attempt, Attempt.of(request));
    assertEquals(Duration.ofSeconds(3), attempt.connectTimeout());
    assertNull(attempt.owner());
  }

  @Test
  void itDiedOnAReusedConnectionOnlyWithoutAnAnswer() {
    assertFalse(attempt.sent());
    attempt.sending(false);
    assertTrue(attempt.sent());
    assertFalse(attempt.diedOnReusedConnection());
    attempt.sending(true);
    assertTrue(attempt.diedOnReusedConnection());
    attempt.answered(answer());
    assertFalse(attempt.diedOnReusedConnection());
  }

  @Test
  void theLastAnswerCounts() throws IOException {
    keep("{\"success\":false}");
    attempt.bodyFailed(new IOException());
    assertTrue(attempt.decoded().saysFailure());
    assertSame(attempt.decoded(), attempt.decoded());
    assertTrue(attempt.bodyBroke());

    Response second = answer();
    attempt.answered(second);
    keep("other");

    assertSame(second, attempt.answer());
    assertFalse(attempt.bodyBroke());
    assertEquals("other", attempt.evidence());
    assertFalse(attempt.decoded().saysFailure());
  }

  @Test
  void theHeadOfTheBodyIsKept() throws IOException {
    keep("x".repeat(8_000));
    keep("y".repeat(8_000));
    keep("z");
    assertEquals("x".repeat(8_000) + "y".repeat(192), attempt.evidence());
  }

  @Test
  void aPartOfABufferIsKept() throws IOException {
    attempt.keep(new Buffer().writeUtf8("abcdef"), 2, 3);
    assertEquals("cde", attempt.evidence());
  }

  @Test
  void whatWasUnderstoodIsNotKept() throws IOException {
    keep("body");
    attempt.succeeded();
    assertEquals("", attempt.evidence());
  }

  @Test
  void credentialsAreMaskedAsSoonAsTheyAreKnown() throws IOException {
    assertEquals("sesame", attempt.redacted("sesame"));
    attempt.authenticated(request);
    keep("open sesame");
    assertEquals("open ***", attempt.evidence());
    assertEquals("***", attempt.redacted("sesame"));
  }

  @Test
  void aCauseThatQuotesThemIsNotKept() {
    attempt.authenticated(request);
    Throwable harmless = new IOException("no", new IOException());
    assertSame(harmless, attempt.harmless(harmless));
    assertNull(attempt.harmless(new IOException("no", new IOException("sesame"))));
    assertNull(attempt.harmless(null));
  }

  @Test
  void withoutACallNothingIsTimed() {
    attempt.end();
    attempt.closed();
    assertFalse(attempt.hasBegun());
    assertFalse(attempt.timedOut());
    attempt.run();
    assertTrue(attempt.timedOut());
  }

  private void keep(String text) throws IOException {
    Buffer buffer = new Buffer().writeUtf8(text);
    attempt.keep(buffer, 0, buffer.size());
  }

  private Response answer() {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("")
        .build();
  }
}
