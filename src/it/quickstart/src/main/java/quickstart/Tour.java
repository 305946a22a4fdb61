package quickstart;

import io.github.aigateway.AiGatewayException;
import io.github.aigateway.ApiError;
import io.github.aigateway.ApiException;
import io.github.aigateway.ApiResponse;
import io.github.aigateway.BadRequestException;
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
  private int step;

  Tour(Gateways gateways, String id) {
    this.gateways = gateways;
    this.id = id;
  }

  void run() {
    create();
    try {
      list();
      fetch();
      edit();
      url();
      createAgain();
      createWithABadField();
    } finally {
      delete();
    }
    find();
    System.out.println();
  }

  private void create() {
    title("Create a gateway");
    try {
      Gateway created = gateways.create(CreateGatewayRequest.withDefaults().id(id).build());
      line("id", created.getId());
      line("created at", created.getCreatedAt());
      line("keeps logs", created.getCollectLogs());
    } catch (AiGatewayException failed) {
      // It may exist although we were not told so. One that was refused is not ours to delete.
      if (failed.mayHaveBeenApplied()) {
        line("cleaned up", gateways.tryDelete(id).isOk() ? "yes" : "nothing to delete, it seems");
      }
      throw failed;
    }
  }

  private void list() {
    title("List the account's gateways");
    Page<Gateway> page = gateways.list();
    page.items().stream().limit(5).forEach(gateway -> line("gateway", gateway.getId()));
    line("more pages", page.hasNext());
  }

  private void fetch() {
    title("Fetch it, with all that came along");
    Result<Gateway> result = gateways.tryGet(id);
    line("value", result.orElseThrow().getId());
    ApiResponse<Gateway> response = result.fold(ok -> ok, Tour::raise);
    line("status", response.status());
    line("attempts", response.attempts());
    line("request id", response.requestId());
  }

  private void edit() {
    title("Edit one field; the others stay as they are");
    Gateway before = gateways.get(id);
    Gateway after = gateways.edit(id, update -> update.cacheTtl(300));
    line("cache, before", before.getCacheTtl() + " s");
    line("cache, after", after.getCacheTtl() + " s");
  }

  private void url() {
    title("Ask where it serves a provider");
    line("OpenAI", gateways.url(id, Provider.OPENAI));
    line("any, by name", gateways.url(id, "compat"));
  }

  private void createAgain() {
    title("Create it again, which is refused");
    refused(CreateGatewayRequest.withDefaults().id(id).build());
  }

  private void createWithABadField() {
    title("Send a value that only the API can judge");
    LogManagementStrategy unheardOf = LogManagementStrategy.of("BURN_AFTER_READING");
    refused(CreateGatewayRequest.withDefaults().id(id).logManagementStrategy(unheardOf).build());
  }

  private void refused(CreateGatewayRequest request) {
    try {
      gateways.create(request);
      throw new IllegalStateException("The API accepted what it should refuse.");
    } catch (BadRequestException refused) {
      line("exception", refused.getClass().getSimpleName());
      line("status", refused.status());
      line("applied", refused.mayHaveBeenApplied() ? "perhaps" : "no");
      for (ApiError error : refused.errors()) {
        line("code", error.code());
        line("field", error.path().isEmpty() ? "(none named)" : error.path());
        line("message", error.message());
      }
    }
  }

  private void delete() {
    title("Delete it");
    Result<Gateway> result = gateways.tryDelete(id);
    line("outcome", result.isOk() ? id + " is gone" : id + " IS STILL THERE: delete it yourself");
    result.orElseThrow();
  }

  private void find() {
    title("Look for it once more");
    line("find", gateways.find(id).isPresent() ? "still there" : "Optional.empty");
    line("get", gateways.tryGet(id).fold(ok -> "still there", Tour::describe));
  }

  private static String describe(AiGatewayException error) {
    String name = error.getClass().getSimpleName();
    return error instanceof ApiException refused ? name + " with status " + refused.status() : name;
  }

  private static ApiResponse<Gateway> raise(AiGatewayException error) {
    throw error;
  }

  private void title(String title) {
    step++;
    System.out.printf("%n%d. %s%n", step, title);
  }

  private static void line(String name, Object value) {
    System.out.printf("   %-14s %s%n", name, value);
  }
}
