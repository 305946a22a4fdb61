package io.github.aigateway.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The errors in the body of a failed call, as far as it can be read: it may be cut short, be no
 * JSON at all, or have errors of any shape.
 */
public final class ErrorBody {

  private @Nullable Boolean success;
  private List<JsonElement> errors = List.of();
  private final JsonObject edge = new JsonObject();

  private ErrorBody() {}

  /** Reads the head of a body. */
  public static ErrorBody decode(String body) {
    return decode(new StringReader(body));
  }

  static ErrorBody decode(Reader body) {
    ErrorBody decoded = new ErrorBody();
    JsonReader in = new JsonReader(body);
    in.setStrictness(Strictness.STRICT);
    try {
      if (in.peek() == JsonToken.BEGIN_OBJECT) {
        decoded.readEnvelope(in);
      }
    } catch (IOException | JsonParseException | IllegalStateException endOfWhatCanBeRead) {
      return decoded;
    }
    return decoded;
  }

  /** Whether the body says {@code "success": false}. */
  public boolean saysFailure() {
    return Boolean.FALSE.equals(success);
  }

  /** The items of {@code errors}. */
  public List<JsonElement> errors() {
    return errors;
  }

  /**
   * The members that Cloudflare's edge sends instead of {@code errors}: {@code error_code}, {@code
   * title} and {@code type}. Empty for a response of the API.
   */
  public JsonObject edge() {
    return edge;
  }

  /** The member {@code retry_after} of a response of the edge, in digits; null if it has none. */
  public @Nullable String retryAfter() {
    if (!(edge.get("retry_after") instanceof JsonPrimitive seconds)) {
      return null;
    }
    String text = seconds.getAsString();
    if (seconds.isNumber()) {
      return RetryAfter.wholeSeconds(text);
    }
    return RetryAfter.isDigits(text) ? text : null;
  }

  private void readEnvelope(JsonReader in) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      switch (name) {
        case "success" -> {
          if (in.peek() == JsonToken.BOOLEAN) {
            success = in.nextBoolean();
          } else {
            in.skipValue();
          }
        }
        case "errors" -> readErrors(in);
        case "error_code", "retry_after", "title", "type" ->
            edge.add(name, JsonParser.parseReader(in));
        default -> in.skipValue();
      }
    }
  }

  private void readErrors(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      in.skipValue();
      return;
    }
    List<JsonElement> read = new ArrayList<>();
    errors = read;
    in.beginArray();
    while (in.hasNext()) {
      read.add(JsonParser.parseReader(in));
    }
    in.endArray();
  }
}
