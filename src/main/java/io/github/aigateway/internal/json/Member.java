package io.github.aigateway.internal.json;

import com.google.gson.JsonNull;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;

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
    Constraint<? super V> constraint) {

  /** A member that may be absent, but not null; the position is from 1. */
  public static <V> Member<V> of(int position, String name, ValueAdapter<V> adapter) {
    return new Member<>(position - 1, name, adapter, false, false, false, false, Constraint.none());
  }

  /** The same, required. */
  public Member<V> required() {
    return new Member<>(number, name, adapter, true, isNullable, isSecret, isStrict, constraint);
  }

  /** The same, which may be null. */
  public Member<V> nullable() {
    return new Member<>(number, name, adapter, isRequired, true, isSecret, isStrict, constraint);
  }

  /** The same, which is never printed for people. */
  public Member<V> secret() {
    return new Member<>(number, name, adapter, isRequired, isNullable, true, isStrict, constraint);
  }

  /** The same, which refuses a value of another type. */
  public Member<V> strict() {
    return new Member<>(number, name, adapter, isRequired, isNullable, isSecret, true, constraint);
  }

  /** The same, which allows only some values. */
  public Member<V> allowing(Constraint<? super V> constraint) {
    return new Member<>(
        number, name, adapter, isRequired, isNullable, isSecret, isStrict, constraint);
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

  /** Whether null is a value. */
  boolean allowsNull() {
    return isNullable || isAnyJson();
  }

  /** Whether null is JSON like any other. */
  boolean isAnyJson() {
    return !isNullable && adapter == (Object) ValueAdapters.ANY;
  }
}
