package quickstart;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.testing.FakeAiGateway;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A tour through the library: against the real API where the environment names an account and a way
 * to authenticate, else against one in memory.
 */
public final class Quickstart {

  private Quickstart() {}

  /** Runs the tour. */
  public static void main(String... args) {
    // A name that nobody else has: in the real API it lives among the account's other gateways.
    String id = "quickstart-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    Screen screen = new Screen();
    if (isSet("CLOUDFLARE_ACCOUNT_ID")
        && (isSet("CLOUDFLARE_API_TOKEN")
            || (isSet("CLOUDFLARE_API_KEY") && isSet("CLOUDFLARE_EMAIL")))) {
      try (AiGatewayClient client = AiGatewayClient.fromEnv()) {
        System.out.println("A tour through the real API, with the account of your environment.");
        new Tour(client.gateways(), id, screen).run(() -> {});
      }
      return;
    }
    try (FakeAiGateway fake = FakeAiGateway.start()) {
      System.out.println("A tour through an API in memory. Nothing leaves this machine.");
      InMemory more = new InMemory(fake, id, screen);
      new Tour(fake.client().gateways(), id, screen).run(more::run);
      System.out.println(
          "Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID to tour the real API.");
    }
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
