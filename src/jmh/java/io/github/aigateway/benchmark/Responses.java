package io.github.aigateway.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The responses of the API as it sends them: head and body. */
final class Responses {

  private static final String ID = "\"support-bot-0000\"";

  private final String gateway;

  Responses(Payload payload) {
    gateway = payload.gateway();
  }

  byte[] one() {
    return response("{\"result\":" + gateway + ",\"success\":true}");
  }

  /** A list of so many gateways, all on one page. */
  byte[] list(int count) {
    return page(0, count, 1, Math.max(count, 1), count);
  }

  /** One page of a list; each gateway has another id. */
  byte[] page(int from, int to, int page, int perPage, int total) {
    String gateways =
        IntStream.range(from, to)
            .mapToObj(i -> gateway.replace(ID, "\"support-bot-" + i + "\""))
            .collect(Collectors.joining(","));
    return response(
        String.format(
            "{\"result\":[%s],\"success\":true,\"result_info\":"
                + "{\"count\":%d,\"page\":%d,\"per_page\":%d,\"total_count\":%d}}",
            gateways, to - from, page, perPage, total));
  }

  private static byte[] response(String body) {
    return ("HTTP/1.1 200 OK\r\n"
            + "Date: Sun, 22 Nov 2026 18:45:24 GMT\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n"
            + "Connection: keep-alive\r\n"
            + "cf-ray: 9a1b2c3d4e5f6071-FRA\r\n"
            + "Ratelimit: \"default\";r=50;t=30\r\n"
            + "Ratelimit-Policy: \"burst\";q=100;w=60\r\n"
            + "Server: cloudflare\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
