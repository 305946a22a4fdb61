package io.github.aigateway.readme;

// [first-call]
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Ensured;
import io.github.aigateway.model.CreateGatewayRequest;

public class FirstCall {
  public static void main(String[] args) {
    try (AiGatewayClient client = AiGatewayClient.fromEnv()) {
      Ensured ensured =
          client
              .gateways()
              .ensure(CreateGatewayRequest.withDefaults().id("my-gateway").cacheTtl(300).build());
      System.out.println(ensured.gateway().getId() + " is " + ensured.change());
    }
  }
}
// [/first-call]
