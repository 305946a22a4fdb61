package io.github.aigateway.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answers of the API as it sends them: head and body. */
final class Answers {

  private static final String GATEWAY = read();
  private static final String ID = "\"support-bot-0000\"";

  private Answers() {}

  static byte[] one() {
    return answer("{\"result\":" + GATEWAY + ",\"success\":true}");
  }

  /** A list of so many gateways, all on one page. */
  static byte[] list(int count) {
    return page(0, count, 1, Math.max(count, 1), count);
  }

  /** One page of a list; each gateway has another id. */
  static byte[] page(int from, int to, int page, int perPage, int total) {
    String gateways =
        IntStream.range(from, to)
            .mapToObj(i -> GATEWAY.replace(ID, "\"support-bot-" + i + "\""))
            .collect(Collectors.joining(","));
    return answer(
        String.format(
            "{\"result\":[%s],\"success\":true,\"result_info\":"
                + "{\"count\":%d,\"page\":%d,\"per_page\":%d,\"total_count\":%d}}",
            gateways, to - from, page, perPage, total));
  }

  private static byte[] answer(String body) {
    return ("HTTP/1.1 200 OK\r\n"
            + "Date: Sun, 22 Nov 2026 18:45:24 GMT\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n"
            + "Connection: keep-alive\r\n"
            + "cf-ray: 9a1b2c3d4e5f6071-FRA\r\n"
            + "Ratelimit: \"default\";r=50;t=30\r\n"
            + "Ratelimit-Policy: \"burst\";q=100;w=60\r\n"
            + "Server: cloudflare\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String read() {
    try (InputStream in = Answers.class.getResourceAsStream("/gateway.json")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
