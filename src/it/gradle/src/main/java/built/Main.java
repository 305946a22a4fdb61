package built;

import io.github.aigateway.Gateways;
import io.github.aigateway.NotFoundException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;

/** Calls from a program that Gradle built; in the Java that Debian's Gradle knows of. */
public final class Main {

  private Main() {}

  /** Fails if a call does. */
  public static void main(String... args) {
    try (FakeAiGateway fake = FakeAiGateway.start()) {
      Gateways gateways = fake.client().gateways();
      gateways.create(CreateGatewayRequest.withDefaults().id("gradle").build());
      gateways.edit("gradle", update -> update.cacheTtl(60));
      gateways.async().delete("gradle").join();
      gateways.get("gradle");
    } catch (NotFoundException gone) {
      System.out.println("Created, edited, deleted: " + gone.status());
      return;
    }
    throw new IllegalStateException("It is still there.");
  }
}
