package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that comes with another type than documented spoils itself and nothing else. */
class OddFieldsTest extends AgainstFake {

  private static final String ODD =
      "\"cache_ttl\": \"a while\", \"rate_limiting_limit\": 1.5, \"otel\": {\"a\": [null]},"
          + " \"dlp\": {\"enabled\": \"yes\", \"policies\": []}";
  private static final Map<String, JsonElement> ODD_MEMBERS =
      Map.of(
          "cache_ttl", JsonParser.parseString("\"a while\""),
          "rate_limiting_limit", JsonParser.parseString("1.5"),
          "otel", JsonParser.parseString("{\"a\": [null]}"));

  private void putOdd(String id) {
    JsonObject gateway = fake.gateway(fake.accountId(), Calls.ID).orElseThrow();
    JsonParser.parseString("{" + ODD + "}").getAsJsonObject().asMap().forEach(gateway::add);
    gateway.addProperty("id", id);
    fake.put(fake.accountId(), gateway);
  }

  @ParameterizedTest
  @EnumSource
  void oneOddGatewayDoesNotHideTheOthersOfAList(Style style) {
    IntStream.range(0, 9).forEach(i -> put("gateway-" + i));
    putOdd("odd");

    Page<?> page = (Page<?>) style.call(Calls.LIST, gateways);

    assertEquals(11, page.items().size());
    for (Object item : page.items()) {
      Gateway gateway = (Gateway) item;
      boolean isOdd = gateway.getId().equals("odd");
      assertEquals(isOdd ? ODD_MEMBERS : Map.of(), gateway.getMistypedProperties());
      assertEquals(!isOdd, gateway.hasRateLimitingLimit());
      assertTrue(gateway.getCollectLogs());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditOfAnotherFieldSendsTheOddOnesAsTheyCame(Style style) {
    putOdd(Calls.ID);
    fake.fail(Fault.body(200, "{\"success\":true,\"result\":{\"id\":\"existing\"}}"))
        .on(Operation.UPDATE);

    assertEquals(Calls.ID, edit(style, update -> update.collectLogs(false)).getId());

    JsonObject sent = JsonParser.parseString(sentUpdate()).getAsJsonObject();
    assertFalse(sent.get("collect_logs").getAsBoolean());
    ODD_MEMBERS.forEach(
        (name, value) -> assertEquals(value.toString(), sent.get(name).toString(), name));
    assertEquals("{\"enabled\":\"yes\",\"policies\":[]}", sent.get("dlp").toString());
  }

  @ParameterizedTest
  @EnumSource
  void anEditCanMendAnOddField(Style style) {
    JsonObject gateway = fake.gateway(fake.accountId(), Calls.ID).orElseThrow();
    ODD_MEMBERS.forEach(gateway::add);
    fake.put(fake.accountId(), gateway);

    Gateway mended =
        edit(style, update -> update.cacheTtl(60).rateLimitingLimit(0).otel(List.of()));

    assertEquals(60, mended.getCacheTtl());
    assertEquals(Map.of(), mended.getMistypedProperties());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateWhoseResponseHasOddFieldsIsASuccess(Style style) {
    String result = "{\"id\": \"existing\", " + ODD + "}";
    fake.fail(Fault.body(200, "{\"success\": true, \"result\": " + result + "}"));
    for (Calls operation : List.of(Calls.CREATE, Calls.GET, Calls.UPDATE, Calls.DELETE)) {
      fake.clearRequests();
      Gateway gateway = (Gateway) style.call(operation, gateways);
      assertEquals(Calls.ID, gateway.getId());
      assertEquals(ODD_MEMBERS, gateway.getMistypedProperties());
      assertFalse(gateway.toString().contains("a while"), gateway::toString);
      assertEquals(1, fake.requestCount());
    }
    Gateway edited =
        edit(
            style,
            update ->
                update.collectLogs(true).cacheInvalidateOnUpdate(false).rateLimitingInterval(0));
    assertThrows(IllegalStateException.class, edited::getCacheTtl);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                        | 5 | 3",
        "'many'                                    | 4 | 3",
        "{'total_count': 'many'}                   | 4 | 3",
        "{'total_count': 3.5, 'per_page': []}      | 5 | 3",
        "{'total_count': 4, 'per_page': 'all'}     | 4 | 2"
      })
  void anOddResultInfoCountsAsAbsent(String info, int count, int requests) {
    fake.failEach(request -> Optional.of(Fault.body(200, page(request, count, info))));
    GatewayListing all = gateways.listAll(ListGatewaysOptions.builder().perPage(2).build());

    assertEquals(count, all.stream().count());
    assertEquals(requests, fake.requestCount());
    for (Style style : Style.values()) {
      Page<?> page = (Page<?>) style.call(Calls.LIST, gateways);
      assertEquals(info.startsWith("{"), page.resultInfo() != null);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gatewaysWhoseIdsAreOddAreToldApart(boolean withTotal) {
    String info = withTotal ? "{'total_count': 5}" : "null";
    fake.failEach(
        request ->
            Optional.of(
                Fault.body(200, page(request, 5, info).replaceAll("\"gateway-(\\d)\"", "$1"))));
    GatewayListing all = gateways.listAll(ListGatewaysOptions.builder().perPage(2).build());

    assertEquals(
        List.of("0", "1", "2", "3", "4"),
        all.stream()
            .map(gateway -> String.valueOf(gateway.getMistypedProperties().get("id")))
            .toList());
  }

  private static String page(ReceivedRequest request, int count, String info) {
    String number = request.queryParameter("page");
    int from = number == null ? 0 : 2 * (Integer.parseInt(number) - 1);
    List<String> items =
        IntStream.range(from, Math.min(from + 2, count))
            .mapToObj(i -> "{\"id\": \"gateway-" + i + "\"}")
            .toList();
    return "{\"success\": true, \"result\": %s, \"result_info\": %s}"
        .formatted(items, info.replace('\'', '"'));
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatWasCutWithinAnEmojiSurvivesAnEdit(Style style) {
    String gateway =
        "{\"id\": \"existing\", \"cache_invalidate_on_update\": false, \"cache_ttl\": 1,"
            + " \"collect_logs\": true, \"rate_limiting_interval\": 0, \"rate_limiting_limit\": 0,"
            + " \"store_id\": \"cut \\ud83d\", \"new\": {\"\\ude00\": [\"\\ud83d😀\"]}}";
    fake.fail(Fault.body(200, "{\"success\": true, \"result\": " + gateway + "}"));

    Gateway edited = edit(style, update -> update.cacheTtl(2));

    assertEquals("cut \ud83d", edited.getStoreId());
    String sent = sentUpdate();
    assertTrue(sent.contains("\"store_id\":\"cut \\ud83d\""), sent);
    assertTrue(sent.contains("\"new\":{\"\\ude00\":[\"\\ud83d😀\"]}"), sent);
    assertTrue(sent.contains("\"cache_ttl\":2"), sent);
  }

  private Gateway edit(Style style, Consumer<UpdateGatewayRequest.Builder> change) {
    return style.call(
        () -> gateways.edit(Calls.ID, change),
        () -> gateways.tryEdit(Calls.ID, change),
        () -> gateways.async().edit(Calls.ID, change));
  }

  private String sentUpdate() {
    ReceivedRequest update = fake.requests().get(1);
    assertEquals("PUT", update.method());
    return update.body();
  }
}
