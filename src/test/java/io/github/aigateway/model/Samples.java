package io.github.aigateway.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Plain JSON made from the document, and the places in it. */
final class Samples {

  private static final int MAX_DEPTH = 7;

  private Samples() {}

  /**
   * A place in the JSON of a model: its path, its shape, whether a value of another type is
   * refused, and how a value becomes a whole document in which it lies there.
   */
  record Place(Shape root, String path, Shape shape, boolean strict, UnaryOperator<String> around) {

    String with(String json) {
      return around.apply(json);
    }

    /** Whether this is the model itself, or a member of it. */
    boolean isShallow() {
      return path.indexOf('.') == path.lastIndexOf('.') && !path.contains("[");
    }

    @Override
    public String toString() {
      return root.schemaName() + " " + path;
    }
  }

  /** All places below a model, lists and maps with one item, unions in each of their variants. */
  static List<Place> places(Shape root) {
    List<Place> places = new ArrayList<>();
    collect(new Place(root, "$", root, true, UnaryOperator.identity()), 0, places);
    return places;
  }

  private static void collect(Place at, int depth, List<Place> places) {
    places.add(at);
    if (depth > MAX_DEPTH) {
      return;
    }
    Shape shape = at.shape();
    switch (shape.type()) {
      case OBJECT ->
          shape
              .members()
              .keySet()
              .forEach(name -> collect(member(at, shape, name), depth + 1, places));
      case UNION -> {
        for (Shape variant : shape.variants()) {
          for (String name : variant.members().keySet()) {
            if (!variant.about(name, "x-constant").equals("")) {
              continue; // with another value it would be another variant
            }
            collect(member(at, variant, name), depth + 1, places);
          }
        }
      }
      case ARRAY -> collect(inner(at, "[0]", json -> "[" + json + "]"), depth + 1, places);
      case MAP -> collect(inner(at, ".key", json -> "{\"key\":" + json + "}"), depth + 1, places);
      default -> {}
    }
  }

  private static Place inner(Place at, String step, UnaryOperator<String> around) {
    return new Place(
        at.root(), at.path() + step, at.shape().items(), true, json -> at.with(around.apply(json)));
  }

  /** Beside it lie the required members, which tell the variants of a union apart. */
  private static Place member(Place at, Shape owner, String name) {
    String rest =
        owner.required().stream()
            .filter(other -> !other.equals(name))
            .map(other -> ",\"" + other + "\":" + minimal(owner, other))
            .collect(Collectors.joining());
    Shape shape = owner.members().getOrDefault(name, Shape.ANY);
    return new Place(
        at.root(),
        at.path() + "." + name,
        shape,
        at.root().strict() || owner.about(name, "x-strict") == Boolean.TRUE,
        json -> at.with("{\"" + name + "\":" + json + rest + "}"));
  }

  private static String minimal(Shape owner, String member) {
    Object constant = owner.about(member, "x-constant");
    return constant.equals("")
        ? minimal(owner.members().getOrDefault(member, Shape.ANY))
        : '"' + constant.toString() + '"';
  }

  /** The smallest value of a shape. */
  static String minimal(Shape shape) {
    return switch (shape.type()) {
      case STRING -> "\"text\"";
      case DATE_TIME -> "\"2026-04-23T04:55:11Z\"";
      case DATE -> "\"2026-04-23\"";
      case INTEGER, NUMBER -> "1";
      case BOOLEAN -> "true";
      case ENUM -> '"' + shape.values().get(0) + '"';
      case OBJECT ->
          shape.required().stream()
              .map(name -> '"' + name + "\":" + minimal(shape, name))
              .collect(Collectors.joining(",", "{", "}"));
      case MAP, ANY -> "{}";
      case ARRAY -> "[]";
      case UNION -> minimal(shape.variants().get(0));
    };
  }

  /** The JSON of a model, and in it the required members that it lacks: with them it is built. */
  static String completed(Shape shape, String json) {
    JsonObject object = SameJson.parse(json).getAsJsonObject();
    for (String name : shape.required()) {
      JsonElement value = object.get(name);
      Shape member = shape.members().getOrDefault(name, Shape.ANY);
      if (value == null || (value.isJsonNull() && !member.nullable())) {
        object.add(name, SameJson.parse(minimal(shape, name)));
      }
    }
    return SameJson.print(object);
  }

  /** What an update sends of a gateway: what it shares with it, and nulls only if they may be. */
  static JsonObject carriedOver(String gateway) {
    Map<String, Shape> read = Shape.named("Gateway").members();
    Map<String, Shape> sent = Shape.named("UpdateGatewayRequest").members();
    JsonObject expected = SameJson.parse(gateway).getAsJsonObject();
    for (String name : List.copyOf(expected.keySet())) {
      Shape member = sent.get(name);
      boolean readOnly = member == null && read.containsKey(name);
      boolean forbiddenNull =
          member != null && !member.nullable() && expected.get(name).isJsonNull();
      if (readOnly || forbiddenNull) {
        expected.remove(name);
      }
    }
    return expected;
  }

  /**
   * A value with every member, in which every secret, and every value of an unknown member or
   * variant, is the marker.
   */
  static String full(Shape shape, String marker) {
    return full(shape, marker, shape.secret(), 0);
  }

  private static String full(Shape shape, String marker, boolean secret, int depth) {
    boolean hidden = secret || shape.secret();
    return switch (shape.type()) {
      case STRING, ENUM -> hidden ? '"' + marker + '"' : minimal(shape);
      case OBJECT -> {
        String unknown = "\"new\":{\"secret\":[\"" + marker + "\"]}";
        yield depth > MAX_DEPTH
            ? "{" + unknown + "}"
            : shape.members().entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + full(shape, member, marker, depth))
                .collect(Collectors.joining(",", "{", "," + unknown + "}"));
      }
      case MAP -> "{\"key\":" + full(shape.items(), marker, hidden, depth + 1) + "}";
      case ARRAY -> "[" + full(shape.items(), marker, hidden, depth + 1) + "]";
      case UNION -> full(shape.variants().get(0), marker, hidden, depth + 1);
      case ANY -> "{\"any\":\"" + marker + "\"}";
      case DATE_TIME, DATE, INTEGER, NUMBER, BOOLEAN -> minimal(shape);
    };
  }

  private static String full(
      Shape owner, Map.Entry<String, Shape> member, String marker, int depth) {
    return owner.about(member.getKey(), "x-constant").equals("")
        ? full(member.getValue(), marker, false, depth + 1)
        : minimal(owner, member.getKey());
  }
}
