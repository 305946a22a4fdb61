package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.Outcome.Invalid;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import java.io.EOFException;
import java.util.List;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.internal.http.HttpMethod;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each outcome says whether a change may have been made, and itself in a few words. */
class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "399, false, true",
    "400, false, false",
    "499, false, false",
    "500, false, true",
    "429, true, true"
  })
  void aRefusalOfTheApiChangedNothingUnlessSomethingElseWasSent(
      int status, boolean unsettled, boolean mayHaveBeenApplied) {
    Refused<String> refused = refused(status, unsettled, null);
    assertEquals(mayHaveBeenApplied, refused.mayHaveBeenApplied());
    assertEquals("status " + status, refused.describe());
    assertEquals("ray", refused.requestId());
    assertEquals("status 500, EOFException", refused(500, false, new EOFException()).describe());
  }

  private static Refused<String> refused(int status, boolean unsettled, @Nullable Throwable cause) {
    return new Refused<>(
        new Evidence(status, "ray", null, ""),
        Headers.of(),
        ErrorBody.decode(""),
        unsettled,
        cause);
  }

  @Test
  void aResponseThatMakesNoSenseMayHaveMadeTheChange() {
    Invalid<String> invalid =
        new Invalid<>(new Evidence(200, "ray", null, ""), "", new EOFException());
    assertTrue(invalid.mayHaveBeenApplied());
    assertEquals("status 200, EOFException", invalid.describe());
    assertEquals("ray", invalid.requestId());
  }

  @Test
  void aResponseThatWasUnderstoodSaysItsStatus() {
    Understood<String> understood = new Understood<>("", HandAttempt.response(200), "ray");
    assertTrue(understood.mayHaveBeenApplied());
    assertEquals("status 200", understood.describe());
  }

  @Test
  void whatWasNotSentChangedNothing() {
    NoResponse<String> unsent = NoResponse.unsent(Reason.CANCELLED);
    assertFalse(unsent.mayHaveBeenApplied());
    assertEquals("CANCELLED", unsent.describe());
    assertNull(unsent.requestId());
    NoResponse<String> sent =
        new NoResponse<>(Reason.CONNECTION_LOST, true, true, null, new EOFException());
    assertTrue(sent.mayHaveBeenApplied());
    assertEquals("EOFException", sent.describe());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, READS, false",
    "HEAD, READS, false",
    "PUT, REPLACES, true",
    "DELETE, REPLACES, true",
    "POST, CREATES, true",
    "PATCH, CREATES, true"
  })
  void theMethodSaysWhatARequestDoes(String method, Effect effect, boolean changes) {
    assertEquals(effect, Effect.of(request(method)));
    assertEquals(changes, effect.changes());
  }

  @Test
  void aBodyThatCanBeReadOnceIsSentOnce() {
    RequestBody once =
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) {}
        };
    for (String method : List.of("PUT", "DELETE", "POST")) {
      Request request = new Request.Builder().url("https://a.example").method(method, once).build();
      assertEquals(Effect.ONCE, Effect.of(request));
    }
    assertTrue(Effect.ONCE.changes());
  }

  private static Request request(String method) {
    RequestBody body = HttpMethod.requiresRequestBody(method) ? RequestBody.create("", null) : null;
    return new Request.Builder().url("https://a.example").method(method, body).build();
  }

  @Test
  void anEnvelopeWithoutAResultHasNoneOfAnotherTypeEither() {
    assertEquals(new Envelope<>(true, 3), new Envelope<>(true, "abc").map(String::length));
    assertEquals(
        new Envelope<Integer>(null, null), new Envelope<String>(null, null).map(String::length));
  }
}
