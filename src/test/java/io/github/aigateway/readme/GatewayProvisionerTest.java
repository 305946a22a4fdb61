package io.github.aigateway.readme;

// [testing]
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.ServerException;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayProvisionerTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final GatewayProvisioner provisioner = new GatewayProvisioner(fake.client().gateways());

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aTeamHasOneGatewayHoweverOftenItAsks() {
    provisioner.provision("search");
    provisioner.provision("search");

    assertEquals(1, fake.gateways().size());
  }

  @Test
  void aCreateThatFailedIsNotSentAgain() {
    fake.failNext(Fault.status(502)).on(Operation.CREATE);

    assertThrows(ServerException.class, () -> provisioner.provision("search"));

    assertEquals(1, fake.requestCount());
  }
}
// [/testing]
