package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union: one of several models, or JSON that matches none of them.
 *
 * @param <T> the union
 * @param <U> its variant for other JSON
 */
public abstract class UnionAdapter<T, U extends T> extends ValueAdapter<T> {

  /** The member whose text names the variant; null if variants differ in required members. */
  private final @Nullable String discriminator;

  private final Class<U> unknown;
  private final List<Variant<? extends T>> variants;

  /** Made once, and not for each value, which saves 100 bytes of a gateway. */
  private final Predicate<String> isDiscriminator = this::isDiscriminator;

  /** Makes the adapter of a union. The first variant that fits is taken. */
  protected UnionAdapter(
      @Nullable String discriminator, Class<U> unknown, List<Variant<? extends T>> variants) {
    super(null, "JSON");
    this.discriminator = discriminator;
    this.unknown = unknown;
    this.variants = variants;
  }

  /** Keeps JSON that matches no variant. */
  protected abstract U unknown(JsonElement json);

  /** The JSON that was kept. */
  protected abstract JsonElement json(U unknown);

  /**
   * One of the types.
   *
   * @param text what the discriminator says; unused if the union has none
   * @param type the type
   * @param adapter reads and writes it
   */
  public record Variant<V>(String text, Class<V> type, ValueAdapter<V> adapter) {

    void write(JsonWriter out, Object value) throws IOException {
      adapter.write(out, type.cast(value));
    }

    boolean isMet(Object wanted, JsonElement actual, boolean secret) {
      return adapter.isMet(type.cast(wanted), actual, secret);
    }

    JsonElement over(Object wanted, @Nullable JsonElement actual) {
      return adapter.over(type.cast(wanted), actual);
    }
  }

  private @Nullable Variant<? extends T> find(JsonObject object) {
    return find(Outline.of(object));
  }

  private @Nullable Variant<? extends T> find(Outline outline) {
    for (Variant<? extends T> variant : variants) {
      boolean found =
          discriminator == null
              ? variant.adapter().fits(outline)
              : variant.text().equals(outline.text(discriminator));
      if (found) {
        return variant;
      }
    }
    return null;
  }

  @Override
  boolean fits(Outline outline) {
    return find(outline) != null;
  }

  @Override
  boolean isDiscriminator(String name) {
    boolean found = name.equals(discriminator);
    for (Variant<? extends T> variant : variants) {
      found = found || variant.adapter().isDiscriminator(name);
    }
    return found;
  }

  @Override
  public final T read(JsonReader in) throws IOException {
    if (in instanceof Utf8JsonReader own) {
      return readFrom(own);
    }
    String path = in.getPath();
    JsonElement tree = ValueAdapters.ANY.read(in);
    Variant<? extends T> variant = tree instanceof JsonObject object ? find(object) : null;
    if (variant == null) {
      return unknown(tree);
    }
    try {
      return variant.adapter().fromJsonTree(tree);
    } catch (JsonMismatchException mismatch) {
      throw below(path, mismatch);
    }
  }

  /** Looks at the members first, goes back, and reads the variant: no tree is made. */
  private T readFrom(Utf8JsonReader in) throws IOException {
    Variant<? extends T> variant =
        in.peek() == JsonToken.BEGIN_OBJECT ? find(in.outline(isDiscriminator)) : null;
    return variant == null ? unknown(ValueAdapters.ANY.read(in)) : variant.adapter().read(in);
  }

  @Override
  public final void write(JsonWriter out, T value) throws IOException {
    if (unknown.isInstance(value)) {
      ValueAdapters.ANY.write(out, json(unknown.cast(value)));
      return;
    }
    Variant<? extends T> variant = of(value);
    if (variant != null) {
      variant.write(out, value);
    }
  }

  /** The variant of a value; null if it is unknown. */
  private @Nullable Variant<? extends T> of(T value) {
    for (Variant<? extends T> variant : variants) {
      if (variant.type().isInstance(value)) {
        return variant;
      }
    }
    return null;
  }

  @Override
  final boolean isMet(T wanted, JsonElement actual, boolean secret) {
    Variant<? extends T> variant = of(wanted);
    if (variant == null) {
      return super.isMet(wanted, actual, secret);
    }
    return actual instanceof JsonObject object
        && variant.equals(find(object))
        && variant.isMet(wanted, actual, secret);
  }

  /**
   * If the variant changes, what is known of the other ones goes. It is the wanted one at the end.
   */
  @Override
  final JsonElement over(T wanted, @Nullable JsonElement actual) {
    Variant<? extends T> variant = of(wanted);
    @Nullable JsonElement under = actual;
    if (actual instanceof JsonObject object && !Objects.equals(find(object), variant)) {
      JsonObject rest = object.deepCopy();
      variants.stream()
          .filter(other -> !other.equals(variant))
          .forEach(other -> other.adapter().removeKnown(rest));
      under = rest;
    }
    JsonElement laid = variant == null ? super.over(wanted, under) : variant.over(wanted, under);
    boolean isAsWanted = laid instanceof JsonObject object && Objects.equals(find(object), variant);
    return isAsWanted ? laid : toJsonTree(wanted);
  }
}
