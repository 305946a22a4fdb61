package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is not an id is refused by the call itself; whatever is one arrives as it is. */
@SuppressWarnings("FutureReturnValueIgnored") // what counts is what the call itself throws
class ArgumentsTest extends AgainstFake {

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
          Map.entry("url", id -> gateways.url(id, "openai")),
          Map.entry("tryUrl", id -> gateways.tryUrl(id, "openai")),
          Map.entry("async url", id -> gateways.async().url(id, "openai")));

  /** Every method that takes the name of a provider. */
  private final Map<String, Function<String, Object>> byProvider =
      Map.of(
          "url", name -> gateways.url(Calls.ID, name),
          "tryUrl", name -> gateways.tryUrl(Calls.ID, name),
          "async url", name -> gateways.async().url(Calls.ID, name));

  static List<String> noIds() {
    return List.of(
        "",
        " ",
        "\t",
        ".",
        "..",
        "a".repeat(65),
        "a\nb",
        "a\u0000",
        "a\u007f",
        "\ud800",
        "a\udc00b");
  }

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

  @ParameterizedTest
  @MethodSource("noIds")
  void whatIsNoIdIsRefusedByEveryCallAndNothingIsSent(String text) {
    byId.forEach((name, call) -> assertRefused(name, "id", () -> call.apply(text)));
    byProvider.forEach((name, call) -> assertRefused(name, "provider", () -> call.apply(text)));
    assertRefused("gateways", "accountId", () -> client.gateways(text));
    assertRefused("builder", "accountId", () -> builder().accountId(text));
    assertRefused("options", "accountId", () -> RequestOptions.builder().accountId(text));
    assertEquals(0, fake.requestCount());
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsRefusedByItsName() {
    byId.forEach((name, call) -> assertNull("id", () -> call.apply(null)));
    byProvider.forEach((name, call) -> assertNull("provider", () -> call.apply(null)));
    CreateGatewayRequest nothing = null;
    assertNull("request", () -> gateways.create(nothing));
    assertNull("request", () -> gateways.tryCreate(nothing));
    assertNull("request", () -> gateways.async().create(nothing));
    assertNull("request", () -> gateways.update("a", null));
    assertNull("request", () -> gateways.tryUpdate("a", null));
    assertNull("request", () -> gateways.async().update("a", null));
    assertNull("change", () -> gateways.edit("a", null));
    assertNull("change", () -> gateways.tryEdit("a", null));
    assertNull("change", () -> gateways.async().edit("a", null));
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
    assertThrows(NotFoundException.class, () -> client.gateways(id).get("g"));
    assertEquals(id, arrived().pathSegments().get(3));
    assertEquals(7, arrived().pathSegments().size());
  }

  @ParameterizedTest
  @MethodSource("oddIds")
  void anOddSearchArrivesAsThatOneValue(String text) {
    gateways.list(ListGatewaysOptions.builder().search(text).build());
    assertEquals(Map.of("search", List.of(text)), arrived().queryParameters());
    RequestOptions options = RequestOptions.builder().query("x", text).build();
    gateways.with(options).list();
    assertEquals(Map.of("x", List.of(text)), arrived().queryParameters());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void pagesAreCountedFromOne(int number) {
    assertRefused("page", "page", () -> ListGatewaysOptions.builder().page(number));
    assertRefused("page", "page", () -> new ListGatewaysOptions(number, null, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
  void aPageHasOneToAHundredItems(int number) {
    assertRefused("perPage", "perPage", () -> ListGatewaysOptions.builder().perPage(number));
    assertRefused("perPage", "perPage", () -> new ListGatewaysOptions(null, number, null));
  }

  @Test
  void aSearchHasNoControlCharacters() {
    ListGatewaysOptions.Builder options = ListGatewaysOptions.builder().search("a\nb");
    assertRefused("search", "search", options::build);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "AUTHORIZATION",
        "X-Auth-Email",
        "x-auth-key",
        "X-Auth-User-Service-Key",
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Content-Type",
        "Content-Length",
        "Content-Encoding",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Proxy-Authorization",
        "HTTP2-Settings",
        "TE",
        "Trailer",
        "Expect",
        "Upgrade",
        "",
        " ",
        "a b",
        "a:b",
        "a\r\nb",
        "ä"
      })
  void headersThatTheClientSetsOrHttpForbidsAreRefused(String name) {
    assertThrows(
        IllegalArgumentException.class, () -> RequestOptions.builder().header(name, "secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX-Evil: 1", "secret\n", "secret\u0000", "secrét", "secret😀"})
  void headerValuesThatHttpForbidsAreRefusedWithoutBeingQuoted(String value) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> RequestOptions.builder().header("X-A", value));
    assertSays("X-A", refused);
    assertSaysNot("secr", refused);
  }

  @Test
  void everyVisibleCharacterAndBlanksArriveInAHeader() {
    String value = "a \t!~";
    RequestOptions options = RequestOptions.builder().header("X-A", value).build();
    gateways.with(options).get(Calls.ID);
    assertEquals(value, arrived().header("X-A"));
  }

  @Test
  void theLastSpellingOfAHeaderIsTheOneThatArrives() {
    Gateways first = gateways.with(RequestOptions.builder().header("X-Trace", "1").build());
    first.with(RequestOptions.builder().header("x-trace", "2").build()).get(Calls.ID);
    assertEquals(List.of("2"), arrived().headers().get("X-TRACE"));
  }

  @Test
  void optionsPrintNoHeaderValue() {
    RequestOptions options = RequestOptions.builder().header("X-A", "secret").build();
    assertFalse(options.toString().contains("secret"));
    assertTrue(options.toString().contains("X-A"));
  }

  @Test
  void timesMustBePositiveAndMayBeAsLongAsCanBe() {
    RequestOptions.Builder options = RequestOptions.builder();
    assertRefused("0", "attemptTimeout", () -> options.attemptTimeout(Duration.ZERO));
    assertRefused("0", "callTimeout", () -> options.callTimeout(Duration.ofMillis(-1)));
    assertRefused("0", "connectTimeout", () -> options.connectTimeout(Duration.ZERO));
    assertRefused("0", "maxRetryAfter", () -> builder().maxRetryAfter(Duration.ofMillis(-1)));
    assertRefused("0", "maxRetries", () -> options.maxRetries(-1));
    assertRefused("0", "maxRetries", () -> options.maxRetries(11));
    assertRefused("0", "maxResponseBytes", () -> builder().maxResponseBytes(0));
    assertEquals(Duration.ZERO, Arguments.notNegative(Duration.ZERO, "maxRetryAfter"));
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    RequestOptions endless =
        options.attemptTimeout(forever).callTimeout(forever).connectTimeout(forever).build();
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
