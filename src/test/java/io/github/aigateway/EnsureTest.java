package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.Ensured.Change;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway is made as the request says, and no more than that is done. */
@Tag("quick")
class EnsureTest extends AgainstFake {

  private static final CreateGatewayRequest WANTED = wanted(Calls.ID).cacheTtl(300).build();

  /** Everything that can be set, as a caller may set it. */
  private static final String FULL =
      """
      {"id": "full", "authentication": true, "cache_invalidate_on_update": false,
       "cache_ttl": null, "collect_logs": true, "log_management": 10000,
       "log_management_strategy": "DELETE_OLDEST", "logpush": false,
       "rate_limiting_interval": 60, "rate_limiting_limit": 5, "rate_limiting_technique": "fixed",
       "store_id": null, "zdr": true,
       "dlp": {"enabled": true, "policies": [{"id": "p", "action": "FLAG", "check": ["REQUEST"],
         "enabled": true, "profiles": ["x"]}]},
       "otel": [{"url": "https://o.example.com", "headers": {"k": "v"}, "authorization": "s"}],
       "stripe": {"authorization": "s", "usage_events": [{"payload": "p"}]},
       "guardrails": {"prompt": {"S1": "BLOCK"}, "response": {}}, "retry_delay": 5,
       "spend_limits": {"rules": [{"limit": 1.50, "limitType": "cost", "window": 3600,
         "metadata": {"team": {"mode": "filter", "values": ["a"]}}}]}}\
      """;

  static CreateGatewayRequest.Builder wanted(String id) {
    return CreateGatewayRequest.withDefaults().id(id);
  }

  @ParameterizedTest
  @EnumSource
  void aMissingGatewayIsCreatedWithTheDefaults(Style style) {
    CreateGatewayRequest request = wanted("new").zdr(true).build();
    Ensured ensured = ensure(style, request);
    assertEquals(Change.CREATED, ensured.change());
    assertEquals(fake.gateway("new").orElseThrow(), ensured.gateway());
    assertEquals(List.of("GET", "POST"), methods());
    assertEquals(JsonParser.parseString(request.toJson()), body(1));
  }

  @ParameterizedTest
  @EnumSource
  void whatDiffersIsUpdatedByOneRequest(Style style) {
    Ensured ensured = ensure(style, WANTED);
    assertEquals(Change.UPDATED, ensured.change());
    assertEquals(300, ensured.gateway().getCacheTtl());
    assertEquals(fake.gateway(Calls.ID).orElseThrow(), ensured.gateway());
    assertEquals(List.of("GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAsWantedCostsOneGet(Style style) {
    ensure(style, WANTED);
    fake.clearRequests();
    Ensured ensured = ensure(style, WANTED);
    assertEquals(new Ensured(fake.gateway(Calls.ID).orElseThrow(), Change.UNCHANGED), ensured);
    assertEquals(List.of("GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasCreatedOrUpdatedIsUnchangedAfterwards(Style style) {
    CreateGatewayRequest full = CreateGatewayRequest.fromJson(FULL);
    assertEquals(Change.CREATED, ensure(style, full).change());
    assertEquals(Change.UNCHANGED, ensure(style, full).change());
    put("full");
    assertEquals(Change.UPDATED, ensure(style, full).change());
    assertEquals(Change.UNCHANGED, ensure(style, full).change());
    assertEquals(List.of("GET", "POST", "GET", "GET", "PUT", "GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void defaultsThatNobodySetChangeNothingLater(Style style) {
    gateways.update(Calls.ID, Calls.SETTINGS);
    fake.clearRequests();
    assertEquals(Change.UNCHANGED, ensure(style, wanted(Calls.ID).build()).change());
    assertEquals(Change.UPDATED, ensure(style, wanted(Calls.ID).zdr(true).build()).change());
    assertEquals(60, body(2).get("cache_ttl").getAsInt());
    assertEquals(Change.UPDATED, ensure(style, wanted(Calls.ID).cacheTtl(0).build()).change());
    assertEquals(0, body(4).get("cache_ttl").getAsInt());
  }

  @Test
  void theResponseIsTheLastOne() {
    ApiResponse<Ensured> created = response(wanted("new").build());
    assertEquals(2, created.attempts());
    assertTrue(created.url().encodedPath().endsWith("/gateways"), created::toString);
    ApiResponse<Ensured> updated = response(WANTED);
    assertEquals(2, updated.attempts());
    assertTrue(updated.url().encodedPath().endsWith("/existing"), updated::toString);
    assertEquals(300, updated.value().gateway().getCacheTtl());
    fake.failNext(Fault.status(503));
    ApiResponse<Ensured> unchanged = response(WANTED);
    assertEquals(2, unchanged.attempts());
    assertEquals(200, unchanged.status());
    assertEquals(unchanged.headers().get("cf-ray"), unchanged.requestId());
  }

  private ApiResponse<Ensured> response(CreateGatewayRequest request) {
    return gateways
        .tryEnsure(request)
        .fold(
            ok -> ok,
            error -> {
              throw error;
            });
  }

  @ParameterizedTest
  @EnumSource
  void anIdThatIsMissingOrNoIdIsRefusedByTheCallItselfAndNothingIsSent(Style style) {
    for (String id : List.of("", " ", "..", "a\nb", "x".repeat(65))) {
      JsonObject json = new JsonObject();
      json.addProperty("id", id);
      CreateGatewayRequest request = CreateGatewayRequest.fromJson(json.toString());
      IllegalArgumentException refused = refused(() -> ensure(style, request));
      assertTrue(Messages.message(refused).startsWith("id "), refused::toString);
    }
    for (String json : List.of("{}", "{\"id\":null,\"zdr\":true}")) {
      CreateGatewayRequest request = CreateGatewayRequest.fromJson(json);
      assertEquals(
          "request has no id: set the id of the gateway.",
          refused(() -> ensure(style, request)).getMessage());
    }
    assertEquals(0, fake.requestCount());
  }

  private static IllegalArgumentException refused(Supplier<Ensured> call) {
    return assertThrows(IllegalArgumentException.class, call::get);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAccountOrOfAClosedClientTheCallItselfThrows(Style style) {
    try (AiGatewayClient anonymous =
        AiGatewayClient.builder().apiToken("a-token-of-a-user").environment(name -> null).build()) {
      Gateways nobodys = anonymous.gateways();
      assertThrows(IllegalStateException.class, () -> ensure(style, nobodys, WANTED));
    }
    client.close();
    assertThrows(IllegalStateException.class, () -> ensure(style, WANTED));
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatIsNotCompleteIsLeftToTheApi(Style style) {
    CreateGatewayRequest sparse =
        CreateGatewayRequest.fromJson("{\"id\":\"existing\",\"retry_max_attempts\":6}");
    assertEquals(
        "updateGateway",
        assertThrows(BadRequestException.class, () -> ensure(style, sparse)).operation());
    fake.remove(Calls.ID);
    assertEquals(
        "createGateway",
        assertThrows(BadRequestException.class, () -> ensure(style, sparse)).operation());
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatMayOnlyReadIsEnoughIfNothingDiffers(Style style) {
    try (AiGatewayClient reader = builder().apiToken(FakeAiGateway.READ_ONLY_API_TOKEN).build()) {
      Gateways readable = reader.gateways();
      Ensured same = ensure(style, readable, wanted(Calls.ID).build());
      assertEquals(Change.UNCHANGED, same.change());
      assertEquals(
          "updateGateway",
          assertThrows(PermissionDeniedException.class, () -> ensure(style, readable, WANTED))
              .operation());
    }
  }

  private Ensured ensure(Style style, CreateGatewayRequest request) {
    return ensure(style, gateways, request);
  }

  static Ensured ensure(Style style, Gateways gateways, CreateGatewayRequest request) {
    return style.call(
        () -> gateways.ensure(request),
        () -> gateways.tryEnsure(request),
        () -> gateways.async().ensure(request));
  }

  private List<String> methods() {
    return fake.requests().stream().map(ReceivedRequest::method).toList();
  }

  private JsonObject body(int request) {
    return JsonParser.parseString(fake.requests().get(request).body()).getAsJsonObject();
  }
}
