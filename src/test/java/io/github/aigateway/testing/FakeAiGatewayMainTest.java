package io.github.aigateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FakeAiGatewayMainTest {

  @Test
  void itsSecondLineNamesTheAccountThatIsGood() throws Exception {
    Process process = start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      out.readLine();
      String hint = out.readLine();

      assertTrue(hint.startsWith("Use the account id " + FakeAiGateway.ACCOUNT_ID), hint);
    } finally {
      process.toHandle().destroy();
    }
  }

  @Test
  void itsFirstLineIsTheBaseUrlAndItRunsUntilKilled() throws Exception {
    Process process = start("--port", "0", "--any-account");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String baseUrl = out.readLine();
      String hint = out.readLine();
      URI list = URI.create(baseUrl + "/accounts/another/ai-gateway/gateways");
      HttpRequest request =
          HttpRequest.newBuilder(list)
              .header("Authorization", "Bearer " + FakeAiGateway.API_TOKEN)
              .build();

      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

      assertEquals(200, response.statusCode());
      assertTrue(baseUrl.startsWith("http://127.0.0.1:"), baseUrl);
      assertTrue(hint.contains(FakeAiGateway.API_TOKEN), hint);
      assertTrue(process.isAlive());
    } finally {
      process.toHandle().destroy(); // the process's own would close its streams
    }
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertEquals("", err);
  }

  @Test
  void helpSaysHow() throws Exception {
    Process process = start("--help");

    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, process.waitFor());
    assertTrue(out.contains("--port N"), out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port",
        "--port x",
        "--any-account --port",
        "--port 65536",
        "--port -1",
        "--odd",
        "8080"
      })
  void argumentsThatMakeNoSenseEndItWithCode2(String arguments) throws Exception {
    Process process = start(arguments.split(" ", -1));

    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

    assertEquals(2, process.waitFor());
    assertTrue(err.contains("--help"), err);
  }

  @Test
  void aTakenPortEndsItWithCode1() throws Exception {
    try (FakeAiGateway fake = FakeAiGateway.start()) {
      Process process = start("--port", Integer.toString(fake.port()));

      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

      assertEquals(1, process.waitFor());
      assertTrue(err.contains("Port " + fake.port()), err);
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FakeAiGateway.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
