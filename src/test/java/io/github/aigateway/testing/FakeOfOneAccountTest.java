package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AuthenticationException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake has an account of its own, with typed gateways and a client. */
final class FakeOfOneAccountTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @Test
  void typedGatewaysOfItsOwnAccountAreStoredAndReadWithoutLoss() throws IOException {
    String json =
        "{\"id\":\"a\",\"created_at\":\"2026-04-23 04:55:11\",\"cache_ttl\":null,"
            + "\"stripe\":{\"authorization\":\"secret\",\"usage_events\":[]},"
            + "\"newer\":{\"x\":[1.50,12345678901234567890,null]}}";
    Gateway gateway = Gateway.fromJson(json);

    fake.put(gateway);

    assertEquals(json, api.get("a").result().toString());
    assertEquals(List.of(gateway), fake.gateways());
    assertEquals(Optional.of(gateway), fake.gateway("a"));
    assertEquals(json, fake.gateway("a").orElseThrow().toJson());
    assertEquals(List.of(), fake.gateways("other"));
    assertEquals(Optional.of(gateway), fake.remove("a"));
    assertEquals(Optional.empty(), fake.remove("a"));
    assertEquals(Optional.empty(), fake.gateway("a"));
    assertThrows(IllegalArgumentException.class, () -> fake.put(Gateway.builder().build()));
  }

  @Test
  void itsClientCallsItsAccountIsMadeOnceAndClosedWithIt() {
    AiGatewayClient client = fake.client();

    Gateway created =
        client.gateways().create(CreateGatewayRequest.withDefaults().id("mine").build());

    assertEquals(Optional.of(created), fake.gateway("mine"));
    assertSame(client, fake.client());
    fake.close();
    assertThrows(IllegalStateException.class, client::api);
    assertThrows(IllegalStateException.class, fake::client);
  }

  @Test
  void itsBuilderOfClientsTakesMoreSettings() {
    try (AiGatewayClient client = fake.clientBuilder().apiToken("wrong").build()) {
      assertThrows(AuthenticationException.class, () -> client.gateways().list());
    }
  }
}
