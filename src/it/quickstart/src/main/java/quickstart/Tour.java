package quickstart;

import io.github.aigateway.AiGatewayException;
import io.github.aigateway.ApiError;
import io.github.aigateway.ApiException;
import io.github.aigateway.ApiResponse;
import io.github.aigateway.BadRequestException;
import io.github.aigateway.Ensured;
import io.github.aigateway.Gateways;
import io.github.aigateway.Page;
import io.github.aigateway.Provider;
import io.github.aigateway.Result;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.LogManagementStrategy;

/** Creates a gateway, does with it what can be done, and deletes it, whatever happens. */
final class Tour {

  private final Gateways gateways;
  private final String id;
  private final Screen screen;

  Tour(Gateways gateways, String id, Screen screen) {
    this.gateways = gateways;
    this.id = id;
    this.screen = screen;
  }

  /**
   * Runs the tour.
   *
   * @param more what else there is to show while the gateway is there
   */
  void run(Runnable more) {
    CreateGatewayRequest wanted = CreateGatewayRequest.withDefaults().id(id).cacheTtl(60).build();
    ensure(wanted);
    try {
      ensureAgain(wanted);
      list();
      fetch();
      edit();
      url();
      createAgain(wanted);
      createWithABadField();
      more.run();
    } finally {
      delete();
    }
    find();
    System.out.println();
  }

  private void ensure(CreateGatewayRequest wanted) {
    screen.title("Make sure that a gateway is there", "gateways.ensure(wanted)");
    try {
      Ensured ensured = gateways.ensure(wanted);
      screen.line("it was", ensured.change());
      screen.line("id", ensured.gateway().getId());
      screen.line("created at", ensured.gateway().getCreatedAt());
    } catch (AiGatewayException failed) {
      // It may exist although we were not told so. One that was refused is not ours to delete.
      if (failed.mayHaveBeenApplied()) {
        String outcome = gateways.tryDelete(id).isOk() ? "yes" : "nothing to delete, it seems";
        screen.line("cleaned up", outcome);
      }
      throw failed;
    }
  }

  private void ensureAgain(CreateGatewayRequest wanted) {
    screen.title("Do it again: it changes only what differs", "gateways.ensure(wanted)");
    screen.line("it was", gateways.ensure(wanted).change());
  }

  private void list() {
    screen.title("List the account's gateways", "gateways.list()");
    Page<Gateway> page = gateways.list();
    page.items().stream().limit(5).forEach(gateway -> screen.line("gateway", gateway.getId()));
    screen.line("more pages", page.hasNext());
  }

  private void fetch() {
    screen.title("Fetch it, with all that came along", "gateways.tryGet(id)");
    Result<Gateway> result = gateways.tryGet(id);
    screen.line("value", result.orElseThrow().getId());
    ApiResponse<Gateway> response = result.fold(ok -> ok, Tour::raise);
    screen.line("status", response.status());
    screen.line("attempts", response.attempts());
    screen.line("request id", response.requestId());
  }

  private void edit() {
    screen.title(
        "Edit one field; the others stay as they are",
        "gateways.edit(id, update -> update.cacheTtl(300))");
    Gateway before = gateways.get(id);
    Gateway after = gateways.edit(id, update -> update.cacheTtl(300));
    screen.line("cache, before", before.getCacheTtl() + " s");
    screen.line("cache, after", after.getCacheTtl() + " s");
  }

  private void url() {
    screen.title("Ask where it serves a provider", "gateways.url(id, Provider.OPENAI)");
    screen.line("OpenAI", gateways.url(id, Provider.OPENAI));
    screen.line("any, by name", gateways.url(id, "compat"));
  }

  private void createAgain(CreateGatewayRequest wanted) {
    screen.title("Create it again, which is refused", "gateways.create(request)");
    refused(wanted);
  }

  private void createWithABadField() {
    screen.title("Send a value that only the API can judge", "gateways.create(request)");
    LogManagementStrategy unheardOf = LogManagementStrategy.of("BURN_AFTER_READING");
    refused(CreateGatewayRequest.withDefaults().id(id).logManagementStrategy(unheardOf).build());
  }

  private void refused(CreateGatewayRequest request) {
    try {
      gateways.create(request);
      throw new IllegalStateException("The API accepted what it should refuse.");
    } catch (BadRequestException refused) {
      screen.line("exception", refused.getClass().getSimpleName());
      screen.line("status", refused.status());
      screen.line("applied", refused.mayHaveBeenApplied() ? "perhaps" : "no");
      for (ApiError error : refused.errors()) {
        screen.line("code", error.code());
        screen.line("field", error.path().isEmpty() ? "(none named)" : error.path());
        screen.line("message", error.message());
      }
    }
  }

  private void delete() {
    screen.title("Delete it", "gateways.tryDelete(id)");
    Result<Gateway> result = gateways.tryDelete(id);
    String outcome = result.isOk() ? " is gone" : " IS STILL THERE: delete it yourself";
    screen.line("outcome", id + outcome);
    result.orElseThrow();
  }

  private void find() {
    screen.title("Look for it once more", "gateways.find(id)");
    screen.line("find", gateways.find(id).isPresent() ? "still there" : "Optional.empty");
    screen.line("get", gateways.tryGet(id).fold(ok -> "still there", Tour::describe));
  }

  private static String describe(AiGatewayException error) {
    String name = error.getClass().getSimpleName();
    return error instanceof ApiException refused ? name + " with status " + refused.status() : name;
  }

  private static ApiResponse<Gateway> raise(AiGatewayException error) {
    throw error;
  }
}
