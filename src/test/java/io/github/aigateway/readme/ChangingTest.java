package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Ensured;
import io.github.aigateway.Gateways;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GuardrailAction;
import io.github.aigateway.model.RateLimitingTechnique;
import io.github.aigateway.testing.FakeAiGateway;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the README says about gateways and their settings, carried out. */
class ChangingTest {

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final AiGatewayClient client =
      Calling.build(fake.apiToken(), fake.accountId(), fake.baseUrl());
  private final Gateways gateways = client.gateways();

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  @Test
  void ensureMakesItSoOnce() {
    Ensured created = Changing.ensure(gateways);
    assertEquals(Ensured.Change.CREATED, created.change());
    assertEquals(300, created.gateway().getCacheTtl());
    assertEquals(Ensured.Change.UNCHANGED, Changing.ensure(gateways).change());
  }

  @Test
  void eachFeatureIsSetAsShown() {
    Changing.ensure(gateways);
    Gateway changed = Changing.features(gateways, "collector-key", "stripe-key");
    assertEquals("[credentials] BLOCK", Changing.protection(changed));
    assertEquals(GuardrailAction.BLOCK, changed.getGuardrails().getResponse().getS1());
    assertEquals(86_400, changed.getSpendLimits().getRules().get(0).getWindow());
    assertEquals("stripe-key", changed.getStripe().getAuthorization());
    assertFalse(changed.toString().contains("-key"));
    assertEquals("limited by the clock", Changing.describe(limited(RateLimitingTechnique.FIXED)));
    assertEquals("not limited", Changing.describe(changed));
  }

  private Gateway limited(RateLimitingTechnique technique) {
    return gateways.edit("my-gateway", update -> update.rateLimitingTechnique(technique));
  }

  @Test
  void absentIsLeftOutAndNullIsSent() {
    String absent = Changing.nulls().get(0).toJson();
    assertFalse(absent.contains("otel"), absent);
    assertTrue(absent.contains("\"cache_ttl\":0"), absent);
    String explicit = Changing.nulls().get(1).toJson();
    assertTrue(explicit.contains("\"otel\":null"), explicit);
    assertTrue(explicit.contains("\"cache_ttl\":null"), explicit);
  }

  @Test
  void whatIsUnknownIsReadableAndKept() {
    Changing.ensure(gateways).gateway();
    JsonObject stored = fake.gateway(fake.accountId(), "my-gateway").orElseThrow();
    stored.addProperty("rate_limiting_technique", "leaky");
    stored.add("dlp", new JsonObject());
    fake.put(fake.accountId(), stored);

    Gateway odd = gateways.get("my-gateway");
    assertEquals("limited by leaky", Changing.describe(odd));
    assertEquals("{}", Changing.protection(odd));
    assertTrue(Changing.unknownMembers(gateways));
    List<Gateway> edits = Changing.edit(gateways);
    assertEquals(60, edits.get(0).getCacheTtl());
    assertTrue(edits.get(1).getCollectLogs());

    JsonObject edited = fake.gateway(fake.accountId(), "my-gateway").orElseThrow();
    assertEquals("leaky", edited.get("rate_limiting_technique").getAsString());
    assertTrue(edited.get("newer_setting").getAsBoolean());
    assertTrue(edited.get("collect_logs").getAsBoolean());
  }

  @Test
  void anUpdateCarriesTheRestOver() {
    Gateway created = Changing.ensure(gateways).gateway();
    Gateway updated = Changing.update(gateways);
    assertEquals(120, updated.getCacheTtl());
    assertEquals(created.getDlp(), updated.getDlp());
  }

  @Test
  void deleteReturnsWhatWasThere() {
    Changing.ensure(gateways).gateway();
    assertEquals("my-gateway", Changing.delete(gateways).get("id"));
    assertTrue(fake.gateways(fake.accountId()).isEmpty());
  }
}
