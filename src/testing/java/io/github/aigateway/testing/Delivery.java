package io.github.aigateway.testing;

import java.io.IOException;
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
  MockResponse deliver(FakeResponse response, Connection connection) throws IOException;

  static Delivery whole() {
    return (response, connection) -> Wire.whole(response);
  }

  static Delivery afterDelay(Duration delay) {
    return (response, connection) -> {
      connection.await(delay);
      return Wire.whole(response);
    };
  }

  static Delivery bodyAfterDelay(Duration delay) {
    return (response, connection) -> {
      connection.write(Wire.head(response, lengthOf(response)));
      connection.await(delay);
      connection.write(response.body());
      return Wire.close();
    };
  }

  static Delivery inPieces(int bytes, Duration pause) {
    return (response, connection) -> {
      byte[] body = response.body();
      connection.write(Wire.head(response, lengthOf(response)));
      for (int sent = 0; sent < body.length; sent += bytes) {
        connection.write(body, sent, Math.min(bytes, body.length - sent));
        connection.await(pause);
      }
      return Wire.close();
    };
  }

  static Delivery afterInformational(int status) {
    return (response, connection) -> {
      connection.write(Wire.statusLine(status) + "\r\n\r\n");
      return Wire.whole(response);
    };
  }

  static Delivery thenClose() {
    return (response, connection) ->
        Wire.whole(response).setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);
  }

  static Delivery silence() {
    return (response, connection) -> {
      connection.awaitEnd();
      return Wire.close();
    };
  }

  static Delivery halfThenSilence() {
    return (response, connection) -> {
      writeHalf(response, connection);
      connection.awaitEnd();
      return Wire.close();
    };
  }

  static Delivery halfThenEnd() {
    return (response, connection) -> {
      writeHalf(response, connection);
      return Wire.close();
    };
  }

  static Delivery halfThenReset() {
    return (response, connection) -> {
      writeHalf(response, connection);
      connection.reset();
      return Wire.close();
    };
  }

  static Delivery end() {
    return (response, connection) -> Wire.close();
  }

  static Delivery reset() {
    return (response, connection) -> {
      connection.reset();
      return Wire.close();
    };
  }

  static Delivery withoutLastChunk() {
    return (response, connection) -> {
      connection.write(Wire.head(response, "Transfer-Encoding: chunked"));
      connection.write(Integer.toHexString(response.body().length) + "\r\n");
      connection.write(response.body());
      connection.write("\r\n");
      return Wire.close();
    };
  }

  static Delivery withLength(long announced) {
    return (response, connection) -> {
      connection.write(Wire.head(response, "Content-Length: " + announced));
      connection.write(response.body());
      return Wire.close();
    };
  }

  static Delivery raw(byte[] bytes) {
    return (response, connection) -> {
      connection.write(bytes);
      return Wire.close();
    };
  }

  static Delivery huge(long bytes) {
    return (response, connection) -> {
      connection.write(Wire.head(response, "Content-Length: " + bytes));
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

  private static void writeHalf(FakeResponse response, Connection connection) throws IOException {
    connection.write(Wire.head(response, lengthOf(response)));
    connection.write(response.halved().body());
  }

  private static String lengthOf(FakeResponse response) {
    return "Content-Length: " + response.body().length;
  }
}
