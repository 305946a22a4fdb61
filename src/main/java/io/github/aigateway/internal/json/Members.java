package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model holds: a value for each known member that is there, and all unknown members.
 * Immutable. A value is null if the member is absent, {@link JsonNull} if it is an explicit null,
 * and {@link Mistyped} if it is of another type than documented.
 */
public final class Members {

  final ModelAdapter<?> model;
  final @Nullable Object[] values;
  final Map<String, JsonElement> unknown;

  /** The numbers of the members that nobody chose; null if there are none. */
  private final @Nullable BitSet defaults;

  /** Takes what nobody may change afterwards. */
  Members(
      ModelAdapter<?> model,
      @Nullable Object[] values,
      Map<String, JsonElement> unknown,
      @Nullable BitSet defaults) {
    this.model = model;
    this.values = values;
    this.unknown = unknown;
    this.defaults = defaults;
  }

  /** A builder that starts with all of this. */
  public MembersBuilder toBuilder() {
    return new MembersBuilder(model, values.clone(), unknown, defaults);
  }

  /**
   * Returns the value of a member that must be there.
   *
   * @throws IllegalStateException if the response left it out, or sent null or another type
   */
  public <V> V required(Member<V> member) {
    V value = optional(member);
    if (value == null) {
      throw missing(member);
    }
    return value;
  }

  /**
   * Returns the value of a member that must be there, and may be null.
   *
   * @throws IllegalStateException if the response left it out, or sent another type
   */
  public <V> @Nullable V requiredOrNull(Member<V> member) {
    V value = optional(member);
    if (value == null && values[member.number()] == null) {
      throw missing(member);
    }
    return value;
  }

  /**
   * Returns the value of a member; null if it is absent or null.
   *
   * @throws IllegalStateException if the response sent another type
   */
  @SuppressWarnings("unchecked") // what is under a member's number is of its type
  public <V> @Nullable V optional(Member<V> member) {
    Object value = values[member.number()];
    if (value instanceof Mistyped mistyped) {
      throw new IllegalStateException(
          "This "
              + model.name()
              + " came with "
              + mistyped.kind(member.adapter().kind())
              + " as '"
              + member.name()
              + "', which should be "
              + member.adapter().kind()
              + ". getMistypedProperties() has it as it came.");
    }
    if (value == JsonNull.INSTANCE && !member.isAnyJson()) {
      return null;
    }
    return (V) (member.adapter().holdsJson() ? MemberValues.copy(value) : value);
  }

  /** Whether a member is there and of the documented type. */
  public boolean has(Member<?> member) {
    Object value = values[member.number()];
    return value == JsonNull.INSTANCE
        ? member.allowsNull()
        : value != null && !(value instanceof Mistyped);
  }

  private IllegalStateException missing(Member<?> member) {
    return new IllegalStateException(
        "This " + model.name() + " came without the required member '" + member.name() + "'.");
  }

  /** The known members that are there, without those that only a default set. */
  List<Member<?>> chosen() {
    List<Member<?>> chosen = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && (defaults == null || !defaults.get(i))) {
        chosen.add(model.member(i));
      }
    }
    return chosen;
  }

  /** What is kept of a member that is there. */
  Object kept(Member<?> member) {
    return Objects.requireNonNull(values[member.number()]);
  }

  /** The unknown members in their order. The values are copies, since a caller can change them. */
  public Map<String, JsonElement> unknown() {
    Map<String, JsonElement> copy = new LinkedHashMap<>();
    unknown.forEach((name, value) -> copy.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copy);
  }

  /** The known members of another type than documented. The values are copies. */
  public Map<String, JsonElement> mistyped() {
    Map<String, JsonElement> copy = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Mistyped mistyped) {
        copy.put(model.member(i).name(), mistyped.json().deepCopy());
      }
    }
    return Collections.unmodifiableMap(copy);
  }

  /** The values as texts, as a query has them: a list gives an entry for each of its items. */
  public Set<Map.Entry<String, String>> texts() {
    List<Map.Entry<String, String>> texts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        Member<?> member = model.member(i);
        JsonElement json = member.tree(values[i]);
        for (JsonElement item : json instanceof JsonArray items ? items : List.of(json)) {
          texts.add(Map.entry(member.name(), item.getAsString()));
        }
      }
    }
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return Collections.unmodifiableList(texts).iterator();
      }

      @Override
      public int size() {
        return texts.size();
      }
    };
  }

  /** Writes the known members in the order of the OpenAPI document, and then the unknown ones. */
  void write(JsonWriter out) throws IOException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        Member<?> member = model.member(i);
        out.name(member.name());
        write(out, member, value);
      }
    }
    for (Map.Entry<String, JsonElement> member : unknown.entrySet()) {
      out.name(member.getKey());
      ValueAdapters.ANY.write(out, member.getValue());
    }
  }

  @SuppressWarnings("unchecked") // what is under a member's number is of its type
  private static <V> void write(JsonWriter out, Member<V> member, Object value) throws IOException {
    if (value == JsonNull.INSTANCE) {
      out.nullValue();
    } else if (value instanceof Mistyped mistyped) {
      ValueAdapters.ANY.write(out, mistyped.json());
    } else {
      member.adapter().write(out, (V) value);
    }
  }

  /** Whether both would be sent as the same members. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Members that
        && MemberValues.same(Arrays.asList(values), Arrays.asList(that.values))
        && MemberValues.same(unknown, that.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * MemberValues.hash(Arrays.asList(values)) + MemberValues.hash(unknown);
  }

  /** Returns the members for people to read, without secrets and the values of unknown members. */
  @Override
  public String toString() {
    if (model.isSecret()) {
      return model.name() + "{" + MemberValues.SECRET + "}";
    }
    Map<String, @Nullable Object> printable = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        Member<?> member = model.member(i);
        boolean secret = member.isSecret() && value != JsonNull.INSTANCE;
        printable.put(member.name(), secret ? MemberValues.SECRET : MemberValues.printable(value));
      }
    }
    unknown.keySet().forEach(name -> printable.put(name, MemberValues.SECRET));
    return model.name() + printable;
  }
}
