package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one type of JSON value, strictly: a token of another type is a {@link
 * JsonMismatchException}, never a conversion.
 */
public abstract class ValueAdapter<T> extends TypeAdapter<T> {

  private static final Map<JsonToken, String> KINDS =
      Map.of(
          JsonToken.BEGIN_OBJECT,
          "an object",
          JsonToken.BEGIN_ARRAY,
          "an array",
          JsonToken.STRING,
          "a string",
          JsonToken.NUMBER,
          "a number",
          JsonToken.BOOLEAN,
          "a boolean",
          JsonToken.NULL,
          "null");

  /** The first token of each value; null if it can be any. */
  private final @Nullable JsonToken first;

  private final String kind;

  ValueAdapter(@Nullable JsonToken first, String kind) {
    this.first = first;
    this.kind = kind;
  }

  /** What each value is, such as "a string". */
  String kind() {
    return kind;
  }

  /** Reads a value that is not null. */
  @Override
  public abstract T read(JsonReader in) throws IOException;

  /** Reads a value that is not null; one of another type is kept as {@link Mistyped}. */
  Object readOrKeep(JsonReader in) throws IOException {
    boolean fits = first == null || in.peek() == first;
    return Objects.requireNonNull(fits ? read(in) : new Mistyped(ValueAdapters.ANY.read(in)));
  }

  /** Writes a value that is not null. */
  @Override
  public abstract void write(JsonWriter out, T value) throws IOException;

  /**
   * Returns the value, or a copy that nobody can change.
   *
   * @throws NullPointerException if it holds a null that is not allowed; {@code name} tells where
   * @throws IllegalArgumentException if it holds what JSON does not have, such as an infinite
   *     number; {@code name} tells where
   */
  public T freeze(T value, String name) {
    return value;
  }

  /**
   * Whether JSON that came says what a wanted value does. What is not wanted does not count.
   *
   * @param secret whether the value is a secret, which may come masked
   */
  boolean isMet(T wanted, JsonElement actual, boolean secret) {
    return (secret && JsonOverlay.isHidden(actual))
        || JsonOverlay.isMet(toJsonTree(wanted), actual);
  }

  /**
   * Lays a wanted value over JSON that came. Secrets are compared in the clear: one that came
   * masked must not be sent back.
   */
  JsonElement over(T wanted, @Nullable JsonElement actual) {
    return JsonOverlay.over(toJsonTree(wanted), actual);
  }

  /** Drops the members that are known of such a value. */
  void removeKnown(JsonObject json) {}

  /** Whether values hold JSON, which a caller can change. */
  boolean holdsJson() {
    return false;
  }

  /** Whether an object with these members is such a value, for a union that looks for it. */
  boolean fits(Outline outline) {
    return false;
  }

  /** Whether {@link #fits} asks for the text of this member. */
  boolean isDiscriminator(String name) {
    return false;
  }

  /** Throws an exception unless a value begins here. */
  void expect(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token != first) {
      throw new JsonMismatchException(
          "Expected " + kind + " but was " + KINDS.getOrDefault(token, "nothing"), in.getPath());
    }
  }

  /** The same mismatch, of a value that was parsed on its own. */
  static JsonMismatchException below(String base, JsonMismatchException mismatch) {
    String path = base + mismatch.path().substring("$".length());
    JsonMismatchException moved = new JsonMismatchException(mismatch.problem(), path);
    moved.setStackTrace(mismatch.getStackTrace());
    return moved;
  }
}
