package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model holds besides the values of its known members: which of them are an explicit null,
 * and all unknown members. Known members have numbers from 1 to 63. Immutable.
 */
public final class Extras {

  private static final Extras NONE = new Extras(0, Collections.emptyMap());

  /** One bit for each known member: whether it is an explicit null. */
  private final long nulls;

  private final Map<String, JsonElement> unknown;

  private Extras(long nulls, Map<String, JsonElement> unknown) {
    this.nulls = nulls;
    this.unknown = unknown;
  }

  /** Whether the known member with this number is an explicit null. */
  public boolean isNull(int member) {
    return (nulls & bit(member)) != 0;
  }

  private static long bit(int member) {
    return 1L << member;
  }

  /** The unknown members in their order. The values are copies, since a caller can change them. */
  public Map<String, JsonElement> copyOfUnknown() {
    Map<String, JsonElement> copy = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : unknown.entrySet()) {
      copy.put(member.getKey(), member.getValue().deepCopy());
    }
    return Collections.unmodifiableMap(copy);
  }

  Map<String, JsonElement> unknown() {
    return unknown;
  }

  /** A builder that starts with all of this. No member counts as assigned. */
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

    /**
     * Notes that the caller gave a known member a value, or null.
     *
     * @return the value
     */
    public <T extends @Nullable Object> T assign(int member, T value) {
      assigned |= bit(member);
      receive(member, value == null);
      return value;
    }

    /** Notes that a known member came from a response or from another model. */
    public void receive(int member, boolean isNull) {
      nulls = isNull ? nulls | bit(member) : nulls & ~bit(member);
    }

    /** Whether the caller gave this member a value. Only such values are checked. */
    public boolean isAssigned(int member) {
      return (assigned & bit(member)) != 0;
    }

    /** Whether this member is an explicit null. */
    public boolean isNull(int member) {
      return (nulls & bit(member)) != 0;
    }

    /**
     * Adds an unknown member, or replaces the one of the same name.
     *
     * @return the value
     */
    public JsonElement putUnknown(String name, JsonElement value) {
      if (unknown == null) {
        unknown = new LinkedHashMap<>();
      }
      unknown.put(name, value);
      return value;
    }

    /** Adds all unknown members of another model. */
    public void putAllUnknown(Extras other) {
      for (Map.Entry<String, JsonElement> member : other.unknown.entrySet()) {
        putUnknown(member.getKey(), member.getValue());
      }
    }

    /** Drops an unknown member, if it is there. */
    public void removeUnknown(String name) {
      if (unknown != null) {
        unknown.remove(name);
      }
    }

    /** Makes the extras. The builder can be used further. */
    public Extras build() {
      boolean noneUnknown = unknown == null || unknown.isEmpty();
      if (noneUnknown) {
        return nulls == 0 ? NONE : new Extras(nulls, Collections.emptyMap());
      }
      return new Extras(nulls, new LinkedHashMap<>(Objects.requireNonNull(unknown)));
    }
  }
}
