package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final byte[][] spellings;
  private final Map<String, Member<?>> byName = new HashMap<>();

  /** Makes the adapter of a model whose members have their numbers in this order. */
  protected ModelAdapter(String name, Member<?>... table) {
    super(JsonToken.BEGIN_OBJECT, "an object");
    this.name = name;
    this.table = table;
    this.spellings = new byte[table.length][];
    for (Member<?> member : table) {
      byName.put(member.name(), member);
      spellings[member.number()] = (",\"" + member.name() + "\":").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** This adapter, or the one that it stands for, if it is of a model; otherwise null. */
  @SuppressWarnings("unchecked") // an adapter and what it stands for have one type
  public static <M> @Nullable ModelAdapter<M> of(@Nullable TypeAdapter<M> adapter) {
    TypeAdapter<M> found = adapter instanceof LazyAdapter<M> lazy ? lazy.adapter() : adapter;
    return found instanceof ModelAdapter<M> model ? model : null;
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

  /** What to do if a required member is missing, as a sentence; empty if there is no advice. */
  protected String ifIncomplete() {
    return "";
  }

  /** A builder that starts with nothing. */
  public final MembersBuilder builder() {
    return new MembersBuilder(this, new @Nullable Object[table.length], Map.of(), null);
  }

  /**
   * A builder that starts with all members of another model that this one may send: those of the
   * same name, and the unknown ones. A null that is not allowed is left out.
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
    return new MembersBuilder(this, values, source.unknown, null);
  }

  /** What a model keeps under a name; null if it is absent or unknown to the model. */
  public final @Nullable Object value(M model, String name) {
    Member<?> member = byName.get(name);
    return member == null ? null : members(model).values[member.number()];
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

  /**
   * Gson's reader cannot be told to be strict. So what it read is printed, and read again by ours.
   */
  private M readAgain(JsonReader in) throws IOException {
    expect(in);
    String path = in.getPath();
    String json = Json.print(ValueAdapters.ANY.read(in), ValueAdapters.ANY);
    try {
      return Json.parse(json, this);
    } catch (JsonMismatchException mismatch) {
      throw below(path, mismatch);
    }
  }

  private M readMembers(JsonReader in) throws IOException {
    expect(in);
    in.beginObject();
    @Nullable Object[] values = new @Nullable Object[table.length];
    Map<String, JsonElement> unknown = Collections.emptyMap();
    int next = 0;
    while (true) {
      Member<?> likely = readIfNext(in, next);
      if (likely == null && !in.hasNext()) {
        break;
      }
      String memberName = likely == null ? in.nextName() : likely.name();
      Member<?> member = likely == null ? byName.get(memberName) : likely;
      if (member != null) {
        values[member.number()] = member.read(in);
        next = member.number() + 1;
      } else {
        unknown = unknown.isEmpty() ? new LinkedHashMap<>() : unknown;
        unknown.put(memberName, ValueAdapters.ANY.read(in));
      }
    }
    in.endObject();
    return of(new Members(this, values, unknown, null));
  }

  /**
   * Reads the next name if it is that of the member with this number; null if it is not, or is not
   * spelled as usual. Members often come in the order of the OpenAPI document. To compare bytes
   * saves a quarter of the time to read a gateway.
   */
  private @Nullable Member<?> readIfNext(JsonReader in, int number) throws IOException {
    return number < table.length
            && in instanceof Utf8JsonReader own
            && own.readNameIf(table[number].name(), spellings[number])
        ? table[number]
        : null;
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

  @Override
  final boolean isMet(M wanted, JsonElement actual, boolean secret) {
    return actual instanceof JsonObject object && unmet(wanted, object, secret).isEmpty();
  }

  /** The names of the members that are not as wanted; see {@link #isMet}. */
  final List<String> unmet(M wanted, JsonObject actual, boolean secret) {
    Members members = members(wanted);
    List<String> unmet = new ArrayList<>();
    for (Member<?> member : members.chosen()) {
      Member<?> known = secret || isSecret() ? member.secret() : member;
      if (!known.isMet(members.kept(member), actual.get(member.name()))) {
        unmet.add(member.name());
      }
    }
    members.unknown.forEach(
        (memberName, value) -> {
          if (!JsonOverlay.isMet(value, actual.get(memberName))) {
            unmet.add(memberName);
          }
        });
    return unmet;
  }

  @Override
  final JsonElement over(M wanted, @Nullable JsonElement actual) {
    if (!(actual instanceof JsonObject object)) {
      return toJsonTree(wanted);
    }
    JsonObject laid = object.deepCopy();
    Members members = members(wanted);
    for (Member<?> member : members.chosen()) {
      Object value = members.kept(member);
      @Nullable JsonElement under = object.get(member.name());
      laid.add(member.name(), member.over(value, under));
    }
    members.unknown.forEach(
        (memberName, value) ->
            laid.add(memberName, JsonOverlay.over(value, object.get(memberName))));
    return laid;
  }

  @Override
  final void removeKnown(JsonObject json) {
    byName.keySet().forEach(json::remove);
  }

  /** Whether all required members are there. */
  @Override
  boolean fits(Outline outline) {
    for (Member<?> member : table) {
      if (member.isRequired() && !outline.has(member.name())) {
        return false;
      }
    }
    return true;
  }
}
