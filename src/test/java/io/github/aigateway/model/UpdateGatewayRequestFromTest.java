package io.github.aigateway.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class UpdateGatewayRequestFromTest {

  private static final Shape UPDATE = Shape.named("UpdateGatewayRequest");

  /** The required members, without the braces around them. */
  private static final String REQUIRED = Samples.minimal(UPDATE).replaceAll("^\\{|}$", "");

  @Test
  void aRequiredMemberThatTheResponseLackedIsNamedByBuildOnly() {
    UpdateGatewayRequest.Builder nothing = UpdateGatewayRequest.from(Gateway.fromJson("{}"));
    UpdateGatewayRequest.Builder nulls =
        UpdateGatewayRequest.from(
            Gateway.fromJson(
                UPDATE.required().stream()
                    .map(name -> '"' + name + "\":null")
                    .collect(joining(",", "{", "}"))));

    assertRefused(missing(name -> true), nothing);
    assertRefused(
        missing(name -> !UPDATE.members().getOrDefault(name, Shape.ANY).nullable()), nulls);
  }

  private static void assertRefused(String start, UpdateGatewayRequest.Builder builder) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void aCreateCanStartFromAGatewayToo() {
    Gateway gateway = Gateway.fromJson("{\"id\":\"a\",\"is_default\":true," + REQUIRED + "}");

    assertSame(
        "{\"id\":\"b\"," + REQUIRED + "}",
        CreateGatewayRequest.from(gateway).id("b").build().toJson());
  }

  @Test
  void theGatewayDoesNotChangeWithTheBuilder() {
    Gateway gateway = Gateway.fromJson("{" + REQUIRED + ",\"new\":{\"a\":1}}");
    String before = gateway.toJson();

    UpdateGatewayRequest.from(gateway).cacheTtl(null).removeAdditionalProperty("new").build();
    gateway.toBuilder().zdr(true).removeAdditionalProperty("new");

    assertEquals(before, gateway.toJson());
  }

  private static String missing(Predicate<String> which) {
    return UPDATE.members().keySet().stream()
        .filter(UPDATE.required()::contains)
        .filter(which)
        .map(name -> name + " is required")
        .collect(joining("; ", "UpdateGatewayRequest cannot be built: ", "."));
  }

  private static void assertSame(String expected, String actual) {
    assertEquals(SameJson.sorted(expected), SameJson.sorted(actual));
  }
}
