package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However large an answer is, its end is an exception, in a heap much smaller than the answer. */
@Timeout(60)
class BoundedAnswersTest {

  private static final int HUGE = 100_000_000;
  private static final String HEAD = "{\"success\":true,\"x\":";
  private static final String TAIL = ",\"result\":{\"id\":\"existing\"}}";

  @Test
  void hugeBodiesGzipBombsAndDeepNestingEndInAnExceptionWithinTwentyFourMegabytes()
      throws Exception {
    byte[] bomb = bomb();
    assertTrue(bomb.length < 300_000, "a bomb is small: " + bomb.length);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> serve(server, threads, bomb));
      assertEquals(
          List.of(
              "small THROWING value existing",
              "small RESULT value existing",
              "small FUTURE value existing",
              "text THROWING InvalidResponseException",
              "text RESULT InvalidResponseException",
              "text FUTURE InvalidResponseException",
              "lists THROWING InvalidResponseException",
              "lists RESULT InvalidResponseException",
              "lists FUTURE InvalidResponseException",
              "deep THROWING InvalidResponseException",
              "deep RESULT InvalidResponseException",
              "deep FUTURE InvalidResponseException",
              "bomb THROWING InvalidResponseException",
              "bomb RESULT InvalidResponseException",
              "bomb FUTURE InvalidResponseException",
              "error THROWING ServerException",
              "error RESULT ServerException",
              "error FUTURE ServerException",
              "small THROWING value existing",
              "small RESULT value existing",
              "small FUTURE value existing"),
          inSmallHeap(server.getLocalPort(), "small,text,lists,deep,bomb,error,small"));
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> inSmallHeap(int port, String bodies) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                BoundedAnswers.class.getName(),
                Integer.toString(port),
                bodies)
            .redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return lines;
  }

  private static void serve(ServerSocket server, ExecutorService threads, byte[] bomb) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> answer(socket, bomb));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket socket, byte[] bomb) {
    try (socket;
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String request = String.valueOf(in.readLine());
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      String body = request.replaceFirst(".*body=([a-z]+).*", "$1");
      write(out, "HTTP/1.1 " + (body.equals("error") ? 501 : 200) + " X\r\nConnection: close\r\n");
      if (body.equals("bomb")) {
        write(out, "Content-Encoding: gzip\r\n\r\n");
        out.write(bomb);
        return;
      }
      write(out, "\r\n");
      writeBody(out, body);
    } catch (IOException clientHasSeenEnough) {
      return;
    }
  }

  private static void writeBody(OutputStream out, String body) throws IOException {
    write(out, HEAD);
    switch (body) {
      case "small" -> write(out, "1" + TAIL);
      case "lists" -> {
        write(out, "[1");
        fill(out, ",1");
      }
      case "deep" -> fill(out, "[[");
      default -> {
        write(out, "\"");
        fill(out, "xx");
        write(out, "\"" + TAIL);
      }
    }
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      writeBody(out, "text");
    }
    return zipped.toByteArray();
  }

  private static void fill(OutputStream out, String two) throws IOException {
    byte[] piece = new byte[100_000];
    Arrays.fill(piece, (byte) two.charAt(0));
    for (int i = 1; i < piece.length; i += 2) {
      piece[i] = (byte) two.charAt(1);
    }
    for (int sent = 0; sent < HUGE; sent += piece.length) {
      out.write(piece);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
