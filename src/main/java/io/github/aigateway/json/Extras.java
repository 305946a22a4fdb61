package io.github.aigateway.json;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model carries besides the values of the members it knows: which of them are an explicit
 * null, and the members it does not know. Immutable.
 */
public final class Extras {

  private static final Extras NONE = new Extras(0, Collections.emptyMap());

  private final long nulls;
  private final Map<String, JsonElement> unknown;

  private Extras(long nulls, Map<String, JsonElement> unknown) {
    this.nulls = nulls;
    this.unknown = unknown;
  }

  /** Whether the known member with this bit is an explicit null. */
  public boolean isNull(long member) {
    return (nulls & member) != 0;
  }

  /** The unknown members in their order; the values are copies, since they can be changed. */
  public Map<String, JsonElement> copyOfUnknown() {
    Map<String, JsonElement> copy = new LinkedHashMap<>();
    unknown.forEach((name, value) -> copy.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copy);
  }

  Map<String, JsonElement> unknown() {
    return unknown;
  }

  /** A builder that starts with all of this; nothing in it counts as assigned. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.nulls = nulls;
    builder.putAllUnknown(this);
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extras that
        && nulls == that.nulls
        && JsonTree.sameMembers(unknown, that.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(nulls) + JsonTree.hash(unknown);
  }

  /** Collects {@link Extras}, and remembers which members the caller assigned. Not thread-safe. */
  public static final class Builder {
    private long assigned;
    private long nulls;
    private @Nullable Map<String, JsonElement> unknown;

    /** Starts with nothing. */
    public Builder() {}

    /** Notes that the caller gave a known member a value, or null. */
    public void assign(long member, boolean isNull) {
      assigned |= member;
      receive(member, isNull);
    }

    /** Notes that a known member came from an answer or from another model. */
    public void receive(long member, boolean isNull) {
      nulls = isNull ? nulls | member : nulls & ~member;
    }

    /** Whether the caller gave this member a value: only then it is checked. */
    public boolean isAssigned(long member) {
      return (assigned & member) != 0;
    }

    /** Whether this member is an explicit null. */
    public boolean isNull(long member) {
      return (nulls & member) != 0;
    }

    /** Adds a member that the model does not know; of two with one name the last one stays. */
    public void putUnknown(String name, JsonElement value) {
      if (unknown == null) {
        unknown = new LinkedHashMap<>();
      }
      unknown.put(name, value);
    }

    /** Adds all unknown members of another model. */
    public void putAllUnknown(Extras other) {
      other.unknown.forEach(this::putUnknown);
    }

    /** Drops an unknown member, if it is there. */
    public void removeUnknown(String name) {
      if (unknown != null) {
        unknown.remove(name);
      }
    }

    /** Makes the extras; the builder can go on afterwards. */
    public Extras build() {
      boolean noneUnknown = unknown == null || unknown.isEmpty();
      if (noneUnknown) {
        return nulls == 0 ? NONE : new Extras(nulls, Collections.emptyMap());
      }
      return new Extras(nulls, new LinkedHashMap<>(Objects.requireNonNull(unknown)));
    }
  }
}
