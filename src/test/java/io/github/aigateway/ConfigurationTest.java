package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String KEY = "CLOUDFLARE_API_KEY";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";
  private static final String ACCOUNT = "CLOUDFLARE_ACCOUNT_ID";
  private static final String BASE_URL = "CLOUDFLARE_BASE_URL";

  private final FakeAiGateway fake = FakeAiGateway.start();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void theEnvironmentAloneMakesAClient() {
    ReceivedRequest request =
        listed(
            environment(
                Map.of(TOKEN, fake.apiToken(), ACCOUNT, "account-1", BASE_URL, fake.baseUrl())));
    assertEquals("Bearer " + fake.apiToken(), request.header("Authorization"));
    assertEquals("account-1", request.accountId().orElseThrow());
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
  void aTokenIsSentAloneWithoutKeyAndEmail() {
    ReceivedRequest request = listed(complete());
    assertNull(request.header("X-Auth-Email"));
    assertNull(request.header("X-Auth-Key"));
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
  void aKeyOfTheBuilderWinsOverATokenOfTheEnvironment() {
    ReceivedRequest request =
        listed(
            environment(Map.of(TOKEN, "token-of-the-environment", KEY, "half"))
                .apiKey(fake.email(), fake.apiKey())
                .accountId("a")
                .baseUrl(fake.baseUrl()));
    assertEquals(fake.apiKey(), request.header("X-Auth-Key"));
    assertNull(request.header("Authorization"));
  }

  @Test
  void aSuppliedTokenIsAskedForOnceForEachTry() {
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
    assertNames(builder, TOKEN);
    builder.apiToken("t").build().close();
  }

  @Test
  void noCredentialsNamesSettersAndVariables() {
    assertNames(environment(Map.of()), "apiToken", "apiKey", TOKEN, KEY, EMAIL);
  }

  @Test
  void halfOfACredentialNamesBothVariables() {
    assertNames(environment(Map.of(KEY, "k")), KEY, EMAIL, TOKEN);
    assertNames(environment(Map.of(EMAIL, "e@example.com")), KEY, EMAIL, TOKEN);
  }

  @Test
  void twoWaysInTheEnvironmentNameTheVariables() {
    assertNames(environment(Map.of(TOKEN, "t", KEY, "k", EMAIL, "e")), TOKEN, KEY, EMAIL);
    assertNames(environment(Map.of(TOKEN, "t", KEY, "k")), TOKEN, KEY, EMAIL);
  }

  @Test
  void twoWaysInTheBuilderNameTheSetters() {
    assertNames(
        environment(Map.of()).apiToken("t").apiKey("e@example.com", "k"), "apiToken", "apiKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sec ret", "secret\r\nX-Evil: 1", "secret\u0000", "sécret"})
  void credentialsThatNoHeaderCanCarryAreRefusedWithoutBeingQuoted(String secret) {
    AiGatewayClientBuilder builder = environment(Map.of());
    assertUnquoted(secret, () -> builder.apiToken(secret));
    assertUnquoted(secret, () -> builder.apiKey("e@example.com", secret));
    assertUnquoted(secret, () -> builder.apiKey(secret, "key"));
    if (!secret.isBlank()) {
      assertUnquoted(secret, () -> environment(Map.of(TOKEN, secret)).build());
      assertUnquoted(secret, () -> environment(Map.of(KEY, secret, EMAIL, "e@x.org")).build());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/client/v4",
        "http://127.0.0.1:1/v4",
        "http://127.8.9.10",
        "http://localhost:1",
        "http://LOCALHOST",
        "http://[::1]:1/"
      })
  void httpsAndThisMachineAreAccepted(String baseUrl) {
    withToken().baseUrl(baseUrl).build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.256.0.1",
        "http://127.999.999.999",
        "http://10.0.0.1"
      })
  void plainHttpToAnotherMachineMustBeAllowed(String baseUrl) {
    AiGatewayClientBuilder builder = withToken().baseUrl(baseUrl);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertSays("allowPlainHttp", refused);
    builder.allowPlainHttp().build().close();
    AiGatewayClientBuilder fromEnvironment = environment(Map.of(TOKEN, "t", BASE_URL, baseUrl));
    assertSays(
        "allowPlainHttp", assertThrows(IllegalArgumentException.class, fromEnvironment::build));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user@api.example.com",
        "https://user:pass-word@api.example.com",
        "https://api.example.com/v4?pass-word",
        "https://api.example.com/v4#pass-word",
        "ftp://pass-word.example.com",
        "api.example.com/pass-word",
        "not a url: pass-word",
        ""
      })
  void otherAddressesAreRefusedWithoutBeingQuoted(String baseUrl) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> withToken().baseUrl(baseUrl).build());
    assertFalse(refused.toString().contains("pass-word"), refused::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void theBaseUrlMayEndWithASlash(String end) {
    ReceivedRequest request = listed(withToken().accountId("a").baseUrl(url(end)));
    assertEquals("/client/v4/accounts/a/ai-gateway/gateways", request.path());
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
  void gatewaysOfAnotherAccountAreAskedForByItsId() {
    try (AiGatewayClient client = complete().build()) {
      client.gateways("account-2").list();
      client.gateways().list();
    }
    assertEquals("account-2", fake.requests().get(0).accountId().orElseThrow());
    assertEquals("account-1", fake.requests().get(1).accountId().orElseThrow());
  }

  @Test
  void aWrongAccountOfTheEnvironmentIsNamedByItsVariable() {
    AiGatewayClientBuilder builder = environment(Map.of(TOKEN, "t", ACCOUNT, ".."));
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertSays(ACCOUNT, refused);
  }

  @Test
  void nothingPrintsACredential() {
    try (AiGatewayClient client = complete().apiToken("very-secret").build()) {
      assertEquals("AiGatewayClient{accountId=account-1}", client.toString());
    }
  }

  private AiGatewayClientBuilder environment(Map<String, String> variables) {
    return AiGatewayClient.builder().environment(variables::get);
  }

  private AiGatewayClientBuilder withToken() {
    return environment(Map.of()).apiToken(fake.apiToken());
  }

  private AiGatewayClientBuilder complete() {
    return withToken().accountId("account-1").baseUrl(fake.baseUrl());
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

  private static void assertNames(AiGatewayClientBuilder builder, String... names) {
    IllegalStateException refused = assertThrows(IllegalStateException.class, builder::build);
    for (String name : names) {
      assertSays(name, refused);
    }
  }

  private static void assertUnquoted(String secret, Runnable set) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, set::run);
    assertFalse(
        !secret.isBlank() && refused.toString().contains(secret.strip()), refused::toString);
    assertNull(refused.getCause());
  }
}
