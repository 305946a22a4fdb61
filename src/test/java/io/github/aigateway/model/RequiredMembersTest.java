package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A response that lacks a required member, or has null in its place, is read all the same. */
class RequiredMembersTest {

  static Stream<Arguments> members() {
    return Shape.models().stream()
        .filter(shape -> shape.type() == Shape.Type.OBJECT)
        .flatMap(shape -> shape.members().keySet().stream().map(name -> Arguments.of(shape, name)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void anAbsentMemberFailsInItsGetterOnlyIfItIsRequired(Shape shape, String name) {
    Object model = Json.parse("{}", shape.adapter());

    assertEquals(false, Copies.has(model, name));
    if (shape.required().contains(name)) {
      assertMissing(model, shape, name);
    } else {
      assertEquals(null, Copies.get(model, name));
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void aNullFailsInItsGetterOnlyIfTheMemberIsRequiredAndNotNullable(Shape shape, String name) {
    String json = "{\"" + name + "\":null}";
    Object model = Json.parse(json, shape.adapter());
    Shape member = shape.members().getOrDefault(name, Shape.ANY);
    boolean nullable = member.nullable();

    assertEquals(nullable, Copies.has(model, name));
    if (shape.required().contains(name) && !nullable) {
      assertMissing(model, shape, name);
    } else {
      assertEquals(null, Copies.get(model, name));
    }
    assertEquals(json, Json.print(model, shape.adapter()));
    assertEquals(model, Json.parse(json, shape.adapter()));
    assertTrue(model.toString().contains(name + "=null"), model.toString());
  }

  @ParameterizedTest
  @MethodSource("members")
  void aMemberThatIsThereIsReturned(Shape shape, String name) {
    Object model = Json.parse(Samples.full(shape, "x"), shape.adapter());

    assertEquals(true, Copies.has(model, name));
    assertDoesNotThrow(() -> Copies.get(model, name));
    assertTrue(Copies.get(model, name) != null);
  }

  @Test
  void aMissingMemberDoesNotKeepTheOthersFromBeingRead() {
    Gateway gateway = Gateway.fromJson("{\"account_id\":null,\"cache_ttl\":null,\"zdr\":true}");

    assertEquals(null, gateway.getAccountId());
    assertEquals(null, gateway.getCacheTtl());
    assertTrue(gateway.hasCacheTtl());
    assertEquals(true, gateway.getZdr());
    assertThrows(IllegalStateException.class, gateway::getRateLimitingLimit);
    assertThrows(IllegalStateException.class, gateway::getCollectLogs);
  }

  private static void assertMissing(Object model, Shape shape, String name) {
    IllegalStateException missing =
        assertThrows(IllegalStateException.class, () -> Copies.get(model, name));
    assertEquals(
        "This " + shape.schemaName() + " came without the required member '" + name + "'.",
        missing.getMessage());
  }
}
