package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call checks its arguments itself, in every style; what it takes arrives as it is. */
@SuppressWarnings("FutureReturnValueIgnored") // what counts is what the call itself throws
@Tag("quick")
class ArgumentsOfCallsTest extends AgainstFake {

  /** Every method that takes the id of a gateway. */
  private final Map<String, Function<String, Object>> byId =
      Map.ofEntries(
          Map.entry("get", gateways::get),
          Map.entry("tryGet", gateways::tryGet),
          Map.entry("async get", id -> gateways.async().get(id)),
          Map.entry("find", gateways::find),
          Map.entry("tryFind", gateways::tryFind),
          Map.entry("async find", id -> gateways.async().find(id)),
          Map.entry("update", id -> gateways.update(id, Calls.SETTINGS)),
          Map.entry("tryUpdate", id -> gateways.tryUpdate(id, Calls.SETTINGS)),
          Map.entry("async update", id -> gateways.async().update(id, Calls.SETTINGS)),
          Map.entry("edit", id -> gateways.edit(id, u -> u.cacheTtl(1))),
          Map.entry("tryEdit", id -> gateways.tryEdit(id, u -> u.cacheTtl(1))),
          Map.entry("async edit", id -> gateways.async().edit(id, u -> u.cacheTtl(1))),
          Map.entry("delete", gateways::delete),
          Map.entry("tryDelete", gateways::tryDelete),
          Map.entry("async delete", id -> gateways.async().delete(id)),
          Map.entry("url", id -> gateways.url(id, Provider.OPENAI)),
          Map.entry("tryUrl", id -> gateways.tryUrl(id, Provider.OPENAI)),
          Map.entry("async url", id -> gateways.async().url(id, Provider.OPENAI)));

  /** Every method that takes the name of a provider. */
  private final Map<String, Function<String, Object>> byProvider =
      Map.of(
          "url", name -> gateways.url(Calls.ID, name),
          "tryUrl", name -> gateways.tryUrl(Calls.ID, name),
          "async url", name -> gateways.async().url(Calls.ID, name));

  static List<String> oddIds() {
    return List.of(
        "a/b",
        "a%2fb",
        "%2e%2e",
        "..%2f..",
        "../..",
        "a?b",
        "a#b",
        "a;b=c",
        "a b",
        " a ",
        "a+b",
        "a\\b",
        "a:b@c",
        "{id}",
        "...",
        "ä€😀",
        "\u202e",
        "a".repeat(64),
        "😀".repeat(64));
  }

  @Test
  void whatIsNoIdIsRefusedByEveryCallAndNothingIsSent() {
    byId.forEach((name, call) -> assertRefused(name, "id", () -> call.apply("..")));
    byProvider.forEach((name, call) -> assertRefused(name, "provider", () -> call.apply("..")));
    assertRefused("Provider.of", "provider", () -> Provider.of(".."));
    assertRefused("gateways", "accountId", () -> client.gateways(".."));
    assertEquals(0, fake.requestCount());
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsRefusedByItsName() {
    byId.forEach((name, call) -> assertNull("id", () -> call.apply(null)));
    byProvider.forEach((name, call) -> assertNull("provider", () -> call.apply(null)));
    Provider none = null;
    assertNull("provider", () -> gateways.url(Calls.ID, none));
    assertNull("provider", () -> gateways.tryUrl(Calls.ID, none));
    assertNull("provider", () -> gateways.async().url(Calls.ID, none));
    CreateGatewayRequest nothing = null;
    assertNull("request", () -> gateways.create(nothing));
    assertNull("request", () -> gateways.tryCreate(nothing));
    assertNull("request", () -> gateways.async().create(nothing));
    assertNull("request", () -> gateways.update("a", null));
    assertNull("request", () -> gateways.tryUpdate("a", null));
    assertNull("request", () -> gateways.async().update("a", null));
    Consumer<UpdateGatewayRequest.Builder> change = null;
    assertNull("change", () -> gateways.edit("a", change));
    assertNull("change", () -> gateways.tryEdit("a", change));
    assertNull("change", () -> gateways.async().edit("a", change));
    BiConsumer<Gateway, UpdateGatewayRequest.Builder> changeOfBoth = null;
    assertNull("change", () -> gateways.edit("a", changeOfBoth));
    assertNull("change", () -> gateways.tryEdit("a", changeOfBoth));
    assertNull("change", () -> gateways.async().edit("a", changeOfBoth));
    assertNull("request", () -> gateways.ensure(nothing));
    assertNull("request", () -> gateways.tryEnsure(nothing));
    assertNull("request", () -> gateways.async().ensure(nothing));
    assertNull("options", () -> gateways.list(null));
    assertNull("options", () -> gateways.tryList(null));
    assertNull("options", () -> gateways.async().list(null));
    assertNull("options", () -> gateways.listAll(null));
    assertNull("options", () -> gateways.with(null));
    assertNull("accountId", () -> client.gateways(null));
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @MethodSource("oddIds")
  void anOddIdArrivesAsThatOneValue(String id) {
    assertThrows(NotFoundException.class, () -> gateways.get(id));
    assertEquals(id, arrived().gatewayId().orElseThrow());
    assertThrows(NotFoundException.class, () -> gateways.delete(id));
    assertEquals(id, arrived().gatewayId().orElseThrow());
    gateways.url(Calls.ID, id);
    assertEquals(id, arrived().provider().orElseThrow());
    assertEquals(Calls.ID, arrived().gatewayId().orElseThrow());
    // The fake refuses accounts other than its own.
    assertThrows(ApiException.class, () -> client.gateways(id).get("g"));
    assertEquals(id, arrived().pathSegments().get(3));
    assertEquals(7, arrived().pathSegments().size());
  }

  @Test
  void timesMayBeAsLongAsCanBe() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    RequestOptions endless =
        RequestOptions.builder()
            .attemptTimeout(forever)
            .callTimeout(forever)
            .connectTimeout(forever)
            .build();
    assertEquals(Calls.ID, gateways.with(endless).get(Calls.ID).getId());
  }

  private ReceivedRequest arrived() {
    List<ReceivedRequest> all = fake.requests();
    return all.get(all.size() - 1);
  }

  private static void assertRefused(String call, String name, Executable misuse) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, misuse, call);
    assertTrue(Messages.message(refused).startsWith(name + " "), refused::toString);
  }

  private static void assertNull(String name, Executable misuse) {
    assertEquals(name, assertThrows(NullPointerException.class, misuse).getMessage());
  }
}
