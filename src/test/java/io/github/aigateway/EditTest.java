package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is changed differs on the wire, and nothing else. */
@Tag("quick")
class EditTest extends AgainstFake {

  private static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "account_id",
          "account_tag",
          "internal_id",
          "created_at",
          "modified_at",
          "is_default");

  /** A gateway as a newer API may send it, with all that is easily lost. */
  private static final String GATEWAY =
      """
      {"id": "existing", "account_id": null, "account_tag": "t", "internal_id": "i",
       "created_at": "2026-04-23 04:55:11", "modified_at": "2026-04-23T04:55:11.123Z",
       "is_default": true, "authentication": true, "cache_invalidate_on_update": false,
       "cache_ttl": null, "collect_logs": true, "log_management": 10000000,
       "log_management_strategy": "ASK_A_FRIEND", "logpush": false, "logpush_public_key": null,
       "rate_limiting_interval": 0, "rate_limiting_limit": null,
       "rate_limiting_technique": "leaky", "store_id": "", "zdr": true,
       "dlp": {"enabled": true, "policies": [{"id": "p", "action": "SHRUG", "check": ["NEW"],
         "enabled": true, "profiles": ["x"], "later": 1}]},
       "otel": [{"url": "https://o.example.com", "headers": {"k": "v", "unknown": ""},
         "authorization": "secret", "content_type": "avro", "more": {"a": [null]}}],
       "stripe": null, "guardrails": {"prompt": {"S1": "WARN", "S99": "BLOCK"}, "response": {}},
       "retry_max_attempts": 3, "retry_delay": 5000, "retry_backoff": "quadratic",
       "spend_limits": {"enabled": true, "rules": [{"limit": 0.1000000000000000055511151231257827,
         "limitType": "tokens", "window": 9223372036854775807, "extra": null}]},
       "workers_ai_billing_mode": "barter",
       "unknown_null": null, "unknown_text": "\\u2028<>&'", "unknown_number": 1.50,
       "unknown_big": 12345678901234567890123, "unknown_small": 1e-30,
       "unknown_deep": {"a": [1, {"b": null}], "c": false}}\
      """;

  private final JsonObject stored = JsonParser.parseString(GATEWAY).getAsJsonObject();

  @BeforeEach
  void aGatewayOfTheFuture() {
    fake.put(fake.accountId(), stored);
  }

  @ParameterizedTest
  @EnumSource
  void oneFieldChangesAndEverythingElseIsSentBackAsItCame(Style style) {
    edit(style, update -> update.cacheTtl(60));
    JsonObject expected = writable();
    expected.addProperty("cache_ttl", 60);
    assertEquals(expected, sent());
    for (String name : expected.keySet()) {
      assertEquals(expected.get(name).toString(), sent().get(name).toString(), name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatChangesNothingSendsNothing(Style style) {
    Gateway same = edit(style, update -> update.cacheTtl(null).zdr(true));
    assertEquals(Gateway.fromJson(GATEWAY), same);
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void whatComesBackToWhatItWasSendsNothing(Style style) {
    edit(
        style,
        update ->
            update
                .cacheTtl(60)
                .cacheTtl(null)
                .putAdditionalProperty("unknown_number", new JsonPrimitive(2))
                .putAdditionalProperty("unknown_number", stored.get("unknown_number"))
                .spendLimits(Gateway.fromJson(GATEWAY).getSpendLimits()));
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aChangeCanSeeTheGateway(Style style) {
    BiConsumer<Gateway, UpdateGatewayRequest.Builder> change =
        (gateway, update) -> update.cacheTtl(gateway.getLogManagement());
    Gateway edited =
        style.call(
            () -> gateways.edit(Calls.ID, change),
            () -> gateways.tryEdit(Calls.ID, change),
            () -> gateways.async().edit(Calls.ID, change));
    assertEquals(10_000_000, sent().get("cache_ttl").getAsLong());
    assertEquals(10_000_000, edited.getCacheTtl());
  }

  @Test
  void aNullThatTheApiWouldRefuseIsLeftOut() {
    stored.add("zdr", JsonNull.INSTANCE);
    stored.add("logpush", JsonNull.INSTANCE);
    fake.put(fake.accountId(), stored);
    edit(Style.THROWING, update -> update.cacheTtl(60));
    JsonObject expected = writable();
    expected.addProperty("cache_ttl", 60);
    expected.remove("zdr");
    expected.remove("logpush");
    assertEquals(expected, sent());
  }

  @Test
  void unknownMembersCanBeChangedToo() {
    edit(
        Style.THROWING,
        update ->
            update
                .putAdditionalProperty("unknown_text", JsonParser.parseString("[7]"))
                .removeAdditionalProperty("unknown_null"));
    JsonObject expected = writable();
    expected.add("unknown_text", JsonParser.parseString("[7]"));
    expected.remove("unknown_null");
    assertEquals(expected, sent());
  }

  @ParameterizedTest
  @EnumSource
  void aMissingGatewayIsNotPut(Style style) {
    fake.remove(fake.accountId(), Calls.ID);
    NotFoundException error =
        assertThrows(NotFoundException.class, () -> edit(style, update -> {}));
    assertEquals("getGateway", error.operation());
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheChangeThrowsEndsTheEditAndNothingIsSent(Style style) {
    for (Throwable thrown : List.of(new IllegalStateException("x"), new AssertionError("x"))) {
      fake.clearRequests();
      Consumer<UpdateGatewayRequest.Builder> failing =
          update -> {
            if (thrown instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) thrown;
          };
      assertSame(thrown, assertThrows(Throwable.class, () -> edit(style, failing)));
      assertEquals(1, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatIsNotAllowedIsRefusedAndNothingIsSent(Style style) {
    assertThrows(
        IllegalArgumentException.class, () -> edit(style, update -> update.retryMaxAttempts(6)));
    assertEquals(1, fake.requestCount());
  }

  private Gateway edit(Style style, Consumer<UpdateGatewayRequest.Builder> change) {
    return switch (style) {
      case THROWING -> gateways.edit(Calls.ID, change);
      case RESULT -> gateways.tryEdit(Calls.ID, change).orElseThrow();
      case FUTURE -> {
        try {
          yield gateways.async().edit(Calls.ID, change).orTimeout(9, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
          if (failed.getCause() instanceof Error error) {
            throw error;
          }
          throw assertInstanceOf(RuntimeException.class, failed.getCause());
        }
      }
    };
  }

  private JsonObject writable() {
    JsonObject writable = stored.deepCopy();
    READ_ONLY.forEach(writable::remove);
    return writable;
  }

  private JsonObject sent() {
    List<ReceivedRequest> requests = fake.requests();
    assertEquals(2, requests.size());
    return JsonParser.parseString(requests.get(1).body()).getAsJsonObject();
  }
}
