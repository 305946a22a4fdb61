package io.github.aigateway.readme;

// [testing]
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.ServerException;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayProvisionerTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .baseUrl(fake.baseUrl())
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .build();
  private final GatewayProvisioner provisioner = new GatewayProvisioner(client.gateways());

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  @Test
  void aTeamHasOneGatewayHoweverOftenItAsks() {
    provisioner.provision("search");
    provisioner.provision("search");

    assertEquals(1, fake.gateways(fake.accountId()).size());
  }

  @Test
  void aCreateThatFailedIsNotSentAgain() {
    fake.failNext(Fault.status(502)).on(Operation.CREATE);

    assertThrows(ServerException.class, () -> provisioner.provision("search"));

    assertEquals(1, fake.requestCount());
  }
}
// [/testing]
