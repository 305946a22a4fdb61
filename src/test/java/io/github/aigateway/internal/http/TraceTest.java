package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.AttemptState.By;
import io.github.aigateway.internal.http.AttemptState.Ended;
import io.github.aigateway.internal.http.AttemptState.Going;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt goes from state to state, and ends once. */
class TraceTest {

  private final Trace trace = trace(Effect.REPLACES);

  private static Trace trace(Effect effect) {
    return new Trace(new Owner(() -> false, null), effect, Duration.ofSeconds(1));
  }

  @Test
  void itWaitsBeginsAndSends() {
    assertEquals(Going.WAITING, trace.state().now());
    assertTrue(trace.begin(7));
    assertEquals(7, trace.state().begunAt());
    assertEquals(Going.BEGUN, trace.state().now());
    assertTrue(trace.send());
    assertEquals(Going.SENDING, trace.state().now());
  }

  @Test
  void itBeginsOnce() {
    assertTrue(trace.begin(7));
    // As when an interceptor executes a clone of the call.
    assertFalse(trace.begin(8));
    assertEquals(7, trace.state().begunAt());
  }

  @ParameterizedTest
  @EnumSource
  void itEndsOnceFromWhereItWas(By by) {
    assertEquals(new Ended(Going.WAITING, by), trace.state().end(by));
    assertNull(trace.state().end(By.ITSELF));
    assertEquals(new Ended(Going.WAITING, by), trace.state().now());
    assertFalse(trace.begin(1));
  }

  @Test
  void whatHasEndedIsNotSent() {
    trace.begin(1);
    assertEquals(new Ended(Going.BEGUN, By.ATTEMPT_TIME), trace.state().end(By.ATTEMPT_TIME));
    assertFalse(trace.send());
  }

  @ParameterizedTest
  @CsvSource({
    "READS, 0, true, true",
    "REPLACES, 500, true, true",
    "REPLACES, 429, true, false",
    "CREATES, 0, false, true",
    "CREATES, 500, false, true",
    "CREATES, 200, false, true",
    "CREATES, 400, false, false",
    "CREATES, 429, true, false"
  })
  void aCreateIsSentAgainOnlyIfItWasThrottled(
      Effect effect, int status, boolean sentAgain, boolean unknown) {
    Trace again = trace(effect);
    again.begin(1);
    assertTrue(again.send());
    if (status == 0) {
      again.networkFailed(new IOException());
    } else {
      again.responded(response(status));
    }
    assertEquals(sentAgain, again.send());
    again.responded(response(404));
    again.received(new Trace.Received(response(404), new BodyHead()));
    assertEquals(unknown, again.isUnsettled());
  }

  @Test
  void aThirdTimeIsNotGrantedForWhatTheFirstCameTo() {
    Trace create = trace(Effect.CREATES);
    create.begin(1);
    assertTrue(create.send());
    create.responded(response(429));
    assertTrue(create.send());
    assertFalse(create.send());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "200, true", "503, true", "429, false", "404, false"})
  void whatIsRespondedInPlaceOfTheServerDoesNotSettleWhatWasSent(int status, boolean unsettled) {
    trace.begin(1);
    trace.send();
    if (status == 0) {
      trace.networkFailed(new IOException());
    } else {
      trace.responded(response(status));
    }
    trace.received(new Trace.Received(response(429), new BodyHead()));
    assertEquals(unsettled, trace.isUnsettled());
  }

  @Test
  void whatWasNotSentIsSettledByAnyResponse() {
    trace.begin(1);
    trace.networkFailed(new IOException());
    trace.received(new Trace.Received(response(429), new BodyHead()));
    assertFalse(trace.isUnsettled());
  }

  @Test
  void theCredentialsOfAllRequestsAreKnownEachOnce() {
    assertEquals(List.of(), trace.authenticated());
    trace.authenticated(withToken("a"));
    trace.authenticated(withToken("a"));
    assertEquals(1, trace.authenticated().size());
    trace.responded(response(200).newBuilder().request(withToken("b")).build());
    trace.authenticated(withToken("a"));
    assertEquals(
        List.of("a", "b"),
        trace.authenticated().stream().map(known -> known.header("Authorization")).toList());
  }

  private static Request withToken(String token) {
    return new Request.Builder().url("https://a.example").header("Authorization", token).build();
  }

  @Test
  void whatIsLeftOnTheWireIsTheResponseIfThereIsNoOther() {
    BodyHead head = new BodyHead();
    trace.receivedFromWire(head);
    assertNull(trace.received());
    Response onWire = response(200);
    trace.responded(onWire);
    trace.receivedFromWire(head);
    assertEquals(new Trace.Received(onWire, head), trace.received());
  }

  @Test
  void aBodyIsEncodedOnlyIfTheServerSaysSo() {
    assertFalse(trace.isEncoded());
    trace.responded(response(200));
    assertFalse(trace.isEncoded());
    trace.responded(response(200).newBuilder().header("Content-Encoding", "gzip").build());
    assertTrue(trace.isEncoded());
  }

  @Test
  void onlyAnAttemptHasATimeToConnect() {
    assertEquals(Duration.ofSeconds(1), trace.connectTimeout());
    assertFalse(trace.isBare());
    assertTrue(new Trace(new Owner(() -> false, null), Effect.READS, null).isBare());
  }

  @Test
  void theHeadOfABodyIsKeptUntilItIsDropped() throws IOException {
    BodyHead head = new BodyHead();
    head.keep(new Buffer().writeUtf8("abcdef"), 2, 3);
    assertEquals("cde", head.text());
    keep(head, "x".repeat(8_000));
    keep(head, "y".repeat(8_000));
    keep(head, "z");
    assertEquals("cde" + "x".repeat(8_000) + "y".repeat(189), head.text());
    head.drop();
    keep(head, "late");
    assertEquals("", head.text());
  }

  private static Response response(int status) {
    return new Response.Builder()
        .request(new Request.Builder().url("https://a.example").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .build();
  }

  private static void keep(BodyHead head, String text) throws IOException {
    Buffer buffer = new Buffer().writeUtf8(text);
    head.keep(buffer, 0, buffer.size());
  }
}
