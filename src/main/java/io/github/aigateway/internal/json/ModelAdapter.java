package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model, by the table of its members. Nothing is lost: {@link Members} keep
 * what is unknown, null or of another type.
 *
 * @param <M> the model
 */
public final class ModelAdapter<M> extends ValueAdapter<M> {

  private final String name;
  private final Function<Members, M> of;
  private final Function<M, Members> members;
  private final Member<?>[] table;
  private final Map<String, Member<?>> byName = new HashMap<>();

  private boolean isSecret;
  private boolean isStrict;

  /** Makes the adapter of a model whose members have their numbers in this order. */
  public ModelAdapter(
      String name, Function<Members, M> of, Function<M, Members> members, Member<?>... table) {
    super(JsonToken.BEGIN_OBJECT, "an object");
    this.name = name;
    this.of = of;
    this.members = members;
    this.table = table;
    for (Member<?> member : table) {
      byName.put(member.name(), member);
    }
  }

  /** Says that nothing of the model is printed for people. */
  public ModelAdapter<M> secret() {
    isSecret = true;
    return this;
  }

  /** Says that a value of another type is refused at any depth. */
  public ModelAdapter<M> strict() {
    isStrict = true;
    return this;
  }

  /** A builder that starts with nothing. */
  public MembersBuilder builder() {
    return new MembersBuilder(this, new @Nullable Object[table.length], Map.of());
  }

  /**
   * A builder that starts with all members of another model that this one may send: those of the
   * same name, and the unknown ones. A null that is not allowed stays behind.
   */
  public MembersBuilder builderFrom(Members source) {
    @Nullable Object[] values = new @Nullable Object[table.length];
    for (Member<?> member : table) {
      Member<?> known = source.model.member(member.name());
      Object value = known == null ? null : source.values[known.number()];
      if (value != JsonNull.INSTANCE || member.isNullable()) {
        values[member.number()] = value;
      }
    }
    return new MembersBuilder(this, values, source.unknown);
  }

  String name() {
    return name;
  }

  boolean isSecret() {
    return isSecret;
  }

  Member<?> member(int number) {
    return table[number];
  }

  @Nullable Member<?> member(String name) {
    return byName.get(name);
  }

  @Override
  public M read(JsonReader in) throws IOException {
    if (!isStrict || !(in instanceof Utf8JsonReader own)) {
      return readMembers(in);
    }
    boolean before = own.setStrictAboutTypes(true);
    try {
      return readMembers(in);
    } finally {
      own.setStrictAboutTypes(before);
    }
  }

  private M readMembers(JsonReader in) throws IOException {
    expect(in);
    in.beginObject();
    @Nullable Object[] values = new @Nullable Object[table.length];
    Map<String, JsonElement> unknown = Collections.emptyMap();
    int next = 0;
    while (in.hasNext()) {
      String memberName = in.nextName();
      Member<?> member = member(memberName, next);
      if (member != null) {
        values[member.number()] = member.read(in);
        next = member.number() + 1;
      } else {
        unknown = unknown.isEmpty() ? new LinkedHashMap<>() : unknown;
        unknown.put(memberName, ValueAdapters.ANY.read(in));
      }
    }
    in.endObject();
    return of.apply(new Members(this, values, unknown));
  }

  /** The member with this name, which often has this number: members come in one order. */
  private @Nullable Member<?> member(String memberName, int likely) {
    if (likely < table.length && table[likely].name().equals(memberName)) {
      return table[likely];
    }
    return byName.get(memberName);
  }

  @Override
  public void write(JsonWriter out, M model) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      out.beginObject();
      members.apply(model).write(out);
      out.endObject();
    } finally {
      out.setSerializeNulls(serializeNulls);
    }
  }

  /** Whether all required members are there. */
  @Override
  boolean fits(JsonObject outline) {
    for (Member<?> member : table) {
      if (member.isRequired() && !outline.has(member.name())) {
        return false;
      }
    }
    return true;
  }
}
