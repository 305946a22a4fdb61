package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the README says about making a client and calling it, carried out. */
@Timeout(60)
class CallingTest {

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final AiGatewayClient client =
      Calling.build(fake.apiToken(), fake.accountId(), fake.baseUrl());
  private final Gateways gateways = client.gateways();

  @BeforeEach
  void oneGatewayExists() {
    create("my-gateway");
    fake.clearRequests();
  }

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  @Test
  void theFirstProgramNeedsNothingButTheEnvironment() throws Exception {
    fake.reset();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstCall.class.getName())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CLOUDFLARE_"));
    builder.environment().put("CLOUDFLARE_API_TOKEN", fake.apiToken());
    builder.environment().put("CLOUDFLARE_ACCOUNT_ID", fake.accountId());
    builder.environment().put("CLOUDFLARE_BASE_URL", fake.baseUrl());
    Process process = builder.start();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), out);
    assertEquals("my-gateway is CREATED", out.strip());
  }

  @Test
  void eachStyleFetchesTheSame() {
    List<Object> values = Calling.styles(gateways);
    assertEquals("my-gateway", values.get(0));
    assertTrue(
        values.get(1).toString().matches("200, request \\S+: my-gateway"), values.toString());
    assertEquals("my-gateway", values.get(2));
  }

  @Test
  void aListenerSeesAttemptsAndCalls() {
    List<String> lines = new ArrayList<>();
    try (AiGatewayClient heard =
        fake.clientBuilder().listener(Calling.listener(lines)).maxRetries(1).build()) {
      fake.fail(Fault.status(503).header("Retry-After", "0"));
      assertTrue(heard.gateways().tryGet("my-gateway").toOptional().isEmpty());
    }
    assertEquals(
        List.of("getGateway is retried after 503", "getGateway of my-gateway failed: 503"), lines);
  }

  @Test
  void optionsGoAlongWithACall() {
    assertEquals("my-gateway", Calling.withOptions(gateways).getId());
    assertEquals("42", fake.requests().get(0).header("X-Trace"));
  }

  @Test
  void findIsEmptyWhereThereIsNone() {
    assertTrue(Calling.find(gateways));
    fake.reset();
    assertFalse(Calling.find(gateways));
  }

  @Test
  void listsGoOverAllPages() {
    for (int i = 1; i <= 25; i++) {
      create("prod-" + i);
    }
    List<String> looped = new ArrayList<>();
    Calling.list(gateways, looped);
    assertEquals("prod: 25", looped.remove(looped.size() - 1));
    assertEquals(26, looped.size());

    List<String> paged = new ArrayList<>();
    Calling.pages(gateways, paged);
    assertEquals(looped, paged);
  }

  @Test
  void aUrlIsReturnedForEveryProvider() {
    assertTrue(Calling.urls(gateways).get(0).endsWith("/my-gateway/openai"));
    assertTrue(Calling.urls(gateways).get(1).endsWith("/my-gateway/a-provider-of-tomorrow"));
  }

  @Test
  void aFutureCanBeCancelled() {
    fake.fail(Fault.noResponse());
    assertTrue(Calling.cancel(gateways));
  }

  private void create(String id) {
    gateways.create(CreateGatewayRequest.withDefaults().id(id).build());
  }
}
