package io.github.aigateway.internal.json;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the OpenAPI document allows as a value. Messages never quote a text. */
@FunctionalInterface
public interface Constraint<T> {

  /** Adds to {@code violations} what is wrong with the value called {@code name}. */
  void check(String name, T value, Violations violations);

  /** Allows every value. */
  static <T> Constraint<T> none() {
    return (name, value, violations) -> {};
  }

  /** Limits strings by length in code points, and by a pattern that must occur in them. */
  static Constraint<String> string(
      @Nullable Integer minLength, @Nullable Integer maxLength, @Nullable String pattern) {
    return (name, value, violations) -> {
      int length = value.codePointCount(0, value.length());
      violations.size(name, "characters", length, minLength, maxLength);
      if (pattern != null && !found(pattern, value)) {
        violations.add(name + " must match " + pattern);
      }
    };
  }

  /** Limits numbers by range and divisor. */
  static <N extends Number> Constraint<N> number(
      @Nullable String minimum,
      boolean exclusiveMinimum,
      @Nullable String maximum,
      boolean exclusiveMaximum,
      @Nullable String multipleOf) {
    return (name, value, violations) -> {
      BigDecimal number = new BigDecimal(value.toString());
      int floor = minimum == null ? 1 : number.compareTo(new BigDecimal(minimum));
      if (floor < 0 || (floor == 0 && exclusiveMinimum)) {
        violations.add(
            name
                + " must be "
                + (exclusiveMinimum ? "above " : "at least ")
                + minimum
                + was(value));
      }
      int ceiling = maximum == null ? -1 : number.compareTo(new BigDecimal(maximum));
      if (ceiling > 0 || (ceiling == 0 && exclusiveMaximum)) {
        violations.add(
            name + " must be " + (exclusiveMaximum ? "below " : "at most ") + maximum + was(value));
      }
      if (multipleOf != null && number.remainder(new BigDecimal(multipleOf)).signum() != 0) {
        violations.add(name + " must be a multiple of " + multipleOf + was(value));
      }
    };
  }

  /** Limits lists by size, uniqueness and the constraint of their items. */
  static <T> Constraint<List<T>> list(
      @Nullable Integer minItems,
      @Nullable Integer maxItems,
      boolean uniqueItems,
      Constraint<? super T> items) {
    return (name, value, violations) -> {
      violations.size(name, "items", value.size(), minItems, maxItems);
      if (uniqueItems && new HashSet<>(value).size() < value.size()) {
        violations.add(name + " must not hold an item twice");
      }
      for (int i = 0; i < value.size(); i++) {
        if (value.get(i) != null) {
          items.check(name + "[" + i + "]", value.get(i), violations);
        }
      }
    };
  }

  /** Limits maps by size and the constraint of their values. */
  static <T> Constraint<Map<String, T>> map(
      @Nullable Integer minEntries, @Nullable Integer maxEntries, Constraint<? super T> values) {
    return (name, value, violations) -> {
      violations.size(name, "entries", value.size(), minEntries, maxEntries);
      value.forEach(
          (key, item) -> {
            if (item != null) {
              values.check(name + "." + key, item, violations);
            }
          });
    };
  }

  private static String was(Number value) {
    return " (was " + value + ")";
  }

  /** In OpenAPI, a last {@code $} is the end of the text; in Java, a line break may follow it. */
  private static boolean found(String pattern, String value) {
    Matcher matcher = Pattern.compile(pattern).matcher(value);
    boolean anchored = pattern.endsWith("$") && !pattern.endsWith("\\$");
    try {
      return matcher.find() && (!anchored || matcher.end() == value.length());
    } catch (StackOverflowError tooLong) {
      // Java's matcher calls itself for each repetition of a group.
      return false;
    }
  }
}
