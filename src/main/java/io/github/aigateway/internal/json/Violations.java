package io.github.aigateway.internal.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a model, so that one exception names it all. */
final class Violations {

  private final String model;
  private final String ifIncomplete;
  private final List<String> found = new ArrayList<>();
  private String advice = "";

  /**
   * Starts without violations.
   *
   * @param ifIncomplete what to do if a required member is missing; empty if there is no advice
   */
  Violations(String model, String ifIncomplete) {
    this.model = model;
    this.ifIncomplete = ifIncomplete.isEmpty() ? "" : " " + ifIncomplete;
  }

  /** Adds that a required member is missing, if it is. */
  void require(String name, boolean present) {
    if (!present) {
      found.add(name + " is required");
      advice = ifIncomplete;
    }
  }

  /** Checks a value that the caller assigned. */
  <T> void check(String name, @Nullable T value, Constraint<T> constraint) {
    if (value != null) {
      constraint.check(name, value, this);
    }
  }

  void size(String name, String unit, int size, @Nullable Integer min, @Nullable Integer max) {
    if (min != null && size < min) {
      found.add(name + " must have at least " + min + " " + unit + " (had " + size + ")");
    }
    if (max != null && size > max) {
      found.add(name + " must have at most " + max + " " + unit + " (had " + size + ")");
    }
  }

  void add(String violation) {
    found.add(violation);
  }

  /**
   * Throws an exception if there are violations.
   *
   * @throws IllegalArgumentException if there are any; its message names all
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          model + " cannot be built: " + String.join("; ", found) + "." + advice);
    }
  }
}
