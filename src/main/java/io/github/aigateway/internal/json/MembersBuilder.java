package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects {@link Members}, and remembers which of them the caller set. Not thread-safe. */
public final class MembersBuilder {

  private final ModelAdapter<?> model;
  private final @Nullable Object[] values;
  private final boolean[] isSet;
  private final Map<String, JsonElement> unknown;
  private final BitSet defaults = new BitSet(0);

  MembersBuilder(
      ModelAdapter<?> model,
      @Nullable Object[] values,
      Map<String, JsonElement> unknown,
      @Nullable BitSet defaults) {
    if (defaults != null) {
      this.defaults.or(defaults);
    }
    this.model = model;
    this.values = values;
    this.isSet = new boolean[values.length];
    this.unknown = new LinkedHashMap<>(unknown);
  }

  /**
   * Sets a member.
   *
   * @param argument what the caller calls it
   * @throws NullPointerException if it is null, or holds null, and may not
   * @throws IllegalArgumentException if it holds what JSON does not have
   */
  public <V> void set(Member<V> member, @Nullable V value, String argument) {
    Object kept = JsonNull.INSTANCE;
    if (value != null) {
      kept = member.adapter().freeze(value, argument);
    } else if (!member.isNullable()) {
      throw new NullPointerException(argument);
    }
    values[member.number()] = kept;
    isSet[member.number()] = true;
    defaults.clear(member.number());
  }

  /** Notes that the members that are there now were not chosen by the caller. */
  public void markDefaults() {
    for (int i = 0; i < values.length; i++) {
      defaults.set(i, values[i] != null);
    }
  }

  /** Puts JSON in place of a member, known or not, without a check. */
  void carry(String name, JsonElement json) {
    Member<?> member = model.member(name);
    if (member == null) {
      unknown.put(name, json);
    } else {
      values[member.number()] = member.kept(json);
    }
  }

  /** Takes over what is required and absent, if another model has it. */
  void carryRequired(Members other) {
    for (int i = 0; i < values.length; i++) {
      Member<?> member = model.member(i);
      Member<?> known = other.model.member(member.name());
      if (member.isRequired() && values[i] == null && known != null) {
        values[i] = other.values[known.number()];
      }
    }
  }

  /**
   * Sets an unknown member.
   *
   * @throws IllegalArgumentException if the model knows it, or if the value holds what JSON does
   *     not have
   */
  public void putUnknown(String name, JsonElement value) {
    if (model.member(Objects.requireNonNull(name, "name")) != null) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is a field that "
              + model.name()
              + " knows: set it with the builder's own method for it.");
    }
    unknown.put(name, ValueAdapters.ANY.freeze(Objects.requireNonNull(value, "value"), name));
  }

  /** Drops an unknown member, if it is there. */
  public void removeUnknown(String name) {
    unknown.remove(Objects.requireNonNull(name, "name"));
  }

  /**
   * Makes the members. The builder can be used further.
   *
   * @throws IllegalArgumentException if a required member is missing, or what the caller set is not
   *     allowed; the message names all
   */
  public Members build() {
    Violations violations = new Violations(model.name(), model.ifIncomplete());
    for (int i = 0; i < values.length; i++) {
      check(model.member(i), violations);
    }
    violations.throwIfAny();
    return unchecked();
  }

  @SuppressWarnings("unchecked") // what is under a member's number is of its type
  private <V> void check(Member<V> member, Violations violations) {
    Object value = values[member.number()];
    boolean isNull = value == JsonNull.INSTANCE;
    if (member.isRequired()) {
      violations.require(member.name(), isNull ? member.allowsNull() : value != null);
    }
    if (isSet[member.number()] && !isNull) {
      violations.check(member.name(), (V) value, member.constraint());
    }
  }

  /** Returns what {@link Members#toString()} would. */
  @Override
  public String toString() {
    return unchecked().toString();
  }

  Members unchecked() {
    return new Members(
        model,
        values.clone(),
        new LinkedHashMap<>(unknown),
        defaults.isEmpty() ? null : (BitSet) defaults.clone());
  }
}
