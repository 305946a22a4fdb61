package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeAiGatewayValidationTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @Test
  void everyMissingRequiredMemberHasItsEntry() throws IOException {
    Reply reply = api.create(new JsonObject());

    Set<String> paths = new TreeSet<>();
    for (JsonElement error : reply.errors()) {
      assertEquals(7001, error.getAsJsonObject().get("code").getAsInt());
      paths.add(error.getAsJsonObject().get("path").toString());
    }
    assertEquals(400, reply.status());
    for (JsonElement name : ApiDocument.shipped().requestBody("createGateway").values("required")) {
      assertTrue(paths.remove("[\"body\"," + name + "]"), name.toString());
    }
    assertEquals(Set.of(), paths);
    assertTrue(fake.gateways(fake.accountId()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | '' | [\"body\",\"id\"]",
        "collect_logs | null | [\"body\",\"collect_logs\"]",
        "rate_limiting_technique | 'odd' | [\"body\",\"rate_limiting_technique\"]",
        "dlp | {'enabled':true,'profiles':[]} | [\"body\",\"dlp\",\"action\"]",
        "dlp | {'enabled':true,'policies':[{'id':'p','action':'FLAG','check':['ODD'],"
            + "'enabled':true,'profiles':[]}]} | [\"body\",\"dlp\",\"policies\",0,\"check\",0]",
        "otel | [{'headers':{}}] | [\"body\",\"otel\",0,\"url\"]",
        "otel | [{'url':'https://a.b','headers':{'h':1}}] |"
            + " [\"body\",\"otel\",0,\"headers\",\"h\"]",
        "stripe | {'authorization':'s','usage_events':[{}]} |"
            + " [\"body\",\"stripe\",\"usage_events\",0,\"payload\"]",
        "guardrails | {'prompt':{'S13':'ODD'},'response':{}} |"
            + " [\"body\",\"guardrails\",\"prompt\",\"S13\"]",
        "spend_limits | {'enabled':true,'rules':[{'limit':0,'limitType':'cost','window':1}]} |"
            + " [\"body\",\"spend_limits\",\"rules\",0,\"limit\"]",
        "spend_limits | {'enabled':true,'rules':[{'limit':1,'limitType':'cost','window':1,"
            + "'metadata':{'m':{'mode':'filter'}}}]} |"
            + " [\"body\",\"spend_limits\",\"rules\",0,\"metadata\",\"m\",\"values\"]"
      },
      quoteCharacter = '~')
  void aBrokenConstraintIs400WithCode7001AndItsPath(String field, String value, String path)
      throws IOException {
    JsonObject sent = FakeAiGatewayCaller.gateway("a");
    sent.add(field, JsonParser.parseString(value));

    Reply reply = api.create(sent);

    assertEquals(400, reply.status());
    assertEquals(1, reply.errors().size(), reply.text());
    assertEquals(7001, reply.code());
    assertEquals(path, reply.path());
  }

  @Test
  void whatTheApiAllowsIsAccepted() throws IOException {
    JsonObject sent =
        JsonParser.parseString(
                """
                {"id":"a_b-c", "cache_invalidate_on_update":false, "cache_ttl":0,
                "collect_logs":true, "rate_limiting_interval":null, "rate_limiting_limit":5,
                "rate_limiting_technique":"sliding", "authentication":true, "byok_only":false,
                "log_management":10000, "log_management_strategy":null, "logpush":false,
                "logpush_public_key":"0123456789abcdef", "zdr":true, "store_id":null,
                "dlp":{"enabled":true,"policies":[]}, "retry_max_attempts":5,
                "retry_delay":60000, "retry_backoff":"linear", "log_classification":true,
                "workers_ai_billing_mode":"unified",
                "otel":[{"url":"https://otel.example/v1","headers":{"k":"v"},"authorization":"s",
                "content_type":"json"}],
                "stripe":{"authorization":"s","usage_events":[{"payload":"p"}]},
                "guardrails":{"prompt":{"P1":"FLAG"},"response":{"S1":"BLOCK"}},
                "spend_limits":{"enabled":true,"rules":[{"limit":0.5,"limitType":"cost","window":1,
                "model":{"mode":"filter","values":["m"]},"provider":{"mode":"partition"},
                "metadata":{"m":{"mode":"partition"}},"id":"r","enabled":false,
                "technique":"fixed"}]}}
                """)
            .getAsJsonObject();

    Reply reply = api.create(sent);

    assertEquals(200, reply.status(), reply.text());
    sent.addProperty("store_id", "");
    sent.asMap().forEach((name, value) -> assertEquals(value, reply.gateway().get(name), name));
  }

  @Test
  void anIdMayHave64CharactersAndNoMore() throws IOException {
    assertEquals(200, api.create("a".repeat(64)).status());
    assertEquals(400, api.create("a".repeat(65)).status());
  }

  @Test
  void anUpdateIsCheckedToo() throws IOException {
    api.create("a");
    JsonObject settings = FakeAiGatewayCaller.settings();
    settings.remove("cache_ttl");

    Reply reply = api.update("a", settings);

    assertEquals(400, reply.status());
    assertEquals("[\"body\",\"cache_ttl\"]", reply.path());
  }

  @Test
  void whatTheServerHandedOutIsAcceptedWhenItComesBack() throws IOException {
    JsonObject stored = FakeAiGatewayCaller.gateway("a");
    stored.addProperty("workers_ai_billing_mode", "prepaid");
    stored.add("dlp", JsonNull.INSTANCE);
    stored.add(
        "spend_limits",
        JsonParser.parseString(
            "{\"enabled\":true,\"rules\":[{\"limit\":1,\"limitType\":\"tokens\",\"window\":1}]}"));
    fake.put(fake.accountId(), stored);
    JsonObject change = stored.deepCopy();
    change.getAsJsonObject("spend_limits").addProperty("enabled", false);

    Reply reply = api.update("a", change);

    assertEquals(200, reply.status(), reply.text());
    assertEquals("prepaid", reply.gateway().get("workers_ai_billing_mode").getAsString());
  }

  @Test
  void aRefusedNullIsRefusedEvenIfItIsStored() throws IOException {
    JsonObject stored = FakeAiGatewayCaller.gateway("a");
    stored.add("logpush", JsonNull.INSTANCE);
    fake.put(fake.accountId(), stored);

    assertEquals("[\"body\",\"logpush\"]", api.update("a", stored).path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{id:1}", "{} {}", "[1", "{\"a\":NaN}"})
  void aBodyThatIsNotJsonIs400(String body) throws IOException {
    Reply reply =
        api.sendText("POST", "/accounts/" + fake.accountId() + "/ai-gateway/gateways", body);

    assertEquals(400, reply.status());
    assertEquals(7001, reply.code());
    assertEquals("[\"body\"]", reply.path());
  }

  @Test
  void aBodyThatIsNoObjectIs400() throws IOException {
    Reply reply =
        api.sendText("POST", "/accounts/" + fake.accountId() + "/ai-gateway/gateways", "[]");

    assertEquals("Expected object, received array", reply.message());
  }
}
