package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.GatewayResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token, a key and an email are looked for wherever they might come out. */
class SecretsDoNotLeakTest {

  private static final String TOKEN = "tokenmark/4f1c+9==";
  private static final String EMAIL = "emailmark/x@example.com";
  private static final String KEY = "keymark/77\"aa\\0";
  private static final List<String> MARKS = List.of("tokenmark", "emailmark", "keymark");

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final LogCapture log = LogCapture.start(Level.ALL);
  private final List<String> printed = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
    other.start();
  }

  @AfterEach
  void nothingLeaked() throws IOException {
    log.close();
    server.shutdown();
    other.shutdown();
    printed.addAll(log.lines());
    for (String text : printed) {
      for (String mark : MARKS) {
        assertFalse(text.contains(mark), text);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Echo.class)
  void aResponseThatRepeatsTheCredentialsIsRedacted(Echo echo) {
    for (UnaryOperator<String> spelling :
        List.<UnaryOperator<String>>of(
            SecretsDoNotLeakTest::json,
            text -> json(text).replace("/", "\\/"),
            SecretsDoNotLeakTest::unicode)) {
      respond(
          request ->
              new MockResponse()
                  .setResponseCode(echo.status)
                  .setBody(echo.body.formatted(spelling.apply(credentialsOf(request)))));
      try (AiGatewayClient token = builder().apiToken(TOKEN).build();
          AiGatewayClient key = builder().apiKey(EMAIL, KEY).build()) {
        for (AiGatewayClient client : List.of(token, key)) {
          failInAllStyles(client);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SocketPolicy.class,
      names = {
        "DISCONNECT_AFTER_REQUEST",
        "DISCONNECT_AT_START",
        "DISCONNECT_DURING_RESPONSE_BODY"
      })
  void aBrokenConnectionTellsNothing(SocketPolicy policy) {
    respond(request -> new MockResponse().setBody("{\"success\":true}").setSocketPolicy(policy));
    try (AiGatewayClient client = builder().apiKey(EMAIL, KEY).build()) {
      failInAllStyles(client);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowed(int status) throws IOException {
    respond(
        request ->
            new MockResponse().setResponseCode(status).setHeader("Location", other.url("/x")));
    try (AiGatewayClient client =
        builder().apiKey(EMAIL, KEY).httpClient(new OkHttpClient()).build()) {
      failInAllStyles(client);
      InvalidResponseException failure =
          assertThrows(InvalidResponseException.class, () -> client.gateways().get("a"));
      assertTrue(String.valueOf(failure.getMessage()).contains(other.getHostName()));
      assertEquals(status, client.api().getGateway("a", "b").execute().code());
    }
    assertEquals(0, other.getRequestCount());
  }

  @Test
  void requestsThatCanBePrintedHoldNoCredentials() throws Exception {
    respond(request -> new MockResponse().setBody("{\"success\":true,\"result\":{\"id\":\"a\"}}"));
    OkHttpClient callers =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  printed.add(chain.request().toString());
                  okhttp3.Response response = chain.proceed(chain.request());
                  printed.add(response.request() + " " + response.request().headers());
                  return response;
                })
            .build();
    AiGatewayClientBuilder builder = builder().apiKey(EMAIL, KEY).httpClient(callers);
    try (AiGatewayClient client = builder.build()) {
      retrofit2.Response<GatewayResponse> bare = client.api().getGateway("a", "b").execute();
      okhttp3.Response raw = bare.raw();
      printed.add(raw + " " + raw.request() + " " + raw.request().headers());
      okhttp3.Response network = raw.networkResponse();
      assertTrue(network != null);
      printed.add(network + " " + network.request() + " " + network.request().headers());
      Gateways with =
          client.gateways().with(RequestOptions.builder().header("X-A", "extra").build());
      printed.add(String.valueOf(with.tryGet("a")));
      printed.add(client.toString());
      for (Object printable : List.of(builder, client.gateways(), with)) {
        printed.add(printable.toString());
      }
      printed.add(RequestOptions.builder().header("X-A", KEY).build().toString());
    }
    assertEquals(KEY, server.takeRequest().getHeader("X-Auth-Key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokenmark\n",
        "tokenmark\u0000",
        "tokenmark é",
        "token mark keymark",
        "\ttokenmark"
      })
  void aCredentialThatNoHeaderCanHoldIsRefusedWithoutQuotingIt(String secret) {
    print(assertThrows(IllegalArgumentException.class, () -> builder().apiToken(secret)));
    print(assertThrows(IllegalArgumentException.class, () -> builder().apiKey(EMAIL, secret)));
    print(assertThrows(IllegalArgumentException.class, () -> builder().apiKey(secret, KEY)));
    UnaryOperator<String> environment = name -> name.equals("CLOUDFLARE_API_TOKEN") ? secret : "";
    print(
        assertThrows(
            IllegalArgumentException.class, () -> builder().environment(environment).build()));
    print(
        assertThrows(
            IllegalArgumentException.class,
            () -> RequestOptions.builder().header("X-A", secret + "\n")));
    try (AiGatewayClient client = builder().apiToken(() -> secret).build()) {
      failInAllStyles(client);
      TransportException failure =
          assertThrows(TransportException.class, () -> client.gateways().get("a"));
      assertEquals(TransportException.Reason.CREDENTIALS, failure.reason());
    }
    assertEquals(0, server.getRequestCount());
  }

  private AiGatewayClientBuilder builder() {
    return AiGatewayClient.builder()
        .environment(name -> null)
        .accountId("account")
        .maxRetries(0)
        .baseUrl(server.url("/").toString());
  }

  private interface Responding {
    MockResponse to(RecordedRequest request);
  }

  private void respond(Responding responding) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return responding.to(request);
          }
        });
  }

  private static String credentialsOf(RecordedRequest request) {
    return String.join(
        " ",
        String.valueOf(request.getHeader("Authorization")),
        String.valueOf(request.getHeader("X-Auth-Key")),
        String.valueOf(request.getHeader("X-Auth-Email")));
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** As careful servers spell all but letters. */
  private static String unicode(String text) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      spelled.append(Character.isLetter(c) ? String.valueOf(c) : String.format("\\u%04X", (int) c));
    }
    return spelled.toString();
  }

  private void failInAllStyles(AiGatewayClient client) {
    print(assertThrows(AiGatewayException.class, () -> client.gateways().get("a")));
    Result<?> result = client.gateways().tryGet("a");
    printed.add(result.toString());
    print(assertInstanceOf(Result.Err.class, result).error());
    print(assertThrows(CompletionException.class, () -> client.gateways().async().get("a").join()));
  }

  /** All that an exception holds, causes and suppressed ones included. */
  private void print(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    printed.add(trace.toString());
    if (failure instanceof ApiException refused) {
      printed.add(refused.errors() + " " + refused.rawBody());
    }
    if (failure instanceof InvalidResponseException invalid) {
      printed.add(invalid.rawBody());
    }
  }
}
