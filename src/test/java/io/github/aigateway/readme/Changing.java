package io.github.aigateway.readme;

import com.google.gson.JsonPrimitive;
import io.github.aigateway.Ensured;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Dlp;
import io.github.aigateway.model.DlpAction;
import io.github.aigateway.model.DlpPolicies;
import io.github.aigateway.model.DlpProfiles;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GuardrailAction;
import io.github.aigateway.model.GuardrailRules;
import io.github.aigateway.model.Guardrails;
import io.github.aigateway.model.OtelExporter;
import io.github.aigateway.model.RateLimitingTechnique;
import io.github.aigateway.model.SpendLimitRule;
import io.github.aigateway.model.SpendLimitType;
import io.github.aigateway.model.SpendLimits;
import io.github.aigateway.model.Stripe;
import io.github.aigateway.model.StripeUsageEvent;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The README's snippets on gateways and their settings; {@link ChangingTest} runs them. */
final class Changing {

  private Changing() {}

  static Ensured ensure(Gateways gateways) {
    // [ensure]
    CreateGatewayRequest wanted =
        CreateGatewayRequest.withDefaults()
            .id("my-gateway")
            .cacheTtl(300)
            .rateLimitingInterval(60)
            .rateLimitingLimit(100)
            .build();
    Ensured ensured = gateways.ensure(wanted);
    // [/ensure]
    return ensured;
  }

  static Gateway features(Gateways gateways, String collectorKey, String stripeKey) {
    // [features]
    Gateway changed =
        gateways.edit(
            "my-gateway",
            update ->
                update
                    .guardrails(
                        Guardrails.builder()
                            .prompt(GuardrailRules.builder().P1(GuardrailAction.FLAG).build())
                            .response(GuardrailRules.builder().S1(GuardrailAction.BLOCK).build())
                            .build())
                    .spendLimits(
                        SpendLimits.builder()
                            .enabled(true)
                            .rules(
                                List.of(
                                    SpendLimitRule.builder()
                                        .limit(new BigDecimal("25.00"))
                                        .limitType(SpendLimitType.COST)
                                        .window(86_400) // seconds
                                        .build()))
                            .build())
                    .dlp(
                        DlpProfiles.builder()
                            .enabled(true)
                            .action(DlpAction.BLOCK)
                            .profiles(List.of("credentials"))
                            .build())
                    .otel(
                        List.of(
                            OtelExporter.builder()
                                .url("https://collector.example.com/v1/traces")
                                .headers(Map.of("x-api-key", collectorKey))
                                .build()))
                    .stripe(
                        Stripe.builder()
                            .authorization(stripeKey)
                            .usageEvents(List.of(StripeUsageEvent.builder().payload("{}").build()))
                            .build()));
    // [/features]
    return changed;
  }

  static List<CreateGatewayRequest> nulls() {
    // [nulls]
    CreateGatewayRequest absent = CreateGatewayRequest.withDefaults().id("a").build();
    CreateGatewayRequest explicit =
        CreateGatewayRequest.withDefaults().id("a").otel(null).cacheTtl(null).build();
    // [/nulls]
    return List.of(absent, explicit);
  }

  static String describe(Gateway gateway) {
    // [enums]
    RateLimitingTechnique technique = gateway.getRateLimitingTechnique();
    String limited =
        technique == null
            ? "not limited"
            : switch (technique.known()) {
              case FIXED -> "limited by the clock";
              case SLIDING -> "limited by the last minutes";
              default -> "limited by " + technique.value();
            };
    // [/enums]
    return limited;
  }

  static String protection(Gateway gateway) {
    // [unions]
    Dlp dlp = gateway.getDlp();
    String protection;
    if (dlp instanceof DlpProfiles simple) {
      protection = simple.getProfiles() + " " + simple.getAction();
    } else if (dlp instanceof DlpPolicies detailed) {
      protection = detailed.getPolicies().size() + " policies";
    } else if (dlp instanceof Dlp.Unknown newer) {
      protection = newer.json().toString();
    } else {
      protection = "none";
    }
    // [/unions]
    return protection;
  }

  static boolean unknownMembers(Gateways gateways) {
    // [unknown]
    Gateway changed =
        gateways.edit(
            "my-gateway",
            update -> update.putAdditionalProperty("newer_setting", new JsonPrimitive(true)));
    boolean kept = changed.getAdditionalProperties().containsKey("newer_setting");
    // [/unknown]
    return kept;
  }

  static List<Gateway> edit(Gateways gateways) {
    // [edit]
    Gateway edited = gateways.edit("my-gateway", update -> update.cacheTtl(60).collectLogs(false));

    Gateway toggled =
        gateways.edit(
            "my-gateway", (gateway, update) -> update.collectLogs(!gateway.getCollectLogs()));
    // [/edit]
    return List.of(edited, toggled);
  }

  static Gateway update(Gateways gateways) {
    // [update]
    Gateway fetched = gateways.get("my-gateway");
    UpdateGatewayRequest request = UpdateGatewayRequest.from(fetched).cacheTtl(120).build();
    Gateway updated = gateways.update("my-gateway", request);
    // [/update]
    return updated;
  }

  static Map<String, Object> delete(Gateways gateways) {
    // [delete]
    Gateway last = gateways.delete("my-gateway");
    // [/delete]
    return Map.of("id", last.getId());
  }
}
