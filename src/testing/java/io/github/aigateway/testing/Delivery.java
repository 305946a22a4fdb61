package io.github.aigateway.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;

/** How a response gets to the client, or does not. */
interface Delivery {

  /**
   * Delivers a response, or the part of it that is to arrive, and returns what is left to do for
   * MockWebServer.
   *
   * @throws IOException if the client has gone, or the server is being shut down
   */
  MockResponse deliver(Answer answer, Connection connection) throws IOException;

  static Delivery whole() {
    return (answer, connection) -> Wire.whole(answer);
  }

  static Delivery afterDelay(Duration delay) {
    return (answer, connection) -> {
      connection.await(delay);
      return Wire.whole(answer);
    };
  }

  static Delivery bodyAfterDelay(Duration delay) {
    return (answer, connection) -> {
      connection.write(Wire.head(answer, lengthOf(answer)));
      connection.await(delay);
      connection.write(answer.body());
      return Wire.close();
    };
  }

  static Delivery inPieces(int bytes, Duration pause) {
    return (answer, connection) -> {
      byte[] body = answer.body();
      connection.write(Wire.head(answer, lengthOf(answer)));
      for (int sent = 0; sent < body.length; sent += bytes) {
        connection.write(body, sent, Math.min(bytes, body.length - sent));
        connection.await(pause);
      }
      return Wire.close();
    };
  }

  static Delivery afterInformational(int status) {
    return (answer, connection) -> {
      connection.write(Wire.statusLine(status) + "\r\n\r\n");
      return Wire.whole(answer);
    };
  }

  static Delivery thenClose() {
    return (answer, connection) ->
        Wire.whole(answer).setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);
  }

  static Delivery silence() {
    return (answer, connection) -> {
      connection.awaitEnd();
      return Wire.close();
    };
  }

  static Delivery halfThenSilence() {
    return (answer, connection) -> {
      writeHalf(answer, connection);
      connection.awaitEnd();
      return Wire.close();
    };
  }

  static Delivery halfThenEnd() {
    return (answer, connection) -> {
      writeHalf(answer, connection);
      return Wire.close();
    };
  }

  static Delivery halfThenReset() {
    return (answer, connection) -> {
      writeHalf(answer, connection);
      connection.reset();
      return Wire.close();
    };
  }

  static Delivery end() {
    return (answer, connection) -> Wire.close();
  }

  static Delivery reset() {
    return (answer, connection) -> {
      connection.reset();
      return Wire.close();
    };
  }

  static Delivery withoutLastChunk() {
    return (answer, connection) -> {
      connection.write(Wire.head(answer, "Transfer-Encoding: chunked"));
      connection.write(Integer.toHexString(answer.body().length) + "\r\n");
      connection.write(answer.body());
      connection.write("\r\n");
      return Wire.close();
    };
  }

  static Delivery withLength(long announced) {
    return (answer, connection) -> {
      connection.write(Wire.head(answer, "Content-Length: " + announced));
      connection.write(answer.body());
      return Wire.close();
    };
  }

  static Delivery raw(byte[] bytes) {
    return (answer, connection) -> {
      connection.write(bytes);
      return Wire.close();
    };
  }

  static Delivery huge(long bytes) {
    return (answer, connection) -> {
      connection.write(Wire.head(answer, "Content-Length: " + bytes));
      byte[] piece = new byte[(int) Math.min(bytes, 64 * 1024)];
      Arrays.fill(piece, (byte) 'x');
      connection.write("\"");
      for (long left = bytes - 2; left > 0; left -= piece.length) {
        connection.write(piece, 0, (int) Math.min(left, piece.length));
      }
      connection.write("\"");
      return Wire.close();
    };
  }

  private static void writeHalf(Answer answer, Connection connection) throws IOException {
    byte[] head = Wire.head(answer, lengthOf(answer)).getBytes(StandardCharsets.UTF_8);
    connection.write(head);
    connection.write(answer.halved().body());
  }

  private static String lengthOf(Answer answer) {
    return "Content-Length: " + answer.body().length;
  }
}
