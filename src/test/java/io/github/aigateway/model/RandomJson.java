package io.github.aigateway.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes JSON that a response may hold, from what the document says of it; odder than any server.
 */
final class RandomJson {

  private static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\"a\"",
          "\"null\"",
          "\"60\"",
          "\"true\"",
          "\"a\\\"b\\\\c\\/\"",
          "\"\\u0000\\n\"",
          "\"\\u00e9\"",
          "\"😀 e\\u0301\"",
          "\"\\ud83d\\ude00\"",
          "\"cut \\ud83d\"",
          "\"\\ude00\\ud83d\\ud83d\\ude00\"",
          "\"\u2028<script>&'=\"",
          "\" \"",
          "\"2026-04-23\"");
  private static final List<String> DATES =
      List.of(
          "\"2026-04-23T04:55:11.123Z\"",
          "\"2026-04-23 04:55:11\"",
          "\"2026-04-23t04:55:11z\"",
          "\"2026-04-23T04:55:11.123456789012+02:00\"",
          "\"2016-12-31T23:59:60Z\"",
          "\"2026-04-23\"",
          "\"soon\"",
          "\"\"",
          "\"0000-00-00 00:00:00\"");
  private static final List<String> INTEGERS =
      List.of(
          "0",
          "-0",
          "60",
          "60.0",
          "6e1",
          "6.0E+1",
          "600e-1",
          "-1",
          "10000000",
          "9223372036854775807",
          "-9223372036854775808",
          "0e99");
  private static final List<String> NUMBERS =
      List.of(
          "1.0",
          "1",
          "1e400",
          "-1E-400",
          "12345678901234567890",
          "0.1",
          "25.50",
          "-0",
          "-0.0",
          "1e2",
          "3.141592653589793238462643383279");
  private static final List<String> NAMES =
      List.of(
          "new",
          "",
          "$ref",
          "a.b",
          "a b",
          "Id",
          "é",
          "\\u0000",
          "\\\"",
          "toString",
          "class",
          "[0]",
          "region_hint",
          "😀",
          "\\ud83d",
          "policies",
          "mode",
          "account_id");

  private final SplittableRandom random;

  RandomJson(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** JSON of this shape: right in its types, and otherwise as odd as can be. */
  String of(Shape shape) {
    return of(shape, 0);
  }

  /** Any JSON but null. */
  String anyButNull() {
    return anyButNull(0);
  }

  private String of(Shape shape, int depth) {
    return switch (shape.type()) {
      case STRING -> pick(STRINGS);
      case DATE_TIME, DATE -> pick(DATES);
      case INTEGER -> random.nextBoolean() ? pick(INTEGERS) : Long.toString(random.nextLong());
      case NUMBER -> pick(NUMBERS);
      case BOOLEAN -> pick(List.of("true", "false"));
      case ENUM -> one(3) ? pick(STRINGS) : '"' + pick(shape.values()) + '"';
      case OBJECT -> object(shape, depth);
      case MAP -> map(shape.items(), depth);
      case ARRAY -> array(shape.items(), depth);
      case UNION -> union(shape, depth);
      case ANY -> any(depth);
    };
  }

  private String object(Shape shape, int depth) {
    // A sparse one, a full one, or something between.
    int present = random.nextInt(1, 11);
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
      if (random.nextInt(10) < present && (depth < 6 || one(4))) {
        String name = member.getKey();
        members.add(member(name, one(8) ? "null" : constant(shape, member, depth)));
        if (one(25)) { // again: the last one counts
          members.add(member(name, one(3) ? "null" : of(member.getValue(), depth + 1)));
        }
      }
    }
    addUnknown(shape, members, depth);
    if (one(2)) {
      shuffle(members);
    }
    return "{" + String.join(separator(), members) + "}";
  }

  private void addUnknown(Shape shape, List<String> members, int depth) {
    for (int i = one(2) ? 0 : random.nextInt(4); i > 0; i--) {
      String name = pick(NAMES);
      if (!shape.members().containsKey(name)) {
        members.add(member(name, any(depth + 1)));
      }
    }
  }

  /** What tells variants apart is mostly right, or nearly every union would be an unknown one. */
  private String constant(Shape shape, Map.Entry<String, Shape> member, int depth) {
    Object constant = shape.about(member.getKey(), "x-constant");
    return constant.equals("") || one(6)
        ? of(member.getValue(), depth + 1)
        : '"' + constant.toString() + '"';
  }

  private String union(Shape shape, int depth) {
    if (one(6)) {
      return one(4) ? "{\"mode\":" + any(depth + 1) + "}" : anyButNull(depth);
    }
    Shape variant = shape.variants().get(random.nextInt(shape.variants().size()));
    String json = one(4) ? object(variant, depth) : variant(variant, depth);
    // Where the members of another variant got in, their types are not those which that one has.
    Shape found = shape.variant(SameJson.parse(json));
    return found == null || found.schemaName().equals(variant.schemaName()) ? json : "{}";
  }

  private String variant(Shape variant, int depth) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, Shape> member : variant.members().entrySet()) {
      if (variant.required().contains(member.getKey())) {
        String value = one(12) ? "null" : constant(variant, member, depth);
        members.add(member(member.getKey(), value));
      }
    }
    addUnknown(variant, members, depth);
    shuffle(members);
    return "{" + String.join(",", members) + "}";
  }

  private String map(Shape values, int depth) {
    List<String> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.add(member(pick(NAMES), of(values, depth + 1)));
    }
    return "{" + String.join(separator(), entries) + "}";
  }

  private String array(Shape items, int depth) {
    List<String> list = new ArrayList<>();
    for (int i = depth > 5 ? 0 : random.nextInt(4); i > 0; i--) {
      list.add(of(items, depth + 1));
    }
    return "[" + String.join(separator(), list) + "]";
  }

  private String any(int depth) {
    return one(6) ? "null" : anyButNull(depth);
  }

  private String anyButNull(int depth) {
    return switch (random.nextInt(depth > 6 ? 4 : 6)) {
      case 0 -> pick(STRINGS);
      case 1 -> pick(NUMBERS);
      case 2 -> pick(INTEGERS);
      case 3 -> pick(List.of("true", "false"));
      case 4 -> array(Shape.ANY, depth);
      default -> map(Shape.ANY, depth);
    };
  }

  private String member(String name, String value) {
    return '"' + name + '"' + (one(5) ? " : " : ":") + value;
  }

  private String separator() {
    return one(5) ? " ,\r\n\t" : ",";
  }

  private void shuffle(List<String> members) {
    for (int i = members.size() - 1; i > 0; i--) {
      members.set(i, members.set(random.nextInt(i + 1), members.get(i)));
    }
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
