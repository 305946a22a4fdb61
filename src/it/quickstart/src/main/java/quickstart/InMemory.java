package quickstart;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.CallEvent;
import io.github.aigateway.Gateways;
import io.github.aigateway.ServerException;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What only an API in memory can show: faults on demand, and an API that has grown. */
final class InMemory {

  private final FakeAiGateway fake;
  private final String id;
  private final Screen screen;

  InMemory(FakeAiGateway fake, String id, Screen screen) {
    this.fake = fake;
    this.id = id;
    this.screen = screen;
  }

  void run() {
    try (AiGatewayClient client = fake.clientBuilder().listener(this::tell).build()) {
      editWhatHasGrown(client.gateways());
      twoAtOnce(client.gateways());
      passOver(client.gateways());
      fail(client.gateways());
    }
  }

  private void editWhatHasGrown(Gateways gateways) {
    screen.title(
        "Edit a gateway of a newer API: what is unknown stays",
        "gateways.edit(id, update -> update.collectLogs(false))");
    Gateway stored = fake.gateway(id).orElseThrow();
    String grown = stored.toJson().replaceFirst("}$", ",\"newer_setting\":{\"level\":1.50}}");
    fake.put(Gateway.fromJson(grown));
    Gateway edited = gateways.edit(id, update -> update.collectLogs(false));
    screen.line("unknown", edited.getAdditionalProperties());
  }

  private void twoAtOnce(Gateways gateways) {
    screen.title("Fetch without a thread that waits", "gateways.async().get(id)");
    List<CompletableFuture<Gateway>> futures =
        List.of(gateways.async().get(id), gateways.async().get(id));
    futures.forEach(future -> screen.line("future", future.join().getId()));
  }

  private void passOver(Gateways gateways) {
    screen.title("The API is busy for a moment: the call is repeated", "gateways.get(id)");
    fake.failNext(Fault.status(429).header("Retry-After", "0"));
    fake.failNext(Fault.resetDuringResponse());
    screen.line("value", gateways.get(id).getId());
  }

  private void fail(Gateways gateways) {
    screen.title(
        "The API is down: the failure explains itself",
        "gateways.edit(id, update -> update.cacheTtl(120))");
    fake.fail(Fault.status(503)).on(Operation.UPDATE);
    try {
      gateways.edit(id, update -> update.cacheTtl(120));
      throw new IllegalStateException("The API is down, and yet the edit succeeded.");
    } catch (ServerException down) {
      screen.line("message", down.getMessage());
    } finally {
      fake.clearFaults();
    }
  }

  /** Shows the retries under way; the library prints nothing by itself. */
  private void tell(CallEvent event) {
    if (event.kind() == CallEvent.Kind.ATTEMPT && event.retryDelay() != null) {
      String outcome = event.status() == null ? "" + event.reason() : "status " + event.status();
      screen.line(
          "attempt " + event.attempt(),
          outcome + ", again in " + event.retryDelay().toMillis() + " ms");
    }
  }
}
