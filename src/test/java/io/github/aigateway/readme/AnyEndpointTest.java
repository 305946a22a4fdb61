package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.ApiException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;

/** What the README says about any endpoint, carried out. */
class AnyEndpointTest {

  @Test
  void logsAreReadInFifteenLines() throws Exception {
    List<String> lines = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));
      server.enqueue(
          new MockResponse()
              .setBody(
                  """
                  {"success": true, "result": [
                    {"id": "01", "model": "gpt-5", "provider": "openai", "tokens_in": 10},
                    {"id": "02", "model": "claude-4", "provider": "anthropic", "tokens_in": 20}]}\
                  """));
      server.enqueue(
          new MockResponse()
              .setBody(
                  "{\"success\": false, \"errors\": [{\"code\": 7002, \"message\": \"no\"}]}"));
      try (AiGatewayClient client =
          AiGatewayClient.builder()
              .baseUrl(server.url("/client/v4").toString())
              .apiToken("token")
              .build()) {
        AnyEndpoint.logs(client, "account", lines);
        assertEquals(List.of("gpt-5", "claude-4"), lines);
        server.takeRequest();
        assertEquals(
            "/client/v4/accounts/account/ai-gateway/gateways/my-gateway/logs?per_page=10",
            server.takeRequest().getPath());
        ApiException refused =
            assertThrows(ApiException.class, () -> AnyEndpoint.logs(client, "account", lines));
        assertEquals("my-gateway", refused.gatewayId());
      }
    }
  }

  @Test
  void aWriteHasOptionsAndReturnsAResult() throws Exception {
    try (MockWebServer server = new MockWebServer();
        AiGatewayClient client =
            AiGatewayClient.builder()
                .baseUrl(server.url("/client/v4").toString())
                .apiToken("token")
                .build()) {
      server.enqueue(new MockResponse().setBody("{\"success\": true, \"result\": {}}"));
      assertTrue(AnyEndpoint.rate(client, "account", "01").orElseThrow().has("result"));
      RecordedRequest request = server.takeRequest();
      assertEquals(
          "PATCH /client/v4/accounts/account/ai-gateway/gateways/my-gateway/logs/01 HTTP/1.1",
          request.getRequestLine());
      assertEquals("{\"score\":90}", request.getBody().readUtf8());
      server.enqueue(new MockResponse().setBody("{\"success\": false}"));
      assertTrue(AnyEndpoint.rate(client, "account", "01").toOptional().isEmpty());
    }
  }
}
