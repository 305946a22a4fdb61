package io.github.aigateway.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of any type, with numbers compared by their text. Gson compares them as {@code double}: then
 * two different numbers of 20 digits can be equal, and equal ones have different hash codes.
 */
public final class JsonTree {

  private JsonTree() {}

  /** Whether both would be sent as the same JSON, whatever the order of members. */
  public static boolean same(JsonElement one, JsonElement other) {
    return MemberValues.same(one, other);
  }

  /** A hash code that fits {@link #same}. */
  public static int hash(JsonElement json) {
    return MemberValues.hash(json);
  }

  static JsonElement read(JsonReader in) throws IOException {
    boolean fresh = in instanceof Utf8JsonReader || in.getClass() == JsonReader.class;
    if (fresh) {
      return parse(in);
    }
    // A reader over a tree returns parts of it, which the caller may change.
    String path = in.getPath();
    return FrozenJson.read(parse(in), path);
  }

  private static JsonElement parse(JsonReader in) throws IOException {
    // Gson would read the end as null.
    if (in.peek() == JsonToken.END_DOCUMENT) {
      throw new EOFException("There is no value at path " + in.getPath());
    }
    try {
      return JsonParser.parseReader(in);
    } catch (JsonIOException | JsonSyntaxException failed) {
      // If the connection broke, the JSON is not at fault.
      @Nullable Throwable cause = failed.getCause();
      if (cause instanceof IOException unreadable) {
        throw unreadable;
      }
      throw failed;
    }
  }

  static void write(JsonWriter out, JsonElement json) throws IOException {
    if (json instanceof JsonObject object) {
      out.beginObject();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        out.name(member.getKey());
        write(out, member.getValue());
      }
      out.endObject();
    } else if (json instanceof JsonArray array) {
      out.beginArray();
      for (JsonElement item : array) {
        write(out, item);
      }
      out.endArray();
    } else if (json instanceof JsonPrimitive value) {
      writePrimitive(out, value);
    } else {
      out.nullValue();
    }
  }

  private static void writePrimitive(JsonWriter out, JsonPrimitive value) throws IOException {
    if (value.isBoolean()) {
      out.value(value.getAsBoolean());
    } else if (value.isNumber()) {
      writeNumber(out, value.getAsNumber());
    } else {
      out.value(value.getAsString());
    }
  }

  /**
   * Writes a number of any size. Gson's writer of trees is strict, and refuses one too large for a
   * double.
   */
  static void writeNumber(JsonWriter out, Number value) throws IOException {
    boolean lossy = value instanceof Double || value instanceof Float;
    if (lossy || !Double.isInfinite(value.doubleValue())) {
      out.value(value);
      return;
    }
    Strictness strictness = out.getStrictness();
    out.setStrictness(Strictness.LENIENT);
    try {
      out.value(value);
    } finally {
      out.setStrictness(strictness);
    }
  }
}
