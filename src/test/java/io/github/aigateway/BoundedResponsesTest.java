package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.Fault;
import java.io.BufferedOutputStream;
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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * However large a response is, and however much memory its values would take, its end is an
 * exception, in a heap that would not hold it.
 */
@Timeout(60)
class BoundedResponsesTest extends AgainstFake {

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
              "lists THROWING InvalidResponseException: at most 65536 values",
              "lists RESULT InvalidResponseException: at most 65536 values",
              "lists FUTURE InvalidResponseException: at most 65536 values",
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
          inHeapOf(
              "24m", server.getLocalPort(), "small,text,lists,deep,bomb,error,small", "1048576"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aResponseOfTinyValuesTakesNoMoreThanSixteenTimesTheDefaultSize() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> serve(server, threads, new byte[0]));
      assertEquals(
          List.of(
              "objects THROWING InvalidResponseException: at most 1048576 values",
              "objects RESULT InvalidResponseException: at most 1048576 values",
              "objects FUTURE InvalidResponseException: at most 1048576 values",
              "members THROWING InvalidResponseException: at most 1048576 values",
              "members RESULT InvalidResponseException: at most 1048576 values",
              "members FUTURE InvalidResponseException: at most 1048576 values",
              "small THROWING value existing",
              "small RESULT value existing",
              "small FUTURE value existing"),
          inHeapOf("256m", server.getLocalPort(), "objects,members,small"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sixteenMebibytesAreAcceptedByDefault() {
    String head = "{\"success\":true,\"result\":{\"id\":\"existing\"},\"x\":\"";
    int room = 16 * 1024 * 1024 - head.length() - 2;
    fake.failNext(Fault.body(200, head + "x".repeat(room) + "\"}"));
    assertEquals(Calls.ID, gateways.get(Calls.ID).getId());
    fake.failNext(Fault.body(200, head + "x".repeat(room + 1) + "\"}"));
    assertSays(
        "16777216 bytes",
        assertThrows(InvalidResponseException.class, () -> gateways.get(Calls.ID)));
  }

  private static List<String> inHeapOf(String heap, int port, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BoundedResponses.class.getName());
    command.add(Integer.toString(port));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
        threads.execute(() -> respond(socket, bomb));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void respond(Socket socket, byte[] bomb) {
    try (socket;
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
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
        out.flush();
        return;
      }
      write(out, "\r\n");
      writeBody(out, body);
      out.flush();
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
      case "objects" -> {
        write(out, "[{}");
        fill(out, ",{}");
      }
      case "members" -> {
        write(out, "1,\"result\":{\"id\":\"existing\"");
        for (int i = 0; i < HUGE / 10; i++) {
          write(out, ",\"_" + Integer.toString(i, 36) + "\":1");
        }
      }
      case "deep" -> fill(out, "[");
      default -> {
        write(out, "\"");
        fill(out, "x");
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

  private static void fill(OutputStream out, String repeated) throws IOException {
    byte[] piece = repeated.repeat(30_000).getBytes(StandardCharsets.US_ASCII);
    for (int sent = 0; sent < HUGE; sent += piece.length) {
      out.write(piece);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
