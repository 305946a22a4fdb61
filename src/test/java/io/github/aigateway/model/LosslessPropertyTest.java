package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.github.aigateway.internal.json.Json;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Over documents made from the schemas: each run is one seed, which a failure names, and of which
 * {@link RandomJson} makes the same document again.
 */
class LosslessPropertyTest {

  private static final List<Shape> MODELS = Shape.models();
  private static final Shape GATEWAY = Shape.named("Gateway");
  private static final Gson GSON = new Gson();

  /** A gateway every other time, since it holds nearly all of the others. */
  private static Shape shape(long seed) {
    return seed % 2 == 0 ? GATEWAY : MODELS.get(Math.floorMod(seed / 2, MODELS.size()));
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsReadIsWrittenAgainAsTheSameJson(@ForAll long seed) {
    Shape shape = shape(seed);
    String json = new RandomJson(seed).of(shape);

    Object model = Json.parse(json, shape.adapter());

    String written = Json.print(model, shape.adapter());
    SameJson.check(shape, json, written);
    assertEquals(written, Json.print(Json.parse(written, shape.adapter()), shape.adapter()));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void twoReadFromTheSameJsonAreEqualAndPrintable(@ForAll long seed) {
    Shape shape = shape(seed);
    String json = new RandomJson(seed).of(shape);

    Object one = Json.parse(json, shape.adapter());
    Object other = Json.parse(json, shape.adapter());

    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertFalse(one.equals(json));
    assertFalse(one.toString().isEmpty());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void equalOnesAreWrittenAsTheSameJson(@ForAll long seed, @ForAll long otherSeed) {
    Shape shape = MODELS.get(Math.floorMod(seed, MODELS.size()));
    Object one = Json.parse(new RandomJson(seed).of(shape), shape.adapter());
    Object other = Json.parse(new RandomJson(otherSeed).of(shape), shape.adapter());

    if (one.equals(other)) {
      assertEquals(one.hashCode(), other.hashCode());
      assertEquals(
          SameJson.sorted(Json.print(one, shape.adapter())),
          SameJson.sorted(Json.print(other, shape.adapter())));
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aBuilderThatStartsWithAModelMakesAnEqualOne(@ForAll long seed) {
    Shape shape = shape(seed);
    if (shape.type() == Shape.Type.UNION) {
      return;
    }
    String json = Samples.completed(shape, new RandomJson(seed).of(shape));
    Object model = Json.parse(json, shape.adapter());

    Object builder = Copies.toBuilder(model);

    assertEquals(model, Copies.build(builder));
    assertEquals(model.toString(), builder.toString());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void onlyAMissingMemberIsRefusedOfWhatABuilderStartsWith(@ForAll long seed) {
    Shape shape = shape(seed);
    if (shape.type() == Shape.Type.UNION) {
      return;
    }
    Object model = Json.parse(new RandomJson(seed).of(shape), shape.adapter());
    Object builder = Copies.toBuilder(model);
    try {
      assertEquals(model, Copies.build(builder));
    } catch (IllegalArgumentException missing) {
      // Advice may follow.
      String reasons = String.valueOf(missing.getMessage()).replaceFirst("\\. .*", "");
      for (String reason : reasons.split("; |: ", -1)) {
        assertTrue(
            reason.matches(".* cannot be built|.* is required\\.?"),
            "only a missing member may be refused, but: " + reason);
      }
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void plainGsonLosesNothingEither(@ForAll long seed) {
    Shape shape = shape(seed);
    String json = new RandomJson(seed).of(shape);

    Object model = GSON.fromJson(json, shape.<Object>model());

    assertEquals(Json.parse(json, shape.adapter()), model);
    SameJson.check(shape, json, GSON.toJson(model, shape.model()));
    SameJson.check(shape, json, GSON.toJson(model));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void treesOfGsonLoseNothingEither(@ForAll long seed) {
    Shape shape = shape(seed);
    String json = new RandomJson(seed).of(shape);
    JsonElement tree = SameJson.parse(json);

    Object model = GSON.fromJson(tree, shape.<Object>model());

    assertEquals(Json.parse(json, shape.adapter()), model);
    SameJson.check(shape, json, SameJson.print(GSON.toJsonTree(model, shape.model())));
    SameJson.check(shape, json, SameJson.print(shape.adapter().toJsonTree(model)));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anUpdateCarriesOverAllThatItMay(@ForAll long seed) {
    Shape request = Shape.named("UpdateGatewayRequest");
    String json = Samples.completed(request, new RandomJson(seed).of(GATEWAY));
    Gateway gateway = Gateway.fromJson(json);

    UpdateGatewayRequest update = UpdateGatewayRequest.from(gateway).build();

    SameJson.check(request, SameJson.print(Samples.carriedOver(json)), update.toJson());
    assertEquals(gateway.getAdditionalProperties(), update.getAdditionalProperties());
  }
}
