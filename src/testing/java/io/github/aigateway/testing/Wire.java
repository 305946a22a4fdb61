package io.github.aigateway.testing;

import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;

/** Puts responses into HTTP/1.1's words: MockWebServer's, or text for what it has no words for. */
final class Wire {
  private Wire() {}

  /** Returns the response as MockWebServer sends it, over a connection that stays open. */
  static MockResponse whole(FakeResponse response) {
    MockResponse whole = new MockResponse();
    whole.setStatus(statusLine(response.status()));
    if (response.mayHaveBody()) {
      whole.setBody(new Buffer().write(response.body()));
    } else {
      whole.removeHeader("Content-Length");
    }
    response.headers().forEach(whole::setHeader);
    return whole;
  }

  /** Returns what makes MockWebServer send nothing (more) and close the connection. */
  static MockResponse close() {
    return new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);
  }

  /** Returns the status line and headers as text; the connection is closed after the response. */
  static String head(FakeResponse response, String framing) {
    StringBuilder head = new StringBuilder(statusLine(response.status())).append("\r\n");
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("Connection: close\r\n").append(framing).append("\r\n\r\n").toString();
  }

  static String statusLine(int status) {
    return "HTTP/1.1 " + status + ' ' + reason(status);
  }

  private static String reason(int status) {
    return switch (status) {
      case 100 -> "Continue";
      case 103 -> "Early Hints";
      case 200 -> "OK";
      case 204 -> "No Content";
      case 302 -> "Found";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 408 -> "Request Timeout";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Status";
    };
  }
}
