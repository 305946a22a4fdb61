package built;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.NotFoundException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;

/** Calls from a program that Gradle built; in the Java that Debian's Gradle knows of. */
public final class Main {

  private Main() {}

  /** Fails if a call does. */
  public static void main(String... args) {
    try (FakeAiGateway fake = FakeAiGateway.start();
        AiGatewayClient client =
            AiGatewayClient.builder()
                .apiToken(fake.apiToken())
                .accountId(fake.accountId())
                .baseUrl(fake.baseUrl())
                .build()) {
      client.gateways().create(CreateGatewayRequest.withDefaults().id("gradle").build());
      client.gateways().edit("gradle", update -> update.cacheTtl(60));
      client.gateways().async().delete("gradle").join();
      client.gateways().get("gradle");
    } catch (NotFoundException gone) {
      System.out.println("Created, edited, deleted: " + gone.status());
      return;
    }
    throw new IllegalStateException("It is still there.");
  }
}
