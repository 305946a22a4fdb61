package io.github.aigateway.readme;

import io.github.aigateway.AlreadyExistsException;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;

/** The service of a user, which the README's test is for. */
final class GatewayProvisioner {

  private final Gateways gateways;

  GatewayProvisioner(Gateways gateways) {
    this.gateways = gateways;
  }

  void provision(String team) {
    try {
      gateways.create(CreateGatewayRequest.withDefaults().id("team-" + team).build());
    } catch (AlreadyExistsException provisioned) {
      // Another run did it.
    }
  }
}
