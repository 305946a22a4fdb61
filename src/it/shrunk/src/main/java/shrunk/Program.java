package shrunk;

import com.google.gson.JsonPrimitive;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AiGatewayClientBuilder;
import io.github.aigateway.AiGatewayException;
import io.github.aigateway.ApiException;
import io.github.aigateway.Gateways;
import io.github.aigateway.ListGatewaysOptions;
import io.github.aigateway.Provider;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Dlp;
import io.github.aigateway.model.DlpAction;
import io.github.aigateway.model.DlpProfiles;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.RateLimitingTechnique;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Uses all that might not survive a shrinker. Arguments: base URL, token, account. */
public final class Program {

  private Program() {}

  /** Prints the outcome of each call, without anything that is another one in the next run. */
  public static void main(String... args) {
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder().baseUrl(args[0]).apiToken(args[1]).accountId(args[2]);
    try (AiGatewayClient client = builder.build()) {
      succeed(client.gateways());
      fail(client.gateways());
    }
    try (AiGatewayClient client =
        builder.listener(event -> System.out.println("event: " + event.kind())).build()) {
      client.gateways().find("nobody");
    }
  }

  private static void succeed(Gateways gateways) {
    Gateway created =
        gateways.create(
            CreateGatewayRequest.withDefaults()
                .id("shrunk")
                .cacheTtl(300)
                .rateLimitingTechnique(RateLimitingTechnique.SLIDING)
                .dlp(
                    DlpProfiles.builder()
                        .enabled(true)
                        .action(DlpAction.BLOCK)
                        .profiles(List.of("credentials"))
                        .build())
                .putAdditionalProperty("newer", new JsonPrimitive(1))
                .build());
    System.out.println("create: " + created.getId() + " " + created.getCacheTtl());
    Dlp dlp = created.getDlp();
    if (dlp instanceof DlpProfiles profiles) {
      System.out.println("union: " + profiles.getProfiles() + " " + profiles.getAction().known());
    }
    Gateway edited = gateways.edit("shrunk", update -> update.cacheTtl(60));
    System.out.println(
        "edit: " + edited.getCacheTtl() + " " + edited.getRateLimitingTechnique().known());
    System.out.println("get: " + gateways.get("shrunk").equals(edited));
    System.out.println("find: " + gateways.find("shrunk").isPresent());
    System.out.println("list: " + gateways.list().items().size());
    System.out.println(
        "listAll: "
            + gateways
                .listAll(ListGatewaysOptions.builder().search("shrunk").perPage(1).build())
                .stream()
                .count());
    System.out.println("try: " + gateways.tryGet("shrunk").fold(ok -> ok.status(), e -> -1));
    System.out.println("async: " + gateways.async().get("shrunk").join().getId());
    System.out.println(
        "url: " + gateways.url("shrunk", Provider.OPENAI).endsWith("/shrunk/openai"));
    System.out.println("delete: " + gateways.delete("shrunk").getId());
  }

  private static void fail(Gateways gateways) {
    gateways.create(CreateGatewayRequest.withDefaults().id("taken").build());
    report(() -> gateways.create(CreateGatewayRequest.withDefaults().id("taken").build()));
    report(() -> gateways.get("nobody"));
    report(
        () ->
            gateways.edit(
                "taken",
                update -> update.rateLimitingTechnique(RateLimitingTechnique.of("nonsense"))));
    try {
      gateways.async().get("nobody").join();
    } catch (CompletionException failed) {
      System.out.println("async: " + failed.getCause().getClass().getName());
    }
    try {
      CreateGatewayRequest.builder().build();
    } catch (IllegalArgumentException incomplete) {
      System.out.println("misuse: " + incomplete.getMessage());
    }
  }

  private static void report(Runnable call) {
    try {
      call.run();
      System.out.println("no failure");
    } catch (ApiException failed) {
      System.out.println(failed.getClass().getName() + ": " + failed.getMessage());
      System.out.println(failed.status() + " " + failed.errors() + " " + failed.operation());
    } catch (AiGatewayException failed) {
      System.out.println(failed);
    }
  }
}
