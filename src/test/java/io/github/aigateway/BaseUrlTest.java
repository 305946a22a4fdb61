package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a client sends its requests, and where it refuses to. */
@Tag("quick")
class BaseUrlTest {

  private static final String BASE_URL = "CLOUDFLARE_BASE_URL";
  private static final String PATH = "/accounts/a/ai-gateway/gateways/g";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com/client/v4",
        "http://127.0.0.1:1/v4",
        "http://127.8.9.10",
        "http://127.255.249.199/v4/",
        "http://localhost:1",
        "http://LOCALHOST",
        "http://[::1]:1/"
      })
  void httpsAndThisMachineAreAcceptedAndRequestsGoBelow(String baseUrl) {
    String expected = baseUrl.toLowerCase(Locale.ROOT).replaceAll("/$", "") + PATH;
    assertEquals(expected, addressed(token(Map.of()).baseUrl(baseUrl)));
  }

  @Test
  void withoutABaseUrlRequestsGoToTheApi() {
    assertEquals(
        "https://api.cloudflare.com/client/v4" + PATH, addressed(token(Map.of(BASE_URL, " "))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.256.0.1",
        "http://127.0.0.256",
        "http://127.999.999.999",
        "http://10.0.0.1"
      })
  void plainHttpToAnotherMachineMustBeAllowed(String baseUrl) {
    AiGatewayClientBuilder builder = token(Map.of()).baseUrl(baseUrl);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertSays("allowPlainHttp", refused);
    builder.allowPlainHttp().build().close();
    AiGatewayClientBuilder fromEnvironment = token(Map.of(BASE_URL, baseUrl));
    assertSays(
        "allowPlainHttp", assertThrows(IllegalArgumentException.class, fromEnvironment::build));
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, begins with https://",
    "https://user@api.example.com, call apiToken",
    "https://api.example.com/?a, leave out",
    "https://api.example.com/#a, leave out",
    "http://api.example.com, must be https"
  })
  void theRuleAndTheRemedyAreNamedAndWhereTheAddressComesFrom(String baseUrl, String words) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> token(Map.of()).baseUrl(baseUrl).build());
    assertSays("baseUrl must ", refused);
    assertSays(words, refused);
    IllegalArgumentException ofVariable =
        assertThrows(
            IllegalArgumentException.class, () -> token(Map.of(BASE_URL, baseUrl)).build());
    assertEquals(
        Messages.message(refused).replace("baseUrl", BASE_URL), Messages.message(ofVariable));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user@api.example.com",
        "https://user:pass-word@api.example.com",
        "https://:pass-word@api.example.com",
        "https://api.example.com/v4?pass-word",
        "https://api.example.com/v4#pass-word",
        "ftp://pass-word.example.com",
        "http://pass-word.example.com",
        "api.example.com/pass-word",
        "not a url: pass-word",
        ""
      })
  void otherAddressesAreRefusedWithoutBeingQuoted(String baseUrl) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> token(Map.of()).baseUrl(baseUrl).build());
    assertFalse(refused.toString().contains("pass-word"), refused::toString);
  }

  private static String addressed(AiGatewayClientBuilder builder) {
    try (AiGatewayClient client = builder.build()) {
      return client.api().getGateway("a", "g").request().url().toString();
    }
  }

  private static AiGatewayClientBuilder token(Map<String, String> environment) {
    return AiGatewayClient.builder().environment(environment::get).apiToken("t");
  }
}
