package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FakeAiGatewayAuthenticationTest {
  private final FakeAiGateway fake = FakeAiGateway.builder().accounts("mine", "too").start();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void theTokenOrEmailAndKeyLetARequestThrough() throws IOException {
    assertEquals(200, list("Authorization", "Bearer " + fake.apiToken()).status());
    assertEquals(200, list("X-Auth-Email", fake.email(), "X-Auth-Key", fake.apiKey()).status());
  }

  @Test
  void wrongOrMissingCredentialsAre401WithCode10000() throws IOException {
    for (Reply reply :
        new Reply[] {
          list(),
          list("Authorization", "Bearer wrong"),
          list("X-Auth-Email", fake.email(), "X-Auth-Key", "wrong"),
          list("X-Auth-Email", "other@example.com", "X-Auth-Key", fake.apiKey())
        }) {
      assertEquals(401, reply.status());
      assertEquals(10000, reply.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Basic abc, 6111",
    "Authorization, Bearer, 6111",
    "Authorization, Bearer a b, 6111",
    "X-Auth-Key, not a key, 6103",
    "X-Auth-Email, someone@example.com, 6103",
    "X-Auth-Key, abc, 6102"
  })
  void malformedHeadersAre400WithCode6003AndTheirCause(String name, String value, int cause)
      throws IOException {
    assertMalformed(cause, list(name, value));
  }

  @Test
  void bothWaysAtOnceAreRefused() throws IOException {
    String bearer = "Bearer " + fake.apiToken();
    String key = fake.apiKey();

    assertMalformed(
        6111, list("Authorization", bearer, "X-Auth-Email", fake.email(), "X-Auth-Key", key));
  }

  @Test
  void aTokenThatMayOnlyReadIs403ForWrites() throws IOException {
    Headers headers = Headers.of("Authorization", "Bearer " + FakeAiGateway.READ_ONLY_API_TOKEN);
    try (FakeAiGatewayCaller caller = new FakeAiGatewayCaller(fake, headers)) {
      assertEquals(200, caller.list("").status());
      Reply reply = caller.create("a");
      assertEquals(403, reply.status());
      assertEquals(10000, reply.code());
    }
  }

  @Test
  void accountsThatAreNotNamedAre403() throws IOException {
    try (FakeAiGatewayCaller caller = new FakeAiGatewayCaller(fake)) {
      assertEquals("mine", fake.accountId());
      assertEquals(200, caller.sendText("GET", path("too"), null).status());
      assertEquals(403, caller.sendText("GET", path("other"), null).status());
    }
  }

  @Test
  void withoutABuilderOnlyTheFakesOwnAccountIsGood() throws IOException {
    try (FakeAiGateway plain = FakeAiGateway.start();
        FakeAiGatewayCaller caller = new FakeAiGatewayCaller(plain)) {
      assertEquals(FakeAiGateway.ACCOUNT_ID, plain.accountId());
      assertEquals(200, caller.list("").status());
      Reply reply = caller.sendText("GET", path("mine"), null);
      assertEquals(403, reply.status());
      assertEquals(10000, reply.code());
    }
  }

  @Test
  void everyAccountIsGoodIfThatIsAskedFor() throws IOException {
    try (FakeAiGateway any = FakeAiGateway.builder().accounts("mine").anyAccount().start();
        FakeAiGatewayCaller caller = new FakeAiGatewayCaller(any)) {
      assertEquals("mine", any.accountId());
      assertEquals(200, caller.sendText("GET", path("other"), null).status());
    }
  }

  @Test
  void theBuilderRefusesWhatNoRequestCouldCarry() {
    var builder = FakeAiGateway.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.apiToken("a b"));
    assertThrows(IllegalArgumentException.class, () -> builder.apiKey("nobody", "abc"));
    assertThrows(IllegalArgumentException.class, () -> builder.apiKey("a@b", ""));
    assertThrows(IllegalArgumentException.class, () -> builder.accounts(".."));
    assertThrows(IllegalArgumentException.class, () -> builder.accounts(new String[0]));
    assertThrows(IllegalArgumentException.class, () -> builder.port(65_536));
    assertThrows(IllegalArgumentException.class, () -> builder.maxRequests(-1));
  }

  private Reply list(String... headers) throws IOException {
    try (FakeAiGatewayCaller caller = new FakeAiGatewayCaller(fake, Headers.of(headers))) {
      return caller.list("");
    }
  }

  private static void assertMalformed(int cause, Reply reply) {
    assertEquals(400, reply.status());
    assertEquals(6003, reply.code());
    assertEquals(
        cause,
        reply
            .error()
            .getAsJsonArray("error_chain")
            .get(0)
            .getAsJsonObject()
            .get("code")
            .getAsInt());
  }

  private static String path(String account) {
    return "/accounts/" + account + "/ai-gateway/gateways";
  }
}
