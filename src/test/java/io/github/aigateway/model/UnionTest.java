package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTest {

  private static final String PROFILES =
      "{\"action\":\"BLOCK\",\"enabled\":true,\"profiles\":[\"a\"]}";
  private static final String POLICIES =
      "{\"enabled\":true,\"policies\":[{\"id\":\"p\",\"action\":\"FLAG\",\"check\":[\"REQUEST\"],"
          + "\"enabled\":false,\"profiles\":[]}]}";

  @Test
  void oneActionForAllIsOfTheVariantWithProfiles() {
    DlpProfiles dlp = assertInstanceOf(DlpProfiles.class, dlp(PROFILES));

    assertEquals(Dlp.Kind.DLP_PROFILES, dlp.kind());
    assertEquals(DlpAction.BLOCK, dlp.getAction());
    assertEquals(List.of("a"), dlp.getProfiles());
  }

  @Test
  void policiesAreOfTheVariantWithPolicies() {
    DlpPolicies dlp = assertInstanceOf(DlpPolicies.class, dlp(POLICIES));

    assertEquals(Dlp.Kind.DLP_POLICIES, dlp.kind());
    assertEquals(List.of(DlpCheck.REQUEST), dlp.getPolicies().get(0).getCheck());
    assertEquals(DlpPolicies.fromJson(POLICIES), dlp);
  }

  @Test
  void policiesTellTheVariantsApartEvenIfTheMembersOfBothAreThere() {
    assertInstanceOf(DlpPolicies.class, dlp(PROFILES.replace("}", ",\"policies\":[]}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[null]",
        "\"off\"",
        "7",
        "false",
        "{\"enabled\":true}",
        "{\"rules\":[1.0,1e400,{\"a\":null}]}",
        "{\"action\":\"BLOCK\",\"enabled\":true}"
      })
  void whatMatchesNoVariantIsKeptAsItCame(String json) {
    Dlp.Unknown dlp = assertInstanceOf(Dlp.Unknown.class, dlp(json));

    assertEquals(Dlp.Kind.UNKNOWN, dlp.kind());
    assertEquals(json, dlp.json().toString());
    assertEquals("{\"dlp\":" + json + "}", Gateway.fromJson("{\"dlp\":" + json + "}").toJson());
    assertEquals(dlp(json), dlp);
    assertEquals(dlp(json).hashCode(), dlp.hashCode());
    assertNotEquals(dlp("\"another\""), dlp);
  }

  @Test
  void aSwitchOverKindsWorksOnJava17() {
    assertEquals("1 profiles", describe(dlp(PROFILES)));
    assertEquals("1 policies", describe(dlp(POLICIES)));
    assertEquals("unknown", describe(dlp("{}")));
  }

  private static String describe(Dlp dlp) {
    return switch (dlp.kind()) {
      case DLP_PROFILES -> ((DlpProfiles) dlp).getProfiles().size() + " profiles";
      case DLP_POLICIES -> ((DlpPolicies) dlp).getPolicies().size() + " policies";
      default -> "unknown";
    };
  }

  @Test
  void everyUnionIsSealedToTheDocumentsVariantsAndAnUnknownOne() {
    for (Shape shape : Shape.models()) {
      if (shape.type() == Shape.Type.UNION) {
        Class<Object> union = shape.model();
        List<String> permitted =
            Arrays.stream(union.getPermittedSubclasses()).map(Class::getSimpleName).toList();
        List<String> variants = new ArrayList<>();
        shape.variants().forEach(variant -> variants.add(variant.schemaName()));
        variants.add("Unknown");
        assertEquals(variants, permitted);
      }
    }
  }

  @Test
  void theDiscriminatorDecides() {
    Map<String, SpendLimitSelector> metadata =
        Objects.requireNonNull(
            SpendLimitRule.fromJson(
                    "{\"metadata\":{"
                        + "\"a\":{\"values\":[\"x\"],\"mode\":\"filter\"},"
                        + "\"b\":{\"mode\":\"partition\",\"values\":5},"
                        + "\"c\":{\"mode\":\"never known\",\"values\":[\"x\"]},"
                        + "\"d\":{\"values\":[\"x\"]},"
                        + "\"e\":{\"mode\":7},"
                        + "\"f\":{\"mode\":\"filter\"},"
                        + "\"g\":null}}")
                .getMetadata());

    assertEquals(
        List.of(
            SpendLimitSelector.Kind.SPEND_LIMIT_FILTER,
            SpendLimitSelector.Kind.SPEND_LIMIT_PARTITION,
            SpendLimitSelector.Kind.UNKNOWN,
            SpendLimitSelector.Kind.UNKNOWN,
            SpendLimitSelector.Kind.UNKNOWN,
            SpendLimitSelector.Kind.SPEND_LIMIT_FILTER,
            SpendLimitSelector.Kind.UNKNOWN),
        metadata.values().stream().map(SpendLimitSelector::kind).toList());
    assertEquals(new SpendLimitSelector.Unknown(JsonNull.INSTANCE), metadata.get("g"));
  }

  @Test
  void aBuilderSetsTheConstantThatTellsAVariantApart() {
    assertEquals(
        "{\"mode\":\"filter\",\"values\":[]}",
        SpendLimitFilter.builder().values(List.of()).build().toJson());
    assertEquals("{\"mode\":\"partition\"}", SpendLimitPartition.builder().build().toJson());
  }

  @Test
  void anUnknownVariantCanBeSent() {
    JsonObject json = new JsonObject();
    json.add("mode", new JsonPrimitive("off"));
    Dlp.Unknown unknown = new Dlp.Unknown(json);
    json.addProperty("changed", true);

    CreateGatewayRequest request = CreateGatewayRequest.withDefaults().id("a").dlp(unknown).build();

    assertTrue(request.toJson().contains("\"dlp\":{\"mode\":\"off\"}"), request.toJson());
  }

  private static Dlp dlp(String json) {
    return Objects.requireNonNull(Gateway.fromJson("{\"dlp\":" + json + "}").getDlp());
  }
}
