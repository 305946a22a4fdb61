package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI document says of one member of a model. Immutable.
 *
 * @param number its place in the table of its model, from 0
 * @param name its name in JSON
 * @param adapter reads and writes its values
 * @param isRequired whether it must be there
 * @param isNullable whether it may be null
 * @param isSecret whether it, or anything in it, is a secret
 * @param isStrict whether a value of another type is refused, not kept
 * @param unset JSON that means the same as null; null if there is none
 * @param constraint what its values must fulfil
 */
public record Member<V>(
    int number,
    String name,
    ValueAdapter<V> adapter,
    boolean isRequired,
    boolean isNullable,
    boolean isSecret,
    boolean isStrict,
    @Nullable String unset,
    Constraint<? super V> constraint) {

  /** A member that may be absent, but not null; the position is from 1. */
  public static <V> Member<V> of(int position, String name, ValueAdapter<V> adapter) {
    return new Member<>(
        position - 1, name, adapter, false, false, false, false, null, Constraint.none());
  }

  /** The same, required. */
  public Member<V> required() {
    return new Member<>(
        number, name, adapter, true, isNullable, isSecret, isStrict, unset, constraint);
  }

  /** The same, which may be null. */
  public Member<V> nullable() {
    return new Member<>(
        number, name, adapter, isRequired, true, isSecret, isStrict, unset, constraint);
  }

  /** The same, which is never printed for people. */
  public Member<V> secret() {
    return new Member<>(
        number, name, adapter, isRequired, isNullable, true, isStrict, unset, constraint);
  }

  /** The same, which refuses a value of another type. */
  public Member<V> strict() {
    return new Member<>(
        number, name, adapter, isRequired, isNullable, isSecret, true, unset, constraint);
  }

  /** The same, whose value that this JSON is means the same as null. */
  public Member<V> unset(String unset) {
    return new Member<>(
        number, name, adapter, isRequired, isNullable, isSecret, isStrict, unset, constraint);
  }

  /** The same, which allows only some values. */
  public Member<V> allowing(Constraint<? super V> constraint) {
    return new Member<>(
        number, name, adapter, isRequired, isNullable, isSecret, isStrict, unset, constraint);
  }

  /** Reads what a model keeps: a value, {@link JsonNull}, or a {@link Mistyped} one. */
  Object read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return JsonNull.INSTANCE;
    }
    boolean strict = isStrict || (in instanceof Utf8JsonReader own && own.isStrictAboutTypes());
    return strict ? adapter.read(in) : adapter.readOrKeep(in);
  }

  /** What a model keeps of JSON. */
  Object kept(JsonElement json) {
    if (json instanceof JsonNull none) {
      return none;
    }
    try {
      return adapter.fromJsonTree(json);
    } catch (JsonMismatchException otherType) {
      return new Mistyped(json);
    }
  }

  /** Whether JSON that came says what is wanted. A secret that is left out or masked does. */
  @SuppressWarnings("unchecked") // what a model keeps is of the type of its member
  boolean isMet(Object wanted, @Nullable JsonElement actual) {
    boolean isNothingWanted = isUnset(tree(wanted));
    if (isNothingWanted || isUnset(actual)) {
      return isUnset(actual) && (isSecret || isNothingWanted);
    }
    if (isSecret && JsonOverlay.isMasked(actual)) {
      return true;
    }
    return isJson(wanted)
        ? JsonOverlay.isMet(tree(wanted), actual)
        : adapter.isMet((V) wanted, Objects.requireNonNull(actual), isSecret);
  }

  private static boolean isJson(Object kept) {
    return kept instanceof JsonNull || kept instanceof Mistyped;
  }

  private boolean isUnset(@Nullable JsonElement json) {
    return JsonOverlay.isNull(json)
        || (unset != null && JsonOverlay.isMet(JsonParser.parseString(unset), json));
  }

  /** Lays what is wanted over JSON that came. */
  @SuppressWarnings("unchecked") // what a model keeps is of the type of its member
  JsonElement over(Object wanted, @Nullable JsonElement actual) {
    if (actual != null && isUnset(actual) && isUnset(tree(wanted))) {
      return actual;
    }
    return isJson(wanted)
        ? JsonOverlay.over(tree(wanted), actual)
        : adapter.over((V) wanted, actual);
  }

  /** What a model keeps, as JSON. */
  @SuppressWarnings("unchecked") // what a model keeps is of the type of its member
  JsonElement tree(Object kept) {
    if (kept instanceof JsonNull none) {
      return none;
    }
    return kept instanceof Mistyped mistyped ? mistyped.json() : adapter.toJsonTree((V) kept);
  }

  /** Whether null is a value. */
  boolean allowsNull() {
    return isNullable || isAnyJson();
  }

  /** Whether null is JSON like any other. */
  boolean isAnyJson() {
    return !isNullable && adapter == (Object) ValueAdapters.ANY;
  }
}
