package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What is put in place of a part of OkHttp behaves like it. */
class SocketsAndBodiesTest {

  @Test
  void socketsCanBeInterruptedAndConnected() throws IOException {
    InterruptibleSocketFactory sockets = new InterruptibleSocketFactory();
    assertNotNull(sockets.createSocket().getChannel());
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 9, here)) {
      int port = server.getLocalPort();
      String host = here.getHostAddress();
      assertConnected(sockets.createSocket(host, port), port);
      assertConnected(sockets.createSocket(here, port), port);
      assertConnected(sockets.createSocket(host, port, here, 0), port);
      assertConnected(sockets.createSocket(here, port, here, 0), port);
    }
  }

  @Test
  void aReplacedBodyIsDescribedLikeTheOriginal() {
    ResponseBody text = ResponseBody.create("abc", MediaType.get("text/plain"));
    Response.Builder response =
        new Response.Builder()
            .request(new Request.Builder().url("https://a.example").build())
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("");
    Buffer source = new Buffer();
    ReplacedBody replaced = new ReplacedBody(response.build(), text, 3, source);
    assertEquals(text.contentType(), replaced.contentType());
    assertEquals(3, replaced.contentLength());
    assertSame(source, replaced.source());
    response.header("Content-Type", "application/json");
    ReplacedBody json = new ReplacedBody(response.build(), text, 3, source);
    assertEquals(MediaType.get("application/json"), json.contentType());
  }

  private static void assertConnected(Socket socket, int port) throws IOException {
    try (socket) {
      assertEquals(port, socket.getPort());
    }
  }
}
