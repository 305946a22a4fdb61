package io.github.aigateway.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class UpdateGatewayRequestFromTest {

  private static final Shape UPDATE = Shape.named("UpdateGatewayRequest");

  /** The required members, without the braces around them. */
  private static final String REQUIRED = Samples.minimal(UPDATE).replaceAll("^\\{|}$", "");

  @Test
  void everythingButReadOnlyMembersIsCarriedOver() {
    Gateway gateway = Gateway.fromJson(fixture("gateway-of-a-newer-server"));

    String update = UpdateGatewayRequest.from(gateway).build().toJson();

    SameJson.check(
        Shape.named("UpdateGatewayRequest"), fixture("its-update-that-changes-nothing"), update);
  }

  @Test
  void oneMemberCanBeChanged() {
    Gateway gateway = Gateway.fromJson(fixture("gateway-of-a-newer-server"));
    String unchanged = UpdateGatewayRequest.from(gateway).build().toJson();

    String changed = UpdateGatewayRequest.from(gateway).cacheTtl(3600).build().toJson();

    assertEquals(unchanged.replace("\"cache_ttl\":60,", "\"cache_ttl\":3600,"), changed);
  }

  @Test
  void noReadOnlyMemberIsSentNotEvenAsAnUnknownOne() {
    Gateway gateway =
        Gateway.fromJson(
            "{\"id\":\"a\",\"account_id\":\"b\",\"account_tag\":null,\"internal_id\":\"c\","
                + "\"created_at\":\"x\",\"modified_at\":\"y\",\"is_default\":true,"
                + REQUIRED
                + "}");

    assertSame("{" + REQUIRED + "}", UpdateGatewayRequest.from(gateway).build().toJson());
  }

  @Test
  void aNullThatAnUpdateDoesNotAllowIsLeftOut() {
    Gateway gateway =
        Gateway.fromJson(
            "{"
                + REQUIRED
                + ",\"authentication\":null,\"logpush\":null,\"zdr\":null,\"dlp\":null,"
                + "\"byok_only\":null,\"log_classification\":null,"
                + "\"workers_ai_billing_mode\":null}");

    assertSame("{" + REQUIRED + "}", UpdateGatewayRequest.from(gateway).build().toJson());
  }

  @Test
  void aNullThatAnUpdateAllowsIsSent() {
    String nullable =
        UPDATE.members().entrySet().stream()
            .map(
                member ->
                    '"'
                        + member.getKey()
                        + "\":"
                        + (member.getValue().nullable()
                            ? "null"
                            : Samples.minimal(member.getValue())))
            .collect(joining(",", "{", "}"));

    assertTrue(nullable.contains("\"cache_ttl\":null"), nullable);
    assertSame(nullable, UpdateGatewayRequest.from(Gateway.fromJson(nullable)).build().toJson());
  }

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
  void valuesThatTheDocumentForbidsAreCarriedOverUnchecked() {
    String json =
        ("{" + REQUIRED + "}").replaceFirst("(\"cache_ttl\":)1", "$1-1").replaceFirst("}$", "")
            + ",\"log_management\":5,\"logpush_public_key\":\"short\",\"retry_delay\":99999999}";

    assertTrue(json.contains("\"cache_ttl\":-1"), json);
    assertSame(json, UpdateGatewayRequest.from(Gateway.fromJson(json)).build().toJson());
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

  private static String fixture(String name) {
    try (InputStream text =
        Objects.requireNonNull(
            UpdateGatewayRequestFromTest.class.getResourceAsStream(
                "/fixtures/" + name + ".json"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
