package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UpdateGatewayRequestFromTest {

  private static final String REQUIRED =
      "\"cache_invalidate_on_update\":true,\"cache_ttl\":0,\"collect_logs\":true,"
          + "\"rate_limiting_interval\":0,\"rate_limiting_limit\":0";

  @Test
  void everythingButReadOnlyMembersIsCarriedOver() {
    Gateway gateway = Gateway.fromJson(fixture("gateway-of-a-newer-server"));

    String update = UpdateGatewayRequest.from(gateway).build().toJson();

    SameJson.check(
        Shape.named("UpdateGatewayRequest"), fixture("its-update-that-changes-nothing"), update);
  }

  @Test
  void oneMemberCanBeChanged() {
    Gateway gateway = Gateway.fromJson(fixture("gateway-of-a-newer-server"));
    String unchanged = UpdateGatewayRequest.from(gateway).build().toJson();

    String changed = UpdateGatewayRequest.from(gateway).cacheTtl(3600).build().toJson();

    assertEquals(unchanged.replace("\"cache_ttl\":60,", "\"cache_ttl\":3600,"), changed);
  }

  @Test
  void noReadOnlyMemberIsSentNotEvenAsAnUnknownOne() {
    Gateway gateway =
        Gateway.fromJson(
            "{\"id\":\"a\",\"account_id\":\"b\",\"account_tag\":null,\"internal_id\":\"c\","
                + "\"created_at\":\"x\",\"modified_at\":\"y\",\"is_default\":true,"
                + REQUIRED
                + "}");

    assertEquals("{" + REQUIRED + "}", UpdateGatewayRequest.from(gateway).build().toJson());
  }

  @Test
  void aNullThatAnUpdateDoesNotAllowIsLeftOut() {
    Gateway gateway =
        Gateway.fromJson(
            "{"
                + REQUIRED
                + ",\"authentication\":null,\"logpush\":null,\"zdr\":null,\"dlp\":null,"
                + "\"byok_only\":null,\"log_classification\":null,"
                + "\"workers_ai_billing_mode\":null}");

    assertEquals("{" + REQUIRED + "}", UpdateGatewayRequest.from(gateway).build().toJson());
  }

  @Test
  void aNullThatAnUpdateAllowsIsSent() {
    String json =
        "{\"cache_invalidate_on_update\":true,\"cache_ttl\":null,\"collect_logs\":false,"
            + "\"log_management\":null,\"log_management_strategy\":null,"
            + "\"logpush_public_key\":null,\"rate_limiting_interval\":null,"
            + "\"rate_limiting_limit\":null,\"rate_limiting_technique\":null,\"store_id\":null,"
            + "\"otel\":null,\"stripe\":null,\"guardrails\":null,\"retry_max_attempts\":null,"
            + "\"retry_delay\":null,\"retry_backoff\":null,\"spend_limits\":null}";

    assertEquals(json, UpdateGatewayRequest.from(Gateway.fromJson(json)).build().toJson());
  }

  @Test
  void aRequiredMemberThatTheResponseLackedIsNamedByBuildOnly() {
    UpdateGatewayRequest.Builder nothing = UpdateGatewayRequest.from(Gateway.fromJson("{}"));
    UpdateGatewayRequest.Builder nulls =
        UpdateGatewayRequest.from(
            Gateway.fromJson(
                "{\"cache_invalidate_on_update\":null,\"cache_ttl\":null,\"collect_logs\":null,"
                    + "\"rate_limiting_interval\":null}"));

    assertEquals(
        "UpdateGatewayRequest cannot be built: cache_invalidate_on_update is required;"
            + " cache_ttl is required; collect_logs is required;"
            + " rate_limiting_interval is required; rate_limiting_limit is required.",
        assertThrows(IllegalArgumentException.class, nothing::build).getMessage());
    assertEquals(
        "UpdateGatewayRequest cannot be built: cache_invalidate_on_update is required;"
            + " collect_logs is required; rate_limiting_limit is required.",
        assertThrows(IllegalArgumentException.class, nulls::build).getMessage());
    assertEquals(
        "{" + REQUIRED + "}",
        nothing
            .cacheInvalidateOnUpdate(true)
            .cacheTtl(0)
            .collectLogs(true)
            .rateLimitingInterval(0)
            .rateLimitingLimit(0)
            .build()
            .toJson());
  }

  @Test
  void valuesThatTheDocumentForbidsAreCarriedOverUnchecked() {
    String json =
        "{\"cache_invalidate_on_update\":true,\"cache_ttl\":-1,\"collect_logs\":true,"
            + "\"log_management\":5,\"logpush_public_key\":\"short\","
            + "\"rate_limiting_interval\":-5,\"rate_limiting_limit\":0,\"retry_delay\":99999999}";

    assertEquals(json, UpdateGatewayRequest.from(Gateway.fromJson(json)).build().toJson());
  }

  @Test
  void aCreateCanStartFromAGatewayToo() {
    Gateway gateway = Gateway.fromJson("{\"id\":\"a\",\"is_default\":true," + REQUIRED + "}");

    assertEquals(
        "{\"id\":\"b\"," + REQUIRED + "}",
        CreateGatewayRequest.from(gateway).id("b").build().toJson());
  }

  @Test
  void theGatewayDoesNotChangeWithTheBuilder() {
    Gateway gateway = Gateway.fromJson("{" + REQUIRED + ",\"new\":{\"a\":1}}");
    String before = gateway.toJson();

    UpdateGatewayRequest.from(gateway).cacheTtl(null).removeAdditionalProperty("new").build();
    gateway.toBuilder().zdr(true).removeAdditionalProperty("new");

    assertEquals(before, gateway.toJson());
  }

  private static String fixture(String name) {
    try (InputStream text =
        Objects.requireNonNull(
            UpdateGatewayRequestFromTest.class.getResourceAsStream(
                "/fixtures/" + name + ".json"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
