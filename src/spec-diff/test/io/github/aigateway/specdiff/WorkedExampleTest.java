package io.github.aigateway.specdiff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aigateway.specdiff.Change.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four edits of the document, each with all that follows from it: the library is made from it, its
 * jar is compared with ours, and the verdict is what a maintainer would say. No document will ever
 * have the names that are invented here.
 */
class WorkedExampleTest {

  private static final Path DOCUMENT = Path.of("openapi/ai-gateway.yaml");

  @TempDir private Path directory;

  private String document = read(DOCUMENT);
  private Variant variant;

  @Test
  void aNewOptionalFieldBreaksNobody() throws IOException {
    for (String schema : List.of("Gateway", "CreateGatewayRequest", "UpdateGatewayRequest")) {
      insertAfter(
          "\n    " + schema + ":\n",
          "\n      properties:\n",
          """
                  worked_example:
                    type: boolean
                    description: Whether the gateway takes part in tests of what is to come.
          """);
    }

    Verdict verdict = verdict();

    assertSays(verdict, Effect.NEW, "Gateway has the new member worked_example.");
    assertSays(verdict, Effect.NEW, "Gateway has the new getWorkedExample(), hasWorkedExample().");
    assertSays(
        verdict, Effect.NEW, "UpdateGatewayRequest$Builder has the new workedExample(boolean).");
    assertEquals(Effect.NEW, verdict.effect(), verdict::words);
  }

  @Test
  void aNewEnumValueBreaksNobody() throws IOException {
    insertAfter("\n    RetryBackoff:\n", "\n        - linear\n", "        - worked_example\n");

    Verdict verdict = verdict();

    assertSays(
        verdict,
        Effect.NEW,
        "Gateway.retry_backoff has the new value worked_example; a switch over known() without a"
            + " default no longer compiles, and fails on it if it is not compiled again.");
    assertSays(verdict, Effect.NEW, "RetryBackoff has the new WORKED_EXAMPLE.");
    assertSays(verdict, Effect.NEW, "RetryBackoff$Known has the new WORKED_EXAMPLE.");
    assertEquals(Effect.NEW, verdict.effect(), verdict::words);
  }

  @Test
  void aRenamedFieldBreaksThoseWhoUseIt() throws IOException {
    document = document.replace("\n        store_id:", "\n        worked_example_id:");

    Verdict verdict = verdict();

    assertSays(verdict, Effect.BREAKS, "Gateway no longer has the member store_id.");
    assertSays(verdict, Effect.NEW, "Gateway has the new member worked_example_id.");
    assertSays(verdict, Effect.BREAKS, "Gateway no longer has getStoreId(), hasStoreId().");
    assertEquals(Effect.BREAKS, verdict.effect(), verdict::words);
  }

  @Test
  void aSeventhOperationBreaksNobodyAndCanBeCalled() throws Exception {
    insertAfter(
        "\npaths:",
        "\n",
        """
          /accounts/{account_id}/ai-gateway/gateways/{id}/worked-example:
            parameters:
              - $ref: '#/components/parameters/AccountId'
              - $ref: '#/components/parameters/GatewayId'
            get:
              operationId: getWorkedExample
              tags:
                - Gateways
              summary: Get the worked example
              description: Returns how often a gateway was used.
              responses:
                '200':
                  description: How often it was used.
                  content:
                    application/json:
                      schema:
                        type: object
                        title: WorkedExample
                        description: How often a gateway was used.
                        required:
                          - requests
                        properties:
                          requests:
                            type: integer
                            format: int64
                            description: How many requests it served.
        """);

    Verdict verdict = verdict();

    assertSays(
        verdict,
        Effect.NEW,
        "The document has the new operation"
            + " GET /accounts/{account_id}/ai-gateway/gateways/{id}/worked-example.");
    assertSays(verdict, Effect.NEW, "GatewaysApi has the new getWorkedExample(String, String).");
    assertSays(verdict, Effect.NEW, "WorkedExample is new.");
    assertEquals(Effect.NEW, verdict.effect(), verdict::words);
    callSeventhOperation();
  }

  private void callSeventhOperation() throws Exception {
    Path caller =
        Files.writeString(
            directory.resolve("Caller.java"),
"""
            import io.github.aigateway.AiGatewayClient;
            import java.io.IOException;

            public class Caller {
              public static Long requests(String baseUrl) throws IOException {
                try (AiGatewayClient client =
                    AiGatewayClient.builder().baseUrl(baseUrl).apiToken("a-token").build()) {
                  return client
                      .api()
                      .getWorkedExample("an-account", "my-gateway")
                      .execute()
                      .body()
                      .getRequests();
                }
              }
            }
""");
    Path callers = Files.createDirectory(directory.resolve("callers"));
    JavaTools.compile(List.of(caller), callers, Variant.classPath(variant.classes()));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> requests = new CopyOnWriteArrayList<>();
    server.createContext(
        "/",
        exchange -> {
          requests.add(said(exchange));
          byte[] body = "{\"requests\": 42}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (URLClassLoader loader = new URLClassLoader(classPath(callers), null)) {
      Object served =
          loader
              .loadClass("Caller")
              .getMethod("requests", String.class)
              .invoke(null, "http://localhost:" + server.getAddress().getPort() + "/client/v4");

      assertEquals(42L, served);
      assertEquals(
          List.of(
              "GET /client/v4/accounts/an-account/ai-gateway/gateways/my-gateway/worked-example"
                  + " Bearer a-token"),
          requests);
    } finally {
      server.stop(0);
    }
  }

  private static String said(HttpExchange exchange) {
    return exchange.getRequestMethod()
        + " "
        + exchange.getRequestURI()
        + " "
        + exchange.getRequestHeaders().getFirst("Authorization");
  }

  private Verdict verdict() throws IOException {
    variant = Variant.of(document, Files.createDirectory(directory.resolve("variant")));
    Path edited = Files.writeString(directory.resolve("edited.yaml"), document);
    return SpecDiff.compare(
        List.of(
            DOCUMENT,
            edited,
            JavaTools.pack(Variant.CLASSES, directory.resolve("library.jar")),
            variant.jar()));
  }

  private void insertAfter(String start, String line, String text) {
    int from = document.indexOf(start);
    assertTrue(from >= 0, start);
    int at = document.indexOf(line, from + start.length() - 1) + line.length();
    document = document.substring(0, at) + text + document.substring(at);
  }

  private URL[] classPath(Path callers) throws IOException {
    List<URL> urls = new ArrayList<>(List.of(callers.toUri().toURL()));
    for (Path each : Variant.classPath(variant.classes())) {
      urls.add(each.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static void assertSays(Verdict verdict, Effect effect, String words) {
    Change expected = new Change(effect, words);
    assertTrue(
        verdict.document().contains(expected) || verdict.library().contains(expected),
        () -> expected + " is not in\n" + verdict.words());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
