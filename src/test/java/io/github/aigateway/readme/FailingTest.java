package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.RequestOptions;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.LogManagementStrategy;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the README says about failures, carried out. */
class FailingTest {

  private static final CreateGatewayRequest REQUEST =
      CreateGatewayRequest.withDefaults().id("my-gateway").build();

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final AiGatewayClient client =
      Calling.build(fake.apiToken(), fake.accountId(), fake.baseUrl());
  private final Gateways gateways =
      client.gateways().with(RequestOptions.builder().maxRetries(0).build());

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  @Test
  void everyFailureHasAClauseOfItsOwn() {
    gateways.create(REQUEST);
    assertEquals("There is one already.", logged(REQUEST));
    assertTrue(
        logged(
                CreateGatewayRequest.withDefaults()
                    .id("other")
                    .logManagementStrategy(LogManagementStrategy.of("unheard-of"))
                    .build())
            .startsWith("7001 at [body, log_management_strategy]: "));
    fake.failNext(Fault.status(500));
    assertTrue(logged(REQUEST).startsWith("Status 500, request "));
    fake.failNext(Fault.resetBeforeResponse());
    assertEquals("No response: CONNECTION_LOST", logged(REQUEST));
    fake.failNext(Fault.htmlPage(200));
    assertTrue(logged(REQUEST).startsWith("A response that makes no sense: "));
  }

  @Test
  void theBareInterfaceLeavesAnErrorToItsModel() throws IOException {
    String refused = Failing.bare(client, fake.accountId());
    assertTrue(refused.startsWith("404: [ErrorDetail{code=7002"), refused);
    gateways.create(REQUEST);
    assertEquals("found", Failing.bare(client, fake.accountId()));
  }

  @Test
  void aDeleteThatWasRepeatedSaysSo() {
    List<String> log = new ArrayList<>();
    Failing.deleteIfThere(client.gateways(), log);
    gateways.create(REQUEST);
    fake.failNext(Fault.status(502).afterApplying()).on(Operation.DELETE);
    Failing.deleteIfThere(client.gateways(), log);
    assertEquals(List.of("Was not there.", "Deleted by an earlier attempt."), log);
  }

  @Test
  void aCallThatGetsNoResponseInTimeSaysSo() {
    fake.fail(Fault.noResponse());
    List<String> log = new ArrayList<>();
    Failing.limits(gateways, log);
    assertEquals(List.of("No response after 1 attempts."), log);
  }

  private String logged(CreateGatewayRequest request) {
    List<String> log = new ArrayList<>();
    Failing.catching(gateways, request, log);
    return String.join("\n", log);
  }
}
