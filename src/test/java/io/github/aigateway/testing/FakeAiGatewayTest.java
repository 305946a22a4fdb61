package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeAiGatewayTest {
  private Instant now = Instant.parse("2026-04-23T04:55:11.120Z");
  private final FakeAiGateway fake =
      FakeAiGateway.builder().clock(new TestClock()).anyAccount().start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @Test
  void createRespondsWith200AndWhatWasSentAndWhatOnlyTheServerWrites() throws IOException {
    Reply reply = api.create("my-gateway");

    assertEquals(200, reply.status());
    assertTrue(reply.json().get("success").getAsBoolean());
    assertEquals("[]", reply.errors().toString());
    assertEquals("[]", reply.json().get("messages").toString());
    JsonObject created = reply.gateway();
    assertEquals("my-gateway", created.get("id").getAsString());
    assertEquals("2026-04-23T04:55:11.120Z", created.get("created_at").getAsString());
    assertEquals("2026-04-23T04:55:11.120Z", created.get("modified_at").getAsString());
    assertEquals(fake.accountId(), created.get("account_id").getAsString());
    assertEquals(fake.accountId(), created.get("account_tag").getAsString());
    assertFalse(created.get("internal_id").getAsString().isEmpty());
    assertFalse(created.get("is_default").getAsBoolean());
    assertEquals(0, created.get("cache_ttl").getAsInt()); // sent as null
    assertEquals("", created.get("store_id").getAsString());
    assertEquals(created, api.get("my-gateway").gateway());
    assertEquals(Optional.of(created), fake.gateway(fake.accountId(), "my-gateway"));
  }

  @Test
  void everyResponseHasTheEdgesHeaders() throws IOException {
    Reply first = api.create("a");
    Reply second = api.get("none");

    assertEquals("application/json", first.headers().get("content-type"));
    assertEquals("\"default\";r=50;t=30", second.headers().get("Ratelimit"));
    assertEquals("\"burst\";q=100;w=60", second.headers().get("Ratelimit-Policy"));
    String ray = first.headers().get("cf-ray");
    assertNotNull(ray);
    assertFalse(ray.equals(second.headers().get("cf-ray")));
  }

  @Test
  void unknownMembersNullsAndNumbersComeBackAsTheyWereSent() throws IOException {
    JsonObject sent = FakeAiGatewayCaller.gateway("a");
    sent.add("newer", JsonParser.parseString("{\"x\":[1.50,12345678901234567890,null]}"));

    String text = api.create(sent).text();

    assertTrue(text.contains("\"newer\":{\"x\":[1.50,12345678901234567890,null]}"), text);
    assertTrue(api.list("").text().contains("[1.50,12345678901234567890,null]"));
  }

  @Test
  void updateReplacesAllThatAClientMayWrite() throws IOException {
    JsonObject sent = FakeAiGatewayCaller.gateway("a");
    sent.addProperty("zdr", true);
    sent.addProperty("newer", 1);
    JsonObject created = api.create(sent).gateway();
    now = now.plus(Duration.ofMinutes(1));
    JsonObject change = FakeAiGatewayCaller.settings();
    change.addProperty("cache_ttl", 60);
    change.addProperty("internal_id", "mine");
    change.addProperty("id", "other");

    JsonObject updated = api.update("a", change).gateway();

    assertEquals("a", updated.get("id").getAsString());
    assertEquals(60, updated.get("cache_ttl").getAsInt());
    assertEquals(created.get("internal_id"), updated.get("internal_id"));
    assertEquals(created.get("created_at"), updated.get("created_at"));
    assertEquals("2026-04-23T04:56:11.120Z", updated.get("modified_at").getAsString());
    assertFalse(updated.has("zdr"));
    assertFalse(updated.has("newer"));
    assertEquals(updated, api.get("a").gateway());
  }

  @Test
  void deleteReturnsTheGatewayAndForgetsIt() throws IOException {
    JsonObject created = api.create("a").gateway();

    assertEquals(created, api.delete("a").gateway());
    assertEquals(404, api.get("a").status());
    assertTrue(fake.gateways(fake.accountId()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /none", "PUT /none", "DELETE /none", "GET /none/url/openai"})
  void anUnknownGatewayIs404WithCode7002(String request) throws IOException {
    String[] parts = request.split(" ", -1);
    JsonObject body = parts[0].equals("PUT") ? FakeAiGatewayCaller.settings() : null;

    Reply reply = api.send(parts[0], parts[1], body);

    assertEquals(404, reply.status());
    assertEquals(7002, reply.code());
    assertFalse(reply.json().get("success").getAsBoolean());
  }

  @Test
  void aDuplicateIs400WithCode7001ButOnlyWithinItsAccount() throws IOException {
    api.create("a");

    Reply again = api.create("a");
    Reply elsewhere =
        api.sendText(
            "POST",
            "/accounts/other/ai-gateway/gateways",
            FakeAiGatewayCaller.gateway("a").toString());

    assertEquals(400, again.status());
    assertEquals(7001, again.code());
    assertEquals("An object with this id already exists", again.message());
    assertEquals(200, elsewhere.status());
    assertEquals(1, fake.gateways("other").size());
  }

  @Test
  void urlNamesAccountGatewayAndProvider() throws IOException {
    api.create("a");

    Reply reply = api.send("GET", "/a/url/workers-ai", null);

    assertEquals(
        "https://gateway.ai.cloudflare.com/v1/" + fake.accountId() + "/a/workers-ai",
        reply.result().getAsString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /elsewhere",
        "GET /accounts//ai-gateway/gateways",
        "GET /accounts/a%20b/ai-gateway/gateways",
        "DELETE /accounts/a/ai-gateway/gateways/",
        "PUT /accounts/a/ai-gateway/gateways",
        "PATCH /accounts/a/ai-gateway/gateways/g",
        "GET /accounts/a/ai-gateway/gateways/g/url/",
        "GET /accounts/a/ai-gateway/gateways/g/url/x/y"
      })
  void whatLeadsNowhereIs404WithCodes7003And7000(String request) throws IOException {
    String[] parts = request.split(" ", -1);
    String body = parts[0].startsWith("P") ? "{}" : null;

    Reply reply = api.sendText(parts[0], parts[1], body);

    assertEquals(404, reply.status());
    assertEquals(7003, reply.code());
    assertEquals(7000, reply.errors().get(1).getAsJsonObject().get("code").getAsInt());
  }

  @Test
  void anEmptyGatewayIdReachesTheList() throws IOException {
    api.create("a");

    assertEquals(1, api.get("").result().getAsJsonArray().size());
  }

  @Test
  void anEncodedSlashStaysWithinItsSegment() throws IOException {
    JsonObject odd = FakeAiGatewayCaller.gateway("a/b ?#ü");
    fake.put(fake.accountId(), odd);

    assertEquals(odd, api.get("a%2fb%20%3F%23%C3%BC").gateway());

    ReceivedRequest request = fake.requests().get(0);
    assertEquals(Optional.of("a/b ?#ü"), request.gatewayId());
    assertTrue(request.path().endsWith("/a%2fb%20%3F%23%C3%BC"), request.path());
    assertTrue(request.is(Operation.GET));
  }

  @Test
  void requestsAreKeptInOrderAndShowNoSecrets() throws IOException {
    JsonObject sent = FakeAiGatewayCaller.gateway("a");
    api.create(sent);
    api.list("?search=b%20c&page=1");

    ReceivedRequest create = fake.requests().get(0);
    ReceivedRequest list = fake.requests().get(1);
    assertEquals("POST", create.method());
    assertEquals(sent, JsonParser.parseString(create.body()));
    assertEquals("Bearer " + fake.apiToken(), create.header("authorization"));
    assertEquals("search=b%20c&page=1", list.query());
    assertEquals("b c", list.queryParameter("search"));
    assertFalse(create.toString().contains(fake.apiToken()), create.toString());
    assertFalse(create.toString().contains("collect_logs"), create.toString());
    assertFalse(fake.toString().contains(fake.apiToken()), fake.toString());
    assertEquals(2, fake.requestCount());
    fake.clearRequests();
    assertTrue(fake.requests().isEmpty());
    assertEquals(0, fake.requestCount());
  }

  @Test
  void onlyTheNewestRequestsAreKept() throws IOException {
    try (FakeAiGateway small = FakeAiGateway.builder().maxRequests(1).start();
        FakeAiGatewayCaller caller = new FakeAiGatewayCaller(small)) {
      caller.get("first");
      caller.get("second");

      assertEquals(2, small.requestCount());
      assertEquals(1, small.requests().size());
      assertEquals(Optional.of("second"), small.requests().get(0).gatewayId());
    }
  }

  @Test
  void stateIsSeededAsGivenAndCopiedBothWays() throws IOException {
    JsonObject old =
        JsonParser.parseString("{\"id\":\"old\",\"created_at\":\"2026-04-23 04:55:11\"}")
            .getAsJsonObject();
    fake.put(fake.accountId(), old);
    old.addProperty("id", "changed");
    fake.gateways(fake.accountId()).get(0).addProperty("id", "changed");

    assertEquals(
        "{\"id\":\"old\",\"created_at\":\"2026-04-23 04:55:11\"}",
        api.get("old").result().toString());
    assertTrue(fake.remove(fake.accountId(), "old").isPresent());
    assertTrue(fake.remove(fake.accountId(), "old").isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> fake.put(fake.accountId(), new JsonObject()));
  }

  @Test
  void closingEndsTheServerAndIsIdempotent() {
    fake.close();
    fake.close();

    assertThrows(ConnectException.class, () -> api.list(""));
  }

  @Test
  void aTakenPortIsSaidSo() {
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> FakeAiGateway.start(fake.port()));

    assertTrue(String.valueOf(e.getMessage()).contains("Port " + fake.port()), e.getMessage());
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
