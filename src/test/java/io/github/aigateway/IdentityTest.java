package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.ReceivedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void everyRequestSaysWhoSendsItAndWhatIsUnderstood(Style style) {
    for (Calls operation : Calls.values()) {
      fake.clearRequests();
      put(Calls.ID);
      fake.remove(fake.accountId(), Calls.NEW_ID);
      style.call(operation, gateways);
      ReceivedRequest request = fake.requests().get(0);
      String agent = String.valueOf(request.header("User-Agent"));
      assertTrue(
          agent.matches("cloudflare-ai-gateway-java/\\d+\\.\\d+\\.\\d+\\S* Java/\\d+"), agent);
      assertEquals("application/json", request.header("Accept"));
      assertEquals(List.of(agent), request.headers().get("User-Agent"));
      if (!request.body().isEmpty()) {
        assertEquals("application/json; charset=utf-8", request.header("Content-Type"));
      }
    }
  }

  @Test
  void theCallersApplicationFollowsInTheUserAgent() {
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder()
            .apiToken(fake.apiToken())
            .accountId(fake.accountId())
            .baseUrl(fake.baseUrl())
            .userAgentSuffix("replaced/1")
            .userAgentSuffix("my-service/1.2 (team a)");
    try (AiGatewayClient named = builder.build()) {
      named.gateways().list();
      gateways.list();
    }
    String bare = fake.requests().get(1).header("User-Agent");
    assertEquals(bare + " my-service/1.2 (team a)", fake.requests().get(0).header("User-Agent"));
  }
}
