package io.github.aigateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The responses that faults give instead of the API's. */
final class FaultAnswers {
  private FaultAnswers() {}

  static Answer status(int status) {
    return switch (status) {
      case 204, 304 -> Answer.empty(status);
      case 400 -> refusal(status, Envelope.INVALID, "Invalid input");
      case 401, 403 -> refusal(status, Envelope.AUTHENTICATION, "Authentication error");
      case 404 -> refusal(status, Envelope.NOT_FOUND, "Not Found");
      case 429 -> refusal(status, 971, "Please wait and consider throttling your request speed");
      default -> refusal(status, status, "Failed on demand with status " + status);
    };
  }

  static Answer refusal(int status, int code, String message) {
    return Envelope.frontDoor(status, List.of(Problem.of(code, message)));
  }

  static Answer htmlPage(int status) {
    String page =
        """
        <!DOCTYPE html>
        <html lang="en-US">
        <head><title>api.cloudflare.com | %1$d</title></head>
        <body><h1>Error %1$d</h1><p>The page came from the edge, not from the API.</p></body>
        </html>
        """
            .formatted(status);
    return Answer.of(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }

  static Answer textPage(int status) {
    byte[] text = ("error code: " + status).getBytes(StandardCharsets.UTF_8);
    return Answer.of(status, "text/plain; charset=UTF-8", text);
  }
}
