package io.github.aigateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class FakeAiGatewayFaultTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake, Duration.ofMillis(800));

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  /** Faults that end in an exception, and which. */
  static Stream<Arguments> brokenTransports() {
    return Stream.of(
        Arguments.of(Fault.truncatedBody(), ProtocolException.class),
        Arguments.of(Fault.missingLastChunk(), IOException.class),
        Arguments.of(Fault.wrongContentLength(100_000), ProtocolException.class),
        Arguments.of(Fault.wrongGzip(), IOException.class),
        Arguments.of(Fault.noResponse(), SocketTimeoutException.class),
        Arguments.of(Fault.stalledBody(), SocketTimeoutException.class),
        Arguments.of(Fault.disconnectBeforeResponse(), IOException.class),
        Arguments.of(Fault.resetBeforeResponse(), SocketException.class),
        Arguments.of(Fault.resetDuringResponse(), SocketException.class),
        Arguments.of(Fault.raw("nonsense\r\n\r\n".getBytes(UTF_8)), ProtocolException.class),
        Arguments.of(Fault.raw(new byte[0]), IOException.class));
  }

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void aBrokenTransportDoesNotApplyTheRequest(Fault fault, Class<? extends Exception> expected)
      throws IOException {
    fake.failNext(fault);

    assertThrows(expected, () -> api.create("a"));

    assertEquals(404, api.get("a").status());
    assertEquals(200, api.create("a").status());
  }

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void aBrokenTransportAppliesTheRequestIfItSaysSo(Fault fault, Class<? extends Exception> expected)
      throws IOException {
    fake.failNext(fault.afterApplying());

    assertThrows(expected, () -> api.create("a"));

    assertEquals(200, api.get("a").status());
    assertEquals(400, api.create("a").status());
  }

  @ParameterizedTest
  @MethodSource("brokenTransports")
  void aBrokenTransportLeavesUpdateAndDeleteUndone(Fault fault, Class<? extends Exception> expected)
      throws IOException {
    Reply created = api.create("a");
    fake.failNext(fault).times(2);

    assertThrows(expected, () -> api.update("a", FakeAiGatewayCaller.settings()));
    assertThrows(expected, () -> api.delete("a"));

    assertEquals(created.gateway(), api.get("a").gateway());
  }

  @Test
  void aRequestWhoseResponseIsLostWasApplied() {
    fake.failNext(Fault.responseLost());

    assertThrows(SocketException.class, () -> api.create("a"));

    assertEquals(1, fake.gateways(fake.accountId()).size());
    assertTrue(Fault.responseLost().isApplied());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504, 520, 530, 599})
  void aStatusComesInTheEnvelope(int status) throws IOException {
    fake.failNext(Fault.status(status));

    Reply reply = api.create("a");

    assertEquals(status, reply.status());
    assertFalse(reply.json().get("success").getAsBoolean());
    assertTrue(reply.code() > 0);
    assertEquals(404, api.get("a").status());
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void aStatusWithoutABodyHasNone(int status) throws IOException {
    fake.failNext(Fault.status(status)).times(2);

    assertEquals("", api.list("").text());
    assertEquals(status, api.list("").status());
    assertEquals(200, api.list("").status());
  }

  @Test
  void throttledSaysWhenToComeBack() throws IOException {
    fake.failNext(Fault.throttled(Duration.ofMillis(1500)));
    fake.failNext(Fault.throttled("Wed, 21 Oct 2026 07:28:00 GMT"));

    Reply seconds = api.list("");
    Reply date = api.list("");

    assertEquals(429, seconds.status());
    assertEquals(971, seconds.code());
    assertEquals("2", seconds.headers().get("Retry-After"));
    assertEquals("Wed, 21 Oct 2026 07:28:00 GMT", date.headers().get("Retry-After"));
  }

  @Test
  void pagesAndBodiesArriveAsGiven() throws IOException {
    byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'};
    fake.failNext(Fault.htmlPage(200));
    fake.failNext(Fault.textPage(502));
    fake.failNext(Fault.emptyBody(503));
    fake.failNext(Fault.body(200, "{\"result\":1,\"result\":2}"));
    fake.failNext(Fault.body(200, "application/json", bom));
    fake.failNext(Fault.unsuccessful(1, "no"));

    Reply html = api.list("");
    assertEquals(200, html.status());
    assertEquals("text/html; charset=UTF-8", html.headers().get("Content-Type"));
    assertTrue(html.text().startsWith("<!DOCTYPE html>"));
    assertTrue(html.headers().get("cf-ray") != null);
    assertEquals("error code: 502", api.list("").text());
    Reply empty = api.list("");
    assertEquals(503, empty.status());
    assertEquals("", empty.text());
    assertEquals("{\"result\":1,\"result\":2}", api.list("").text());
    assertEquals("5", api.list("").headers().get("Content-Length"));
    Reply unsuccessful = api.list("");
    assertEquals(200, unsuccessful.status());
    assertEquals("no", unsuccessful.message());
    assertEquals(200, api.list("").status());
  }

  @Test
  void aRedirectNamesItsTarget() throws IOException {
    fake.failNext(Fault.redirect("https://elsewhere.example/"));

    Reply reply = api.list("");

    assertEquals(302, reply.status());
    assertEquals("https://elsewhere.example/", reply.headers().get("Location"));
  }

  @Test
  void headersAreAddedToAFault() throws IOException {
    fake.failNext(
        Fault.status(503).header("x-should-retry", "false").header("Content-Type", "a/b"));

    Reply reply = api.list("");

    assertEquals("false", reply.headers().get("X-Should-Retry"));
    assertEquals(1, reply.headers().values("Content-Type").size());
    assertEquals("a/b", reply.headers().get("Content-Type"));
  }

  @Test
  void truncatedJsonIsWholeHttp() throws IOException {
    String whole = api.list("").text();
    fake.failNext(Fault.truncatedJson());

    assertEquals(whole.substring(0, whole.length() / 2), api.list("").text());
  }

  @Test
  void aHugeBodyHasItsSize() throws IOException {
    fake.failNext(Fault.hugeBody(10_000_000));

    String text = api.list("").text();

    assertEquals(10_000_000, text.length());
    assertTrue(text.startsWith("\"x") && text.endsWith("x\""));
  }

  @Test
  void aSlowResponseIsRealAndWhole() throws IOException {
    for (Fault fault :
        new Fault[] {
          Fault.delayHeaders(Duration.ofMillis(50)),
          Fault.delayBody(Duration.ofMillis(50)),
          Fault.slowBody(100, Duration.ofMillis(10)),
          Fault.informational(103),
          Fault.closeAfterResponse()
        }) {
      fake.reset();
      long start = System.nanoTime();
      fake.failNext(fault);

      assertEquals("a", api.create("a").gateway().get("id").getAsString(), fault.toString());

      if (!fault.toString().startsWith("informational") && !fault.toString().startsWith("close")) {
        assertTrue(System.nanoTime() - start >= 40_000_000, fault.toString());
      }
      assertEquals(1, fake.gateways(fake.accountId()).size());
    }
  }

  @Test
  void aRequestWhoseResponseComesTooLateWasStillApplied() throws IOException {
    fake.failNext(Fault.delayHeaders(Duration.ofHours(1)));

    assertThrows(SocketTimeoutException.class, () -> api.create("a"));

    assertEquals(200, api.get("a").status());
  }

  @Test
  void closingDoesNotWaitForAFaultThatWaits() {
    fake.fail(Fault.noResponse());
    assertThrows(SocketTimeoutException.class, () -> api.list(""));
    long start = System.nanoTime();

    fake.close();

    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }
}
