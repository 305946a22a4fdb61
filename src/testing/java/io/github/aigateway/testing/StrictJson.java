package io.github.aigateway.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/** Reads JSON strictly and writes it back with its nulls, and its numbers as they were written. */
final class StrictJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private StrictJson() {}

  /**
   * Returns the one JSON value that the text is.
   *
   * @throws JsonParseException if it is none, or something follows it
   */
  static JsonElement parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something follows the JSON value");
      }
      return element;
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }

  static String write(JsonElement element) {
    return GSON.toJson(element);
  }
}
