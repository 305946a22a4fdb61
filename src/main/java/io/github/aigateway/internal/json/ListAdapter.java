package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

final class ListAdapter<T extends @Nullable Object> extends ValueAdapter<List<T>> {

  private final ValueAdapter<T> items;

  ListAdapter(ValueAdapter<T> items) {
    super(JsonToken.BEGIN_ARRAY, "an array");
    this.items = items;
  }

  @Override
  boolean holdsJson() {
    return items.holdsJson();
  }

  @Override
  public List<T> read(JsonReader in) throws IOException {
    expect(in);
    in.beginArray();
    if (!in.hasNext()) {
      in.endArray();
      return Collections.emptyList();
    }
    // Most have one or two items. With MapAdapter's, this saves a fourteenth of a gateway's bytes.
    List<T> list = new ArrayList<>(2);
    do {
      list.add(items.read(in));
    } while (in.hasNext());
    in.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void write(JsonWriter out, List<T> value) throws IOException {
    out.beginArray();
    for (T item : value) {
      items.write(out, item);
    }
    out.endArray();
  }

  @Override
  boolean isMet(List<T> wanted, JsonElement actual, boolean secret) {
    return actual instanceof JsonArray that
        && that.size() == wanted.size()
        && IntStream.range(0, that.size())
            .allMatch(i -> items.isMet(wanted.get(i), that.get(i), secret));
  }

  @Override
  JsonElement over(List<T> wanted, @Nullable JsonElement actual) {
    return JsonOverlay.items(
        toJsonTree(wanted).getAsJsonArray().asList(),
        actual,
        (index, item) -> items.over(wanted.get(index), item));
  }

  @Override
  public List<T> freeze(List<T> value, String name) {
    List<T> frozen = new ArrayList<>(value.size());
    for (T item : value) {
      String place = name + "[" + frozen.size() + "]";
      if (!(items instanceof ValueAdapters.NullableAdapter)) {
        Objects.requireNonNull(item, place);
      }
      frozen.add(items.freeze(item, place));
    }
    return Collections.unmodifiableList(frozen);
  }
}
