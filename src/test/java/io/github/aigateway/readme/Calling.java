package io.github.aigateway.readme;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.CallEvent;
import io.github.aigateway.CallListener;
import io.github.aigateway.Gateways;
import io.github.aigateway.ListGatewaysOptions;
import io.github.aigateway.Page;
import io.github.aigateway.Provider;
import io.github.aigateway.RequestOptions;
import io.github.aigateway.model.Gateway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The README's snippets on making a client and calling it; {@link CallingTest} runs them. */
final class Calling {

  private Calling() {}

  static AiGatewayClient build(String token, String accountId, String baseUrl) {
    // [builder]
    AiGatewayClient client =
        AiGatewayClient.builder()
            .apiToken(token) // or apiKey(email, key)
            .accountId(accountId)
            .baseUrl(baseUrl)
            .connectTimeout(Duration.ofSeconds(5))
            .attemptTimeout(Duration.ofSeconds(10))
            .callTimeout(Duration.ofSeconds(45))
            .maxRetries(3)
            .build();
    // [/builder]
    return client;
  }

  static CallListener listener(List<String> lines) {
    // [listener]
    CallListener listener =
        event -> {
          Object outcome = event.status() == null ? event.reason() : event.status();
          if (event.kind() == CallEvent.Kind.ATTEMPT && event.retryDelay() != null) {
            lines.add(event.operation() + " is retried after " + outcome);
          } else if (event.kind() == CallEvent.Kind.CALL && !event.succeeded()) {
            lines.add(event.operation() + " of " + event.gatewayId() + " failed: " + outcome);
          }
        };
    // [/listener]
    return listener;
  }

  static List<Object> styles(Gateways gateways) {
    // [styles]
    Gateway gateway = gateways.get("my-gateway");

    String line =
        gateways
            .tryGet("my-gateway")
            .fold(
                ok -> ok.status() + ", request " + ok.requestId() + ": " + ok.value().getId(),
                error -> "failed after " + error.attempts() + " attempts: " + error.getMessage());

    CompletableFuture<String> id =
        gateways.async().get("my-gateway").thenApply(fetched -> fetched.getId());
    // [/styles]
    return List.of(gateway.getId(), line, id.join());
  }

  static Gateway withOptions(Gateways gateways) {
    // [request-options]
    Gateways patient =
        gateways.with(
            RequestOptions.builder()
                .header("X-Trace", "42")
                .attemptTimeout(Duration.ofMinutes(1))
                .maxRetries(5)
                .build());
    Gateway gateway = patient.get("my-gateway");
    // [/request-options]
    return gateway;
  }

  static boolean find(Gateways gateways) {
    // [find]
    Optional<Gateway> found = gateways.find("my-gateway");
    // [/find]
    return found.isPresent();
  }

  static void list(Gateways gateways, List<String> ids) {
    // [list]
    for (Gateway gateway : gateways.listAll()) {
      ids.add(gateway.getId());
    }

    ListGatewaysOptions options = ListGatewaysOptions.builder().search("prod").perPage(50).build();
    List<Gateway> production = gateways.listAll(options).toList();
    // [/list]
    ids.add("prod: " + production.size());
  }

  static void pages(Gateways gateways, List<String> ids) {
    // [pages]
    Page<Gateway> page = gateways.list();
    page.items().forEach(gateway -> ids.add(gateway.getId()));
    while (page.hasNext()) {
      page = gateways.list(page.nextOptions());
      page.items().forEach(gateway -> ids.add(gateway.getId()));
    }
    // [/pages]
  }

  static List<String> urls(Gateways gateways) {
    // [url]
    String openai = gateways.url("my-gateway", Provider.OPENAI);
    String newcomer = gateways.url("my-gateway", "a-provider-of-tomorrow");
    // [/url]
    return List.of(openai, newcomer);
  }

  static boolean cancel(Gateways gateways) {
    // [cancel]
    CompletableFuture<Gateway> future = gateways.async().get("my-gateway");
    boolean cancelled = future.cancel(true); // ends the HTTP call, too
    // [/cancel]
    return cancelled;
  }
}
