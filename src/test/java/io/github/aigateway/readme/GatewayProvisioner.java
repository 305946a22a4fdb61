package io.github.aigateway.readme;

// [provisioner]
import io.github.aigateway.AlreadyExistsException;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;

/** Gives each team a gateway. */
final class GatewayProvisioner {
  private final Gateways gateways;

  GatewayProvisioner(Gateways gateways) {
    this.gateways = gateways;
  }

  void provision(String team) {
    try {
      gateways.create(CreateGatewayRequest.withDefaults().id("team-" + team).build());
    } catch (AlreadyExistsException provisioned) {
      // The team has its gateway.
    }
  }
}
// [/provisioner]
