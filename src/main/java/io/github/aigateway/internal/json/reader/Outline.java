package io.github.aigateway.internal.json.reader;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The members of an object: their names, and texts by which a union finds its variant. */
public final class Outline {

  private @Nullable String[] names = new @Nullable String[8];
  private @Nullable String[] texts = new @Nullable String[8];
  private int size;

  /** The outline of an object that was read. */
  public static Outline of(JsonObject object) {
    Outline outline = new Outline();
    object.entrySet().forEach(member -> outline.add(member.getKey(), textOf(member.getValue())));
    return outline;
  }

  private static @Nullable String textOf(JsonElement value) {
    boolean isText = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    return isText ? value.getAsString() : null;
  }

  /** Adds a member; the text is null if it is none, or was not asked for. */
  void add(String name, @Nullable String text) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      texts = Arrays.copyOf(texts, 2 * size);
    }
    names[size] = name;
    texts[size] = text;
    size++;
  }

  void clear() {
    Arrays.fill(names, 0, size, null);
    Arrays.fill(texts, 0, size, null);
    size = 0;
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return last(name) >= 0;
  }

  /** The text of a member; null if its value is no text, or nobody asked for it. */
  public @Nullable String text(String name) {
    int last = last(name);
    return last < 0 ? null : texts[last];
  }

  /** Where the last member of this name is, which is the one that counts; -1 if there is none. */
  private int last(String name) {
    int i = size - 1;
    while (i >= 0 && !name.equals(names[i])) {
      i--;
    }
    return i;
  }
}
