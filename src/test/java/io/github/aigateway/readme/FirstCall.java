package io.github.aigateway.readme;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;

/** The README's first program; a test runs it as a process of its own. */
final class FirstCall {

  private FirstCall() {}

  public static void main(String... args) {
    // [first-call]
    try (AiGatewayClient client = AiGatewayClient.fromEnv()) {
      Gateways gateways = client.gateways();
      Gateway created =
          gateways.create(CreateGatewayRequest.withDefaults().id("my-gateway").build());
      System.out.println(created.getId() + " was created at " + created.getCreatedAt());
    }
    // [/first-call]
  }
}
