package io.github.aigateway.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller puts together and sends. */
class RequestsTest {

  private static final Shape CREATE = Shape.named("CreateGatewayRequest");

  /** What {@code withDefaults()} sets, as the document says. */
  private static final String DEFAULTS =
      CREATE.members().keySet().stream()
          .filter(name -> !CREATE.about(name, "x-start-with").equals(""))
          .map(name -> '"' + name + "\":" + CREATE.about(name, "x-start-with"))
          .collect(joining(","));

  @Test
  void theDefaultsAreThoseOfTheDocument() {
    assertEquals(
        "{\"id\":\"my-gateway\"," + DEFAULTS + "}",
        CreateGatewayRequest.withDefaults().id("my-gateway").build().toJson());
  }

  @Test
  void theDefaultsLogAndNeitherCacheNorLimitNorEmptyTheCache() {
    CreateGatewayRequest request = defaults().build();

    assertTrue(request.getCollectLogs());
    assertFalse(request.getCacheInvalidateOnUpdate());
    assertEquals(0L, request.getCacheTtl());
    assertEquals(0L, request.getRateLimitingInterval());
    assertEquals(0L, request.getRateLimitingLimit());
  }

  @Test
  void theDefaultsAreNotChecksThatTheCallerCannotOverride() {
    String json = defaults().cacheTtl(60).collectLogs(false).build().toJson();

    assertTrue(json.contains("\"cache_ttl\":60"), json);
    assertTrue(json.contains("\"collect_logs\":false"), json);
  }

  @Test
  void aRequiredMemberMustBeSetAlsoIfItMayBeNull() {
    assertRefused(
        CreateGatewayRequest.builder()::build,
        missing("CreateGatewayRequest")
            + " Start with CreateGatewayRequest.withDefaults(): it sets all that is required,"
            + " except the id.");
    assertRefused(
        UpdateGatewayRequest.builder()::build,
        missing("UpdateGatewayRequest")
            + " To keep the other settings, call Gateways.edit, or start with"
            + " UpdateGatewayRequest.from(gateway); what that gateway lacks must be set.");
    assertRefused(OtelExporter.builder()::build, missing("OtelExporter"));
    assertTrue(CREATE.required().contains("cache_ttl"));
  }

  @Test
  void aRequiredNullIsSent() {
    String json =
        defaults()
            .cacheTtl(null)
            .rateLimitingInterval(null)
            .rateLimitingLimit(null)
            .build()
            .toJson();

    assertTrue(json.contains("\"cache_ttl\":null"), json);
    assertTrue(json.contains("\"rate_limiting_interval\":null"), json);
    assertTrue(json.contains("\"rate_limiting_limit\":null"), json);
  }

  @Test
  void anOptionalMemberIsAbsentUnlessItIsSetAndNullIsSentOnPurpose() {
    String json =
        defaults()
            .logManagement(null)
            .logManagementStrategy(null)
            .logpushPublicKey(null)
            .storeId(null)
            .otel(null)
            .stripe(null)
            .build()
            .toJson();

    assertEquals(
        SameJson.sorted(
            "{\"id\":\"a\","
                + DEFAULTS
                + ",\"log_management\":null,\"log_management_strategy\":null,"
                + "\"logpush_public_key\":null,\"store_id\":null,\"otel\":null,\"stripe\":null}"),
        SameJson.sorted(json));
  }

  @Test
  void falseZeroEmptyTextsAndEmptyListsAreSent() {
    String json =
        defaults()
            .authentication(false)
            .storeId("")
            .zdr(false)
            .dlp(DlpPolicies.builder().enabled(false).policies(List.of()).build())
            .otel(List.of())
            .retryDelay(0)
            .build()
            .toJson();

    assertTrue(json.contains("\"authentication\":false"), json);
    assertTrue(json.contains("\"store_id\":\"\""), json);
    assertTrue(json.contains("\"zdr\":false"), json);
    assertTrue(json.contains("\"dlp\":{\"enabled\":false,\"policies\":[]}"), json);
    assertTrue(json.contains("\"otel\":[]"), json);
    assertTrue(json.contains("\"retry_delay\":0"), json);
  }

  @Test
  void theLastOneOfTwoValuesForAMemberIsSent() {
    String json = defaults().cacheTtl(null).cacheTtl(7).storeId("x").storeId(null).build().toJson();

    assertTrue(json.contains("\"cache_ttl\":7"), json);
    assertTrue(json.contains("\"store_id\":null"), json);
  }

  @Test
  void whatTheApiFillsInIsNotSent() {
    assertEquals("{}", SpendLimits.builder().build().toJson());
    assertEquals(
        "{\"limit\":1,\"limitType\":\"cost\",\"window\":60}",
        SpendLimitRule.builder().limit(BigDecimal.ONE).window(60).build().toJson());
    assertEquals("{\"url\":\"https://a\",\"headers\":{}}", exporter().toJson());
  }

  @Test
  void unknownMembersCanBeSentReplacedAndRemoved() {
    CreateGatewayRequest.Builder builder =
        defaults()
            .putAdditionalProperty("a", new JsonPrimitive(1))
            .putAdditionalProperty("b", JsonNull.INSTANCE)
            .putAdditionalProperty("c", new JsonArray())
            .putAdditionalProperty("a", new JsonPrimitive("one"))
            .removeAdditionalProperty("c")
            .removeAdditionalProperty("never there");

    assertEquals(
        "{\"id\":\"a\"," + DEFAULTS + ",\"a\":\"one\",\"b\":null}", builder.build().toJson());
  }

  @Test
  void whatIsPassedInCanBeChangedAfterwards() {
    List<OtelExporter> otel = new ArrayList<>();
    Map<String, String> headers = new HashMap<>(Map.of("a", "b"));
    List<String> profiles = new ArrayList<>(List.of("p"));
    JsonObject unknown = new JsonObject();
    OtelExporter.Builder exporter = OtelExporter.builder().url("https://a").headers(headers);
    DlpProfiles.Builder dlp =
        DlpProfiles.builder().action(DlpAction.FLAG).enabled(true).profiles(profiles);
    otel.add(exporter.build());
    CreateGatewayRequest.Builder builder =
        defaults().otel(otel).dlp(dlp.build()).putAdditionalProperty("new", unknown);
    CreateGatewayRequest request = builder.build();
    String before = request.toJson();

    otel.clear();
    headers.clear();
    profiles.clear();
    unknown.addProperty("changed", true);
    exporter.url("https://b");
    dlp.enabled(false);

    assertEquals(before, request.toJson());
    assertEquals(before, builder.build().toJson());
    builder.cacheTtl(9).putAdditionalProperty("new", JsonNull.INSTANCE);
    assertEquals(before, request.toJson());
  }

  @Test
  void whatAGetterReturnsCannotBeChanged() {
    OtelExporter exporter =
        OtelExporter.builder().url("https://a").headers(Map.of("a", "b")).build();
    OtelExporter read = OtelExporter.fromJson(exporter.toJson());

    assertThrows(UnsupportedOperationException.class, exporter.getHeaders()::clear);
    assertThrows(UnsupportedOperationException.class, read.getHeaders()::clear);
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void aNullThatIsNotAllowedIsNamedByItsPlace() {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-key", null);
    Map<String, String> noName = new HashMap<>();
    noName.put(null, "value");

    assertNull("id", () -> defaults().id(null));
    assertNull("dlp", () -> defaults().dlp(null));
    assertNull("otel[1]", () -> defaults().otel(Arrays.asList(exporter(), null)));
    assertNull("headers.x-key", () -> OtelExporter.builder().headers(headers));
    assertNull("a key of headers", () -> OtelExporter.builder().headers(noName));
    assertNull("profiles[0]", () -> DlpProfiles.builder().profiles(Arrays.asList((String) null)));
    assertNull("name", () -> defaults().putAdditionalProperty(null, JsonNull.INSTANCE));
    assertNull("value", () -> defaults().putAdditionalProperty("a", null));
    assertNull("name", () -> defaults().removeAdditionalProperty(null));
    assertNull("source", () -> UpdateGatewayRequest.from(null));
  }

  /** What build() of an empty builder says. */
  private static String missing(String request) {
    Shape shape = Shape.named(request);
    return shape.members().keySet().stream()
        .filter(shape.required()::contains)
        .map(name -> name + " is required")
        .collect(joining("; ", request + " cannot be built: ", "."));
  }

  private static OtelExporter exporter() {
    return OtelExporter.builder().url("https://a").headers(Map.of()).build();
  }

  private static CreateGatewayRequest.Builder defaults() {
    return CreateGatewayRequest.withDefaults().id("a");
  }

  private static void assertNull(String place, Runnable call) {
    assertEquals(place, assertThrows(NullPointerException.class, call::run).getMessage());
  }

  private static void assertRefused(Runnable build, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, build::run).getMessage());
  }
}
