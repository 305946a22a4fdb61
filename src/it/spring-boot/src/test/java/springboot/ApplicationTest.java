package springboot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

// [spring-test]
@SpringBootTest
class ApplicationTest {
  private static final FakeAiGateway FAKE = FakeAiGateway.start();

  @DynamicPropertySource
  static void callTheFake(DynamicPropertyRegistry properties) {
    properties.add("ai-gateway.base-url", FAKE::baseUrl);
    properties.add("ai-gateway.api-token", FAKE::apiToken);
    properties.add("ai-gateway.account-id", FAKE::accountId);
  }

  @AfterAll
  static void closeTheFake() {
    FAKE.close();
  }

  @Autowired private AiGatewayClient client;

  @Test
  void theGatewayIsThereOnceTheApplicationHasStarted() {
    Gateway gateway = FAKE.gateway("my-gateway").orElseThrow();
    assertEquals(300, gateway.getCacheTtl());
    assertEquals(gateway, client.gateways().get("my-gateway"));
  }
}
// [/spring-test]
