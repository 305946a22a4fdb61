package io.github.aigateway;

import static io.github.aigateway.FaultCase.row;

import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How each row of the fault matrix is provoked, of the connection and of the status. */
final class FaultMatrix {

  private static final Duration SOON = Duration.ofMillis(2);

  private FaultMatrix() {}

  static Stream<FaultCase> cases() {
    return Stream.of(transport(), odd(), statuses(), HostileBodies.cases())
        .flatMap(List<FaultCase>::stream);
  }

  private static List<FaultCase> transport() {
    return List.of(
        row("connect refused", Fault.noResponse()).from(Start.REFUSED),
        row("reset before the response", Fault.resetBeforeResponse()),
        row("reset, applied", Fault.responseLost()),
        row("end before the response", Fault.disconnectBeforeResponse()),
        row("kept connection reset", Fault.resetBeforeResponse()).from(Start.REUSED),
        row("kept connection ended", Fault.disconnectBeforeResponse()).from(Start.REUSED),
        row("reset during the response", Fault.resetDuringResponse()),
        row("reset during the response on a kept connection", Fault.resetDuringResponse())
            .from(Start.REUSED),
        row("end after the response", Fault.closeAfterResponse()),
        row("slow headers", Fault.delayHeaders(SOON)),
        row("slow body", Fault.slowBody(200, Duration.ofMillis(1))),
        row("late body", Fault.delayBody(SOON)),
        row("no response", Fault.noResponse()).from(Start.HURRIED),
        row("stalled body", Fault.stalledBody()).from(Start.HURRIED),
        row("truncated body", Fault.truncatedBody()),
        row("missing last chunk", Fault.missingLastChunk()),
        row("Content-Length too long", Fault.wrongContentLength(99_999)),
        row("Content-Length too short", Fault.wrongContentLength(20)),
        row("Content-Length 0", Fault.wrongContentLength(0)));
  }

  private static List<FaultCase> odd() {
    return List.of(
        row("wrong gzip", Fault.wrongGzip()),
        row("100 MB of text", Fault.hugeBody(100_000_000)),
        row("informational 100", Fault.informational(100)),
        row("informational 103", Fault.informational(103)),
        row("only informational", head("103 Early Hints")),
        row("switching protocols", head("101 Switching Protocols")),
        row("not HTTP", Fault.raw(ascii("SSH-2.0-x\r\n"))),
        row("no content", Fault.status(204)),
        row("reset content", Fault.emptyBody(205)),
        row("moved", Fault.redirect(301, "https://example.com/")),
        row("found", Fault.redirect("http://127.0.0.1:1/")),
        row("see other", Fault.redirect(303, "/")),
        row("not modified", Fault.status(304)),
        row("temporary redirect", Fault.redirect(307, "//x")),
        row("permanent redirect", Fault.redirect(308, "::")),
        row("redirect without target", Fault.emptyBody(302)),
        row("HTML with 200", Fault.htmlPage(200)),
        row("HTML with 502", Fault.htmlPage(502)),
        row("text with 522", Fault.textPage(522)),
        row("503 at once", later(503, "0")),
        row("503 in an hour", later(503, "3600")),
        row("429 in an hour", later(429, "3600")),
        row("429 in 2099", later(429, "Thu, 01 Jan 2099 00:00:00 GMT")),
        row("429, past", later(429, "Sun, 06 Nov 1994 08:49:37 GMT")),
        row("429, unreadable", later(429, "soon")),
        row("500, do not retry", should(500, "false")),
        row("429, do not retry", should(429, "false")),
        row("refused with 200", Fault.unsuccessful(1, "x")),
        row(
            "refused with 200, do retry",
            Fault.unsuccessful(1, "x").header("x-should-retry", "true")),
        row("409, do retry", should(409, "true")),
        row("503, do retry", should(503, "true")));
  }

  private static List<FaultCase> statuses() {
    return IntStream.of(
            400, 401, 403, 404, 408, 409, 418, 421, 429, 500, 501, 502, 503, 504, 519, 520, 522,
            524, 530, 531)
        .mapToObj(FaultMatrix::status)
        .flatMap(List<FaultCase>::stream)
        .toList();
  }

  /** The status with an envelope, and without. */
  private static List<FaultCase> status(int status) {
    return List.of(
        row(status + " with envelope", Fault.status(status)),
        row(status + " without envelope", Fault.emptyBody(status)));
  }

  private static Fault later(int status, String retryAfter) {
    return Fault.status(status).header("Retry-After", retryAfter);
  }

  private static Fault should(int status, String retry) {
    return Fault.status(status).header("x-should-retry", retry);
  }

  private static Fault head(String status) {
    return Fault.raw(ascii("HTTP/1.1 " + status + "\r\n\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
