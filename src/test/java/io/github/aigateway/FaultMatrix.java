package io.github.aigateway;

import static io.github.aigateway.FaultCase.End.API;
import static io.github.aigateway.FaultCase.End.AUTHENTICATION;
import static io.github.aigateway.FaultCase.End.BAD_REQUEST;
import static io.github.aigateway.FaultCase.End.CONNECT;
import static io.github.aigateway.FaultCase.End.INVALID;
import static io.github.aigateway.FaultCase.End.LOST;
import static io.github.aigateway.FaultCase.End.NOT_FOUND;
import static io.github.aigateway.FaultCase.End.PERMISSION;
import static io.github.aigateway.FaultCase.End.RATE_LIMIT;
import static io.github.aigateway.FaultCase.End.SERVER;
import static io.github.aigateway.FaultCase.End.TIMEOUT;
import static io.github.aigateway.FaultCase.End.VALUE;
import static io.github.aigateway.FaultCase.row;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The table: every fault of the connection and of the status. */
final class FaultMatrix {

  private static final Duration SOON = Duration.ofMillis(2);
  private static final boolean NO = false;
  private static final boolean MAYBE = true;

  private FaultMatrix() {}

  static Stream<FaultCase> cases() {
    return Stream.of(transport(), odd(), statuses(), HostileBodies.cases())
        .flatMap(List<FaultCase>::stream);
  }

  // The three numbers: requests on the wire of a read, of an update or a delete, of a create.
  // Then: may a change have been applied? For a read, the answer is always no.

  private static List<FaultCase> transport() {
    return List.of(
        row("connect refused", Fault.noAnswer(), CONNECT, "0 0 0", NO).from(Start.REFUSED),
        row("reset before the answer", Fault.resetBeforeAnswer(), LOST, "3 3 1", MAYBE),
        row("reset, applied", Fault.answerLost(), LOST, "3 3 1", MAYBE),
        row("end before the answer", Fault.disconnectBeforeAnswer(), LOST, "3 3 1", MAYBE),
        row("kept connection reset", Fault.resetBeforeAnswer(), LOST, "4 4 1", MAYBE)
            .from(Start.REUSED),
        row("kept connection ended", Fault.disconnectBeforeAnswer(), LOST, "4 4 1", MAYBE)
            .from(Start.REUSED),
        row("reset during the answer", Fault.resetDuringAnswer(), LOST, "3 3 1", MAYBE),
        row(
                "reset during the answer on a kept connection",
                Fault.resetDuringAnswer(),
                LOST,
                "3 3 1",
                MAYBE)
            .from(Start.REUSED),
        row("end after the answer", Fault.closeAfterAnswer(), VALUE, "1 1 1", NO),
        row("slow headers", Fault.delayHeaders(SOON), VALUE, "1 1 1", NO),
        row("slow body", Fault.slowBody(200, Duration.ofMillis(1)), VALUE, "1 1 1", NO),
        row("late body", Fault.delayBody(SOON), VALUE, "1 1 1", NO),
        row("no answer", Fault.noAnswer(), TIMEOUT, "2 2 1", MAYBE).from(Start.HURRIED),
        row("stalled body", Fault.stalledBody(), TIMEOUT, "2 2 1", MAYBE).from(Start.HURRIED),
        row("truncated body", Fault.truncatedBody(), LOST, "3 3 1", MAYBE),
        row("missing last chunk", Fault.missingLastChunk(), LOST, "3 3 1", MAYBE),
        row("Content-Length too long", Fault.wrongContentLength(99_999), LOST, "3 3 1", MAYBE),
        row("Content-Length too short", Fault.wrongContentLength(20), INVALID, "1 1 1", MAYBE),
        row("Content-Length 0", Fault.wrongContentLength(0), INVALID, "1 1 1", MAYBE));
  }

  private static List<FaultCase> odd() {
    return List.of(
        row("wrong gzip", Fault.wrongGzip(), INVALID, "1 1 1", MAYBE),
        row("100 MB of text", Fault.hugeBody(100_000_000), INVALID, "1 1 1", MAYBE),
        row("informational 100", Fault.informational(100), VALUE, "1 1 1", NO),
        row("informational 103", Fault.informational(103), VALUE, "1 1 1", NO),
        row("only informational", head("103 Early Hints"), LOST, "3 3 1", MAYBE),
        row("switching protocols", head("101 Switching Protocols"), INVALID, "1 1 1", MAYBE),
        row("not HTTP", Fault.raw(ascii("SSH-2.0-x\r\n")), LOST, "3 3 1", MAYBE),
        row("no content", Fault.status(204), INVALID, "1 1 1", MAYBE),
        row("reset content", Fault.emptyBody(205), INVALID, "1 1 1", MAYBE),
        row("moved", Fault.redirect(301, "https://example.com/"), INVALID, "1 1 1", MAYBE),
        row("found", Fault.redirect("http://127.0.0.1:1/"), INVALID, "1 1 1", MAYBE),
        row("see other", Fault.redirect(303, "/"), INVALID, "1 1 1", MAYBE),
        row("not modified", Fault.status(304), INVALID, "1 1 1", MAYBE),
        row("temporary redirect", Fault.redirect(307, "//x"), INVALID, "1 1 1", MAYBE),
        row("permanent redirect", Fault.redirect(308, "::"), INVALID, "1 1 1", MAYBE),
        row("redirect without target", Fault.emptyBody(302), INVALID, "1 1 1", MAYBE),
        row("HTML with 200", Fault.htmlPage(200), INVALID, "1 1 1", MAYBE),
        row("HTML with 502", Fault.htmlPage(502), SERVER, "3 3 1", MAYBE),
        row("text with 522", Fault.textPage(522), SERVER, "3 3 1", MAYBE),
        row("503 at once", later(503, "0"), SERVER, "3 3 1", MAYBE),
        row("503 in an hour", later(503, "3600"), SERVER, "1 1 1", MAYBE),
        row("429 in an hour", later(429, "3600"), RATE_LIMIT, "1 1 1", NO),
        row("429 in 2099", later(429, "Thu, 01 Jan 2099 00:00:00 GMT"), RATE_LIMIT, "1 1 1", NO),
        row("429, past", later(429, "Sun, 06 Nov 1994 08:49:37 GMT"), RATE_LIMIT, "3 3 3", NO),
        row("429, unreadable", later(429, "soon"), RATE_LIMIT, "3 3 3", NO),
        row("500, do not retry", should(500, "false"), SERVER, "1 1 1", MAYBE),
        row("429, do not retry", should(429, "false"), RATE_LIMIT, "1 1 1", NO),
        row("refused with 200", Fault.unsuccessful(1, "x"), API, "1 1 1", MAYBE),
        row(
            "refused with 200, do retry",
            Fault.unsuccessful(1, "x").header("x-should-retry", "true"),
            API,
            "3 3 1",
            MAYBE),
        row("409, do retry", should(409, "true"), API, "3 3 1", NO),
        row("503, do retry", should(503, "true"), SERVER, "3 3 1", MAYBE));
  }

  private static List<FaultCase> statuses() {
    return Stream.of(
            status(400, BAD_REQUEST, "1 1 1", NO),
            status(401, AUTHENTICATION, "1 1 1", NO),
            status(403, PERMISSION, "1 1 1", NO),
            status(404, NOT_FOUND, "1 1 1", NO),
            status(408, API, "3 3 1", NO),
            status(409, API, "1 1 1", NO),
            status(418, API, "1 1 1", NO),
            status(421, API, "1 1 1", NO),
            status(429, RATE_LIMIT, "3 3 3", NO),
            status(500, SERVER, "3 3 1", MAYBE),
            status(501, SERVER, "1 1 1", MAYBE),
            status(502, SERVER, "3 3 1", MAYBE),
            status(503, SERVER, "3 3 1", MAYBE),
            status(504, SERVER, "3 3 1", MAYBE),
            status(519, SERVER, "1 1 1", MAYBE),
            status(520, SERVER, "3 3 1", MAYBE),
            status(522, SERVER, "3 3 1", MAYBE),
            status(524, SERVER, "3 3 1", MAYBE),
            status(530, SERVER, "3 3 1", MAYBE),
            status(531, SERVER, "1 1 1", MAYBE))
        .flatMap(List<FaultCase>::stream)
        .toList();
  }

  /** The status with an envelope, and without. */
  private static List<FaultCase> status(int status, End end, String requests, boolean mayHave) {
    return List.of(
        row(status + " with envelope", Fault.status(status), end, requests, mayHave),
        row(status + " without envelope", Fault.emptyBody(status), end, requests, mayHave));
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
