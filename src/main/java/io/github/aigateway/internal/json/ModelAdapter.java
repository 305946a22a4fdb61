package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one model, by the table of its members. Nothing is lost: {@link Members} keep
 * what is unknown, null or of another type.
 *
 * @param <M> the model
 */
public abstract class ModelAdapter<M> extends ValueAdapter<M> {

  private final String name;
  private final Member<?>[] table;
  private final Map<String, Member<?>> byName = new HashMap<>();

  /** Makes the adapter of a model whose members have their numbers in this order. */
  protected ModelAdapter(String name, Member<?>... table) {
    super(JsonToken.BEGIN_OBJECT, "an object");
    this.name = name;
    this.table = table;
    for (Member<?> member : table) {
      byName.put(member.name(), member);
    }
  }

  /** A model that holds these. */
  protected abstract M of(Members members);

  /** What a model holds. */
  protected abstract Members members(M model);

  /** Whether nothing of the model is printed for people. */
  protected boolean isSecret() {
    return false;
  }

  /** Whether a value of another type is refused at any depth. */
  protected boolean isStrict() {
    return false;
  }

  /** A builder that starts with nothing. */
  public final MembersBuilder builder() {
    return new MembersBuilder(this, new @Nullable Object[table.length], Map.of());
  }

  /**
   * A builder that starts with all members of another model that this one may send: those of the
   * same name, and the unknown ones. A null that is not allowed stays behind.
   */
  public final MembersBuilder builderFrom(Members source) {
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

  Member<?> member(int number) {
    return table[number];
  }

  @Nullable Member<?> member(String name) {
    return byName.get(name);
  }

  @Override
  public final M read(JsonReader in) throws IOException {
    if (!isStrict()) {
      return readMembers(in);
    }
    if (!(in instanceof Utf8JsonReader own)) {
      return readAgain(in);
    }
    boolean before = own.setStrictAboutTypes(true);
    try {
      return readMembers(in);
    } finally {
      own.setStrictAboutTypes(before);
    }
  }

  /** A reader of Gson's cannot be told to be strict: ours reads again what it reads. */
  private M readAgain(JsonReader in) throws IOException {
    expect(in);
    String path = in.getPath();
    String json = Json.print(ValueAdapters.ANY.read(in), ValueAdapters.ANY);
    try {
      return Json.parse(json, this);
    } catch (JsonMismatchException mismatch) {
      throw mismatch.below(path);
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
    return of(new Members(this, values, unknown));
  }

  /** The member with this name, which often has this number: members come in one order. */
  private @Nullable Member<?> member(String memberName, int likely) {
    if (likely < table.length && table[likely].name().equals(memberName)) {
      return table[likely];
    }
    return byName.get(memberName);
  }

  @Override
  public final void write(JsonWriter out, M model) throws IOException {
    boolean serializeNulls = out.getSerializeNulls();
    out.setSerializeNulls(true);
    try {
      out.beginObject();
      members(model).write(out);
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
