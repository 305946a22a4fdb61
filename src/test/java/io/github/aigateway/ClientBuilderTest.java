package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is built of, shown by the requests that it would send. */
class ClientBuilderTest {

  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String KEY = "CLOUDFLARE_API_KEY";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";
  private static final String ACCOUNT = "CLOUDFLARE_ACCOUNT_ID";
  private static final String BASE_URL = "CLOUDFLARE_BASE_URL";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/v4",
        "http://127.0.0.1:1/v4",
        "http://127.255.249.199/v4/",
        "http://LOCALHOST/v4",
        "http://[::1]/v4"
      })
  void requestsGoBelowTheBaseUrl(String baseUrl) {
    Request request = request(variables(Map.of(TOKEN, "t")).baseUrl(baseUrl));
    assertEquals("/v4/accounts/a/ai-gateway/gateways/g", request.url().encodedPath());
  }

  @Test
  void withoutABaseUrlTheyGoToTheApi() {
    assertEquals(
        "https://api.cloudflare.com/client/v4/accounts/a/ai-gateway/gateways/g",
        request(variables(Map.of(TOKEN, "t", BASE_URL, " "))).url().toString());
  }

  @Test
  void theEnvironmentsBaseUrlCountsUnlessThereIsAnother() {
    Map<String, String> variables = Map.of(TOKEN, "t", BASE_URL, "https://env.example.com");
    assertEquals("env.example.com", request(variables(variables)).url().host());
    AiGatewayClientBuilder builder = variables(variables).baseUrl("https://set.example.com");
    assertEquals("set.example.com", request(builder).url().host());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1", "http://127.0.0.256", "http://localhost.example.com"})
  void plainHttpToAnotherMachineMustBeAllowed(String baseUrl) {
    AiGatewayClientBuilder builder = variables(Map.of(TOKEN, "t")).baseUrl(baseUrl);
    assertThrows(IllegalArgumentException.class, builder::build);
    assertSame(builder, builder.allowPlainHttp());
    builder.build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "https://u@a.example", "https://:p@a.example", "https://a?q", "https://a#f"})
  void anAddressWithMoreThanAPathIsRefused(String baseUrl) {
    AiGatewayClientBuilder builder = variables(Map.of(TOKEN, "t")).baseUrl(baseUrl);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void anAccountIsTakenFromTheEnvironmentUnlessThereIsAnother() {
    AiGatewayClientBuilder builder = variables(Map.of(TOKEN, "t", ACCOUNT, "of-env"));
    assertEquals("AiGatewayClient{accountId=of-env}", printed(builder));
    assertEquals("AiGatewayClient{accountId=set}", printed(builder.accountId("set")));
    assertEquals("AiGatewayClient{accountId=none}", printed(variables(Map.of(TOKEN, "t"))));
    AiGatewayClientBuilder wrong = variables(Map.of(TOKEN, "t", ACCOUNT, ".."));
    assertThrows(IllegalArgumentException.class, wrong::build);
  }

  @Test
  void exactlyOneWayToAuthenticateIsTaken() {
    variables(Map.of(TOKEN, "t")).build().close();
    variables(Map.of(KEY, "k", EMAIL, "e")).build().close();
    variables(Map.of(TOKEN, "t", KEY, "k", EMAIL, "e")).apiToken(() -> "t").build().close();
    variables(Map.of(TOKEN, "t", KEY, "k", EMAIL, "e")).apiKey("e", "k").build().close();
    assertRefused("two ways", variables(Map.of(TOKEN, "t", KEY, "k", EMAIL, "e")));
    assertRefused("two ways", variables(Map.of()).apiToken("t").apiKey("e", "k"));
    assertRefused("Half", variables(Map.of(KEY, "k")));
    assertRefused("Half", variables(Map.of(EMAIL, "e")));
    assertRefused("no credentials", variables(Map.of(TOKEN, " ")));
  }

  @Test
  void eachSetterChecks() {
    AiGatewayClientBuilder builder = variables(Map.of());
    assertThrows(IllegalArgumentException.class, () -> builder.accountId(" "));
    assertThrows(IllegalArgumentException.class, () -> builder.connectTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.attemptTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.callTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> builder.maxRetries(-1));
    Duration negative = Duration.ofNanos(-1);
    assertThrows(IllegalArgumentException.class, () -> builder.maxRetryAfter(negative));
    assertThrows(IllegalArgumentException.class, () -> builder.maxResponseBytes(0));
  }

  @Test
  void settersCanBeChained() {
    AiGatewayClientBuilder builder = variables(Map.of());
    assertSame(builder, builder.connectTimeout(Duration.ofSeconds(1)));
    assertSame(builder, builder.attemptTimeout(Duration.ofSeconds(1)));
    assertSame(builder, builder.callTimeout(Duration.ofSeconds(1)));
    assertSame(builder, builder.maxRetries(1));
    assertSame(builder, builder.maxRetryAfter(Duration.ZERO));
    assertSame(builder, builder.maxResponseBytes(1));
    assertSame(builder, builder.httpClient(new OkHttpClient()));
    assertSame(builder, builder.baseUrl("https://example.com"));
    assertSame(builder, builder.apiToken("t"));
    assertSame(builder, builder.accountId("a"));
    assertSame(builder, builder.timing(new ManualTiming()));
    builder.build().close();
  }

  private static Request request(AiGatewayClientBuilder builder) {
    try (AiGatewayClient client = builder.build()) {
      return client.api().getGateway("a", "g").request();
    }
  }

  private static String printed(AiGatewayClientBuilder builder) {
    try (AiGatewayClient client = builder.build()) {
      return client.toString();
    }
  }

  private static void assertRefused(String reason, AiGatewayClientBuilder builder) {
    Messages.assertSays(reason, assertThrows(IllegalStateException.class, builder::build));
  }

  private static AiGatewayClientBuilder variables(Map<String, String> variables) {
    return AiGatewayClient.builder().environment(variables::get);
  }
}
