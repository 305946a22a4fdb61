package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.ReceivedRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client is built of: what the builder says, and else the environment. */
@Tag("quick")
class ConfigurationTest {

  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String KEY = "CLOUDFLARE_API_KEY";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";
  private static final String ACCOUNT = "CLOUDFLARE_ACCOUNT_ID";
  private static final String BASE_URL = "CLOUDFLARE_BASE_URL";

  private final FakeAiGateway fake = FakeAiGateway.builder().anyAccount().start();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aTokenOfTheEnvironmentIsSentAlone() {
    ReceivedRequest request =
        listed(
            environment(
                Map.of(TOKEN, fake.apiToken(), ACCOUNT, "account-1", BASE_URL, fake.baseUrl())));
    assertEquals("Bearer " + fake.apiToken(), request.header("Authorization"));
    assertEquals("account-1", request.accountId().orElseThrow());
    assertNull(request.header("X-Auth-Email"));
    assertNull(request.header("X-Auth-Key"));
  }

  @Test
  void keyAndEmailOfTheEnvironmentAreSentAndNoToken() {
    ReceivedRequest request =
        listed(
            environment(
                Map.of(KEY, fake.apiKey(), EMAIL, fake.email(), ACCOUNT, "a", BASE_URL, url(""))));
    assertEquals(fake.email(), request.header("X-Auth-Email"));
    assertEquals(fake.apiKey(), request.header("X-Auth-Key"));
    assertNull(request.header("Authorization"));
  }

  @Test
  void theBuilderWinsOverTheEnvironment() {
    ReceivedRequest request =
        listed(
            environment(
                    Map.of(
                        TOKEN, "token-of-the-environment",
                        ACCOUNT, "account-of-the-environment",
                        BASE_URL, "https://environment.invalid"))
                .apiToken(fake.apiToken())
                .accountId("account-of-the-builder")
                .baseUrl(fake.baseUrl()));
    assertEquals("Bearer " + fake.apiToken(), request.header("Authorization"));
    assertEquals("account-of-the-builder", request.accountId().orElseThrow());
  }

  @Test
  void aWayToAuthenticateOfTheBuilderWinsOverAllOfTheEnvironment() {
    Map<String, String> other =
        Map.of(TOKEN, "other", KEY, "other", EMAIL, "other", ACCOUNT, "a", BASE_URL, url(""));
    ReceivedRequest keyed = listed(environment(other).apiKey(fake.email(), fake.apiKey()));
    assertEquals(fake.apiKey(), keyed.header("X-Auth-Key"));
    assertNull(keyed.header("Authorization"));
    fake.clearRequests();
    ReceivedRequest supplied = listed(environment(other).apiToken(fake::apiToken));
    assertEquals("Bearer " + fake.apiToken(), supplied.header("Authorization"));
    assertNull(supplied.header("X-Auth-Key"));
  }

  @Test
  void aSuppliedTokenIsAskedForOnceForEachAttempt() {
    int[] asked = {0};
    AiGatewayClientBuilder builder =
        environment(Map.of()).apiToken(() -> "token-" + ++asked[0]).accountId("a");
    try (AiGatewayClient client = builder.baseUrl(fake.baseUrl()).build()) {
      assertThrows(AuthenticationException.class, () -> client.gateways().list());
      assertThrows(AuthenticationException.class, () -> client.gateways().list());
    }
    assertEquals("Bearer token-1", fake.requests().get(0).header("Authorization"));
    assertEquals("Bearer token-2", fake.requests().get(1).header("Authorization"));
  }

  @Test
  void blankVariablesCountAsMissing() {
    AiGatewayClientBuilder builder =
        environment(Map.of(TOKEN, " ", KEY, "", EMAIL, "", ACCOUNT, "", BASE_URL, ""));
    assertNames(builder, "no credentials", TOKEN);
    builder.apiToken("t").build().close();
  }

  @Test
  void noCredentialsNamesSettersAndVariables() {
    assertNames(environment(Map.of()), "apiToken", "apiKey", TOKEN, KEY, EMAIL);
  }

  @Test
  void halfOfACredentialNamesBothVariables() {
    assertNames(environment(Map.of(KEY, "k")), "Half", KEY, EMAIL, TOKEN);
    assertNames(environment(Map.of(EMAIL, "e@example.com")), "Half", KEY, EMAIL, TOKEN);
  }

  @Test
  void twoWaysInTheEnvironmentNameTheVariables() {
    assertNames(
        environment(Map.of(TOKEN, "t", KEY, "k", EMAIL, "e")), "two ways", TOKEN, KEY, EMAIL);
    assertNames(environment(Map.of(TOKEN, "t", KEY, "k")), TOKEN, KEY, EMAIL);
  }

  @Test
  void twoWaysInTheBuilderNameTheSetters() {
    assertNames(
        environment(Map.of()).apiToken("t").apiKey("e@example.com", "k"), "apiToken", "apiKey");
  }

  @Test
  void aWrongCredentialOfTheEnvironmentIsNamedByItsVariable() {
    assertRefused(TOKEN + " must", () -> environment(Map.of(TOKEN, "Bearer t")).build());
    assertRefused(KEY + " must", () -> environment(Map.of(KEY, "k\n", EMAIL, "e@x")).build());
    assertRefused(EMAIL + " must", () -> environment(Map.of(KEY, "k", EMAIL, "e")).build());
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsNamedAndWhatIsUsuallyMissing() {
    AiGatewayClientBuilder builder = environment(Map.of());
    String isItSet = " is null: is the environment variable or property that it is read from set?";
    assertNullNamed("apiToken" + isItSet, () -> builder.apiToken((String) null));
    assertNullNamed("email" + isItSet, () -> builder.apiKey(null, "k"));
    assertNullNamed("key" + isItSet, () -> builder.apiKey("e@x", null));
    assertNullNamed("accountId" + isItSet, () -> builder.accountId(null));
    assertNullNamed("baseUrl" + isItSet, () -> builder.baseUrl(null));
    assertNullNamed("userAgentSuffix" + isItSet, () -> builder.userAgentSuffix(null));
    assertNullNamed(
        "apiToken is null: pass a supplier of the token, or the token itself.",
        () -> builder.apiToken((Supplier<String>) null));
    assertNullNamed("httpClient", () -> builder.httpClient(null));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAccountTheCallItselfSaysHowToNameOne(Style style) {
    try (AiGatewayClient client = withToken().baseUrl(fake.baseUrl()).build()) {
      for (Calls operation : Calls.values()) {
        IllegalStateException refused =
            assertThrows(
                IllegalStateException.class, () -> style.call(operation, client.gateways()));
        assertSays(ACCOUNT, refused);
        assertSays("gateways(accountId)", refused);
      }
    }
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aWrongAccountOfTheEnvironmentIsNamedByItsVariable() {
    AiGatewayClientBuilder builder = environment(Map.of(TOKEN, "t", ACCOUNT, ".."));
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertSays(ACCOUNT, refused);
  }

  @Test
  void aClientPrintsItsAccountAndNoCredential() {
    AiGatewayClientBuilder builder = environment(Map.of(TOKEN, "very-secret", ACCOUNT, "of-env"));
    assertEquals("AiGatewayClient{accountId=of-env}", printed(builder));
    assertEquals("AiGatewayClient{accountId=set}", printed(builder.accountId("set")));
    assertEquals("AiGatewayClient{accountId=none}", printed(withToken()));
  }

  @Test
  void eachSetterChecks() {
    AiGatewayClientBuilder builder = withToken();
    assertRefused("accountId", () -> builder.accountId(" "));
    assertRefused("userAgentSuffix", () -> builder.userAgentSuffix(" "));
    assertRefused("connectTimeout", () -> builder.connectTimeout(Duration.ZERO));
    assertRefused("attemptTimeout", () -> builder.attemptTimeout(Duration.ZERO));
    assertRefused("callTimeout", () -> builder.callTimeout(Duration.ZERO));
    assertRefused("maxRetries", () -> builder.maxRetries(-1));
    assertRefused("maxRetryAfter", () -> builder.maxRetryAfter(Duration.ofNanos(-1)));
    assertRefused("maxResponseBytes", () -> builder.maxResponseBytes(0));
  }

  @Test
  void settersCanBeChained() {
    AiGatewayClientBuilder builder = environment(Map.of());
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
    assertSame(builder, builder.userAgentSuffix("a/1"));
    assertSame(builder, builder.timing(new ManualTiming()));
    assertSame(builder, builder.allowPlainHttp());
    builder.build().close();
  }

  private AiGatewayClientBuilder environment(Map<String, String> variables) {
    return AiGatewayClient.builder().environment(variables::get);
  }

  private AiGatewayClientBuilder withToken() {
    return environment(Map.of()).apiToken(fake.apiToken());
  }

  private String url(String end) {
    return fake.baseUrl() + end;
  }

  private ReceivedRequest listed(AiGatewayClientBuilder builder) {
    try (AiGatewayClient client = builder.build()) {
      client.gateways().list();
    }
    assertEquals(1, fake.requestCount());
    return fake.requests().get(0);
  }

  private static String printed(AiGatewayClientBuilder builder) {
    try (AiGatewayClient client = builder.build()) {
      return client.toString();
    }
  }

  private static void assertRefused(String name, Runnable set) {
    assertSays(name, assertThrows(IllegalArgumentException.class, set::run));
  }

  private static void assertNullNamed(String message, Runnable set) {
    assertEquals(message, assertThrows(NullPointerException.class, set::run).getMessage());
  }

  private static void assertNames(AiGatewayClientBuilder builder, String... names) {
    IllegalStateException refused = assertThrows(IllegalStateException.class, builder::build);
    for (String name : names) {
      assertSays(name, refused);
    }
  }
}
