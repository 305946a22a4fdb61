package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/**
 * What a caller passes in arrives as that one value, or is refused before anything is sent. Each
 * run is one seed, of which {@link RandomText} makes the same texts again.
 */
class OneValuePropertyTest {

  private static final String TOKEN = "token-of-the-client";
  private static final MockWebServer SERVER = new MockWebServer();

  @BeforeContainer
  static void respondToAll() {
    SERVER.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse().setResponseCode(404).setBody("{\"success\":false}");
          }
        });
  }

  @AfterContainer
  static void shutDown() throws IOException {
    SERVER.shutdown();
  }

  private static final class Holder {
    static final AiGatewayClient CLIENT =
        AiGatewayClient.builder()
            .apiToken(TOKEN)
            .accountId("account")
            .baseUrl(SERVER.url("/v4").toString())
            .build();
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void idsAccountsAndProvidersAreOneSegmentEach(@ForAll long seed) throws InterruptedException {
    RandomText texts = new RandomText(seed);
    String account = seed % 3 == 0 ? texts.next() : "account";
    String id = texts.next();
    String provider = seed % 2 == 0 ? texts.next() : "openai";
    int before = SERVER.getRequestCount();
    boolean legal = Stream.of(account, id, provider).allMatch(RandomText::isSegment);
    try {
      Holder.CLIENT.gateways(account).tryUrl(id, provider);
    } catch (IllegalArgumentException refused) {
      assertEquals(before, SERVER.getRequestCount());
      assertTrue(!legal, "refused without need");
      return;
    }
    assertTrue(legal, "not refused");
    String path = Objects.requireNonNull(request().getPath());
    assertTrue(path.chars().allMatch(c -> c > ' ' && c <= '~' && c != '?' && c != '#'), path);
    assertEquals(
        List.of("", "v4", "accounts", account, "ai-gateway", "gateways", id, "url", provider),
        Stream.of(path.split("/", -1)).map(OneValuePropertyTest::decodedSegment).toList());
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void searchAndExtraParametersAreOneValueEach(@ForAll long seed) throws InterruptedException {
    RandomText texts = new RandomText(seed);
    String search = texts.next();
    String name = texts.next();
    String value = texts.next();
    int before = SERVER.getRequestCount();
    boolean legal =
        Stream.of(search, name, value).allMatch(RandomText::isWellFormed) && !name.isBlank();
    try {
      RequestOptions options = RequestOptions.builder().query(name, value).build();
      Holder.CLIENT
          .gateways()
          .with(options)
          .tryList(ListGatewaysOptions.builder().search(search).build());
    } catch (IllegalArgumentException refused) {
      assertEquals(before, SERVER.getRequestCount());
      assertTrue(!legal, "refused without need");
      return;
    }
    assertTrue(legal, "not refused");
    String path = Objects.requireNonNull(request().getPath());
    int query = path.indexOf('?');
    assertEquals("/v4/accounts/account/ai-gateway/gateways", path.substring(0, query));
    Map<String, String> arrived = new LinkedHashMap<>();
    for (String parameter : path.substring(query + 1).split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      assertEquals(2, parts.length, path);
      arrived.put(decoded(parts[0]), decoded(parts[1]));
    }
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("search", search);
    expected.put(name, value);
    assertEquals(expected, arrived);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void extraHeadersAreOneHeaderAndNoOther(@ForAll long seed) throws InterruptedException {
    RandomText texts = new RandomText(seed);
    String name =
        switch ((int) Math.floorMod(seed, 4L)) {
          case 0 -> texts.next();
          case 1 -> "X-" + texts.next();
          case 2 -> mixedCase(List.of("authorization", "host", "x-auth-key", "x-auth-email"), seed);
          default -> "X-Extra";
        };
    String value = texts.next();
    int before = SERVER.getRequestCount();
    RequestOptions options;
    try {
      options = RequestOptions.builder().header(name, value).build();
    } catch (IllegalArgumentException refused) {
      assertTrue(!name.equals("X-Extra") || !value.matches("[\\t -~]*"), "refused without need");
      return;
    }
    Holder.CLIENT.gateways().with(options).tryGet("a");
    RecordedRequest arrived = request();
    assertEquals(before + 1, SERVER.getRequestCount());
    assertEquals(List.of(value.trim()), arrived.getHeaders().values(name));
    assertEquals(List.of("Bearer " + TOKEN), arrived.getHeaders().values("Authorization"));
    assertEquals(
        List.of(SERVER.getHostName() + ":" + SERVER.getPort()),
        arrived.getHeaders().values("Host"));
    // Host, Connection, Accept-Encoding, Authorization, User-Agent, Accept, and the extra one.
    assertEquals(7, arrived.getHeaders().size(), arrived.getHeaders().names().toString());
  }

  private static String mixedCase(List<String> names, long seed) {
    String name = names.get((int) Math.floorMod(seed / 4, (long) names.size()));
    return seed % 8 < 4 ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static RecordedRequest request() throws InterruptedException {
    RecordedRequest request = SERVER.takeRequest(10, TimeUnit.SECONDS);
    assertNotNull(request);
    return Objects.requireNonNull(request);
  }

  /** In a path, a plus is a plus. */
  private static String decodedSegment(String segment) {
    return decoded(segment.replace("+", "%2B"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
