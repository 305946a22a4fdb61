package io.github.aigateway.readme;

// [first-call]
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Ensured;
import io.github.aigateway.model.CreateGatewayRequest;

public class FirstCall {
  public static void main(String[] args) {
    try (AiGatewayClient client = AiGatewayClient.fromEnv()) {
      CreateGatewayRequest wanted =
          CreateGatewayRequest.withDefaults().id("my-gateway").cacheTtl(300).build();
      Ensured ensured = client.gateways().ensure(wanted);
      System.out.println(ensured.gateway().getId() + " is " + ensured.change());
    }
  }
}
// [/first-call]
