package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.internal.json.Json;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Any field of any model comes with any JSON. Each run is one seed, which a failure names, and
 * which makes the same again.
 */
class TypeDriftPropertyTest {

  private static final Shape GATEWAY = Shape.named("Gateway");
  private static final List<Shape> MODELS =
      Shape.models().stream().filter(shape -> shape.type() == Shape.Type.OBJECT).toList();
  private static final Gson GSON = new Gson();

  /** In no other JSON of this test. */
  private static final String MARKER = "5772156649015328";

  /** A model, a member of it, what came as that member, and the whole, which can be built. */
  private record Drift(Shape shape, String name, JsonElement value, String json) {

    static Drift of(long seed, List<Shape> models) {
      SplittableRandom random = new SplittableRandom(seed);
      Shape shape = models.get(random.nextInt(models.size()));
      List<String> names = List.copyOf(shape.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      JsonElement value = SameJson.parse(value(random));
      JsonObject json = SameJson.parse(new RandomJson(seed).of(shape)).getAsJsonObject();
      json.add(name, value);
      return new Drift(shape, name, value, Samples.completed(shape, SameJson.print(json)));
    }

    private static String value(SplittableRandom random) {
      String any = new RandomJson(random.nextLong()).anyButNull();
      return switch (random.nextInt(7)) {
        case 0 -> '"' + MARKER + '"';
        case 1 -> random.nextBoolean() ? MARKER : "-" + MARKER + ".5e-3";
        case 2 -> "{\"" + MARKER + "\":" + any + ",\"b\":\"" + MARKER + "\"}";
        case 3 -> "[" + any + ",\"" + MARKER + "\"]";
        case 4 -> new RandomJson(random.nextLong()).of(pick(random));
        default -> any;
      };
    }

    private static Shape pick(SplittableRandom random) {
      return MODELS.get(random.nextInt(MODELS.size()));
    }

    Shape member() {
      return shape.members().getOrDefault(name, Shape.ANY);
    }

    boolean isMistyped() {
      return !member().fits(value);
    }

    Object read() {
      return Json.parse(json, shape.adapter());
    }

    boolean isRefused() {
      return holdsWrongItems(shape, SameJson.parse(json), shape.strict());
    }
  }

  /** Whether an item of a list, a value of a map, or anything strict is of another type. */
  private static boolean holdsWrongItems(Shape shape, JsonElement json, boolean strict) {
    return switch (shape.type()) {
      case OBJECT ->
          json.getAsJsonObject().entrySet().stream()
              .filter(member -> shape.members().containsKey(member.getKey()))
              .filter(member -> !member.getValue().isJsonNull())
              .anyMatch(member -> isRefused(shape, member, strict));
      case MAP ->
          json.getAsJsonObject().asMap().values().stream()
              .anyMatch(value -> isWrongItem(shape.items(), value, strict));
      case ARRAY ->
          json.getAsJsonArray().asList().stream()
              .anyMatch(item -> isWrongItem(shape.items(), item, strict));
      case UNION -> {
        Shape variant = shape.variant(json);
        yield variant != null && holdsWrongItems(variant, json, strict);
      }
      default -> false;
    };
  }

  private static boolean isRefused(
      Shape owner, Map.Entry<String, JsonElement> member, boolean strict) {
    Shape shape = owner.members().getOrDefault(member.getKey(), Shape.ANY);
    boolean own = strict || owner.about(member.getKey(), "x-strict") == Boolean.TRUE;
    return shape.fits(member.getValue()) ? holdsWrongItems(shape, member.getValue(), strict) : own;
  }

  private static boolean isWrongItem(Shape shape, JsonElement item, boolean strict) {
    if (item.isJsonNull()) {
      return shape.type() != Shape.Type.ANY && shape.type() != Shape.Type.UNION;
    }
    return !shape.fits(item) || holdsWrongItems(shape, item, strict);
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void itIsRefusedIfItIsStrictOrAnItemAndElseWrittenBackAsItCame(@ForAll long seed) {
    Drift drift = Drift.of(seed, MODELS);
    if (drift.isRefused()) {
      JsonParseException refused =
          assertThrows(JsonParseException.class, drift::read, drift.toString());
      assertFalse(String.valueOf(refused.getMessage()).contains('"' + MARKER), drift.toString());
      return;
    }
    Object model = drift.read();
    String written = Json.print(model, drift.shape().adapter());

    SameJson.check(drift.shape(), drift.json(), written);
    assertEquals(model, Json.parse(written, drift.shape().adapter()));
    assertEquals(model.hashCode(), Json.parse(written, drift.shape().adapter()).hashCode());
    assertEquals(written, Json.print(drift.read(), drift.shape().adapter()));
    assertEquals(model, GSON.fromJson(drift.json(), drift.shape().<Object>model()));
    assertEquals(model, GSON.fromJson(SameJson.parse(drift.json()), drift.shape().<Object>model()));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void itIsNeverPrintedAndOneAccessorShowsIt(@ForAll long seed) {
    Drift drift = Drift.of(seed, MODELS);
    if (drift.isRefused()) {
      return;
    }
    Object model = drift.read();

    Map<String, JsonElement> mistyped = new HashMap<>();
    if (drift.isMistyped()) {
      mistyped.put(drift.name(), drift.value());
    }
    assertEquals(mistyped, Copies.call(model, "getMistypedProperties"));
    if (drift.isMistyped() || drift.member().secret() || drift.shape().secret()) {
      assertFalse(model.toString().contains(MARKER), model.toString());
      assertFalse(Copies.toBuilder(model).toString().contains(MARKER), model.toString());
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everyGetterReturnsOrSaysWhyNotAndEveryHasAgrees(@ForAll long seed) {
    Drift drift = Drift.of(seed, MODELS);
    if (drift.isRefused()) {
      return;
    }
    Object model = drift.read();
    JsonObject json = SameJson.parse(drift.json()).getAsJsonObject();
    for (Map.Entry<String, Shape> member : drift.shape().members().entrySet()) {
      String name = member.getKey();
      boolean isMistyped = name.equals(drift.name()) && drift.isMistyped();
      boolean mayBeNull =
          member.getValue().nullable() || member.getValue().type() == Shape.Type.ANY;
      JsonElement value = json.get(name);
      boolean isNull = value == null || value.isJsonNull();

      assertEquals(
          value != null && !isMistyped && (!isNull || mayBeNull),
          Copies.has(model, name),
          () -> name + " of " + drift);
      assertEquals(
          isMistyped ? "refused" : isNull ? "null" : "value",
          got(model, name),
          () -> name + " of " + drift);
    }
  }

  /** What a getter does. A date that no one can read is there all the same. */
  private static String got(Object model, String name) {
    try {
      return Copies.get(model, name) == null ? "null" : "value";
    } catch (DateTimeParseException unreadable) {
      return "value";
    } catch (IllegalStateException thrown) {
      assertFalse(String.valueOf(thrown.getMessage()).contains(MARKER), thrown::toString);
      return "refused";
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anEditOfSomethingElseKeepsIt(@ForAll long seed) throws ReflectiveOperationException {
    Drift drift = Drift.of(seed, MODELS);
    if (drift.isRefused()) {
      return;
    }
    Object builder = Copies.toBuilder(drift.read());
    builder
        .getClass()
        .getMethod("putAdditionalProperty", String.class, JsonElement.class)
        .invoke(builder, "edited", new JsonPrimitive(true));

    JsonObject expected = SameJson.parse(drift.json()).getAsJsonObject();
    expected.addProperty("edited", true);
    SameJson.check(
        drift.shape(),
        SameJson.print(expected),
        Json.print(Copies.build(builder), drift.shape().adapter()));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anUpdateOfAnotherFieldSendsItAsItCame(@ForAll long seed) {
    Drift drift = Drift.of(seed, List.of(GATEWAY));
    Shape update = Shape.named("UpdateGatewayRequest");
    if (drift.isRefused() || drift.name().equals("cache_ttl")) {
      return;
    }
    UpdateGatewayRequest.Builder builder =
        UpdateGatewayRequest.from(Gateway.fromJson(Samples.completed(update, drift.json())));

    JsonObject expected = Samples.carriedOver(Samples.completed(update, drift.json()));
    expected.addProperty("cache_ttl", 77);
    SameJson.check(update, SameJson.print(expected), builder.cacheTtl(77).build().toJson());
  }
}
