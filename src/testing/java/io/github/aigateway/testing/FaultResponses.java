package io.github.aigateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The responses that faults give instead of the API's. */
final class FaultResponses {
  private FaultResponses() {}

  static FakeResponse status(int status) {
    return switch (status) {
      case 204, 304 -> FakeResponse.empty(status);
      case 400 -> refusal(status, EnvelopeJson.INVALID, "Invalid input");
      case 401, 403 -> refusal(status, EnvelopeJson.AUTHENTICATION, "Authentication error");
      case 404 -> refusal(status, EnvelopeJson.NOT_FOUND, "Not Found");
      case 429 -> refusal(status, 971, "Please wait and consider throttling your request speed");
      default -> refusal(status, status, "Failed on demand with status " + status);
    };
  }

  static FakeResponse refusal(int status, int code, String message) {
    return EnvelopeJson.frontDoor(status, List.of(Problem.of(code, message)));
  }

  static FakeResponse htmlPage(int status) {
    String page =
        """
        <!DOCTYPE html>
        <html lang="en-US">
        <head><title>api.cloudflare.com | %1$d</title></head>
        <body><h1>Error %1$d</h1><p>The page came from the edge, not from the API.</p></body>
        </html>
        """
            .formatted(status);
    return FakeResponse.of(
        status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }

  static FakeResponse textPage(int status) {
    byte[] text = ("error code: " + status).getBytes(StandardCharsets.UTF_8);
    return FakeResponse.of(status, "text/plain; charset=UTF-8", text);
  }
}
