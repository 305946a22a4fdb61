package io.github.aigateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what it can from the body of a failed call. The body may be cut short, be no JSON at all,
 * or have errors of any shape: whatever was understood until then counts.
 */
final class ErrorDecoder {

  private @Nullable Boolean success;
  private List<ApiError> errors = List.of();
  private final JsonObject edge = new JsonObject();

  private ErrorDecoder() {}

  static ErrorDecoder decode(String body) {
    ErrorDecoder decoder = new ErrorDecoder();
    JsonReader in = new JsonReader(new StringReader(body));
    in.setStrictness(Strictness.STRICT);
    try {
      if (in.peek() == JsonToken.BEGIN_OBJECT) {
        decoder.readEnvelope(in);
      }
    } catch (IOException | JsonParseException | IllegalStateException endOfWhatCanBeRead) {
      return decoder;
    }
    return decoder;
  }

  /** Whether the body says {@code "success": false}. */
  boolean saysFailure() {
    return Boolean.FALSE.equals(success);
  }

  /** The errors; for an answer of the edge, which has none, its title and code in place of them. */
  List<ApiError> errors() {
    if (!errors.isEmpty() || !edge.has("error_code")) {
      return errors;
    }
    return List.of(
        new ApiError(
            integer(edge.get("error_code")),
            text(edge.get("title")),
            List.of(),
            text(edge.get("type")),
            null,
            List.of()));
  }

  boolean hasCode(long code) {
    boolean has = false;
    for (ApiError error : errors()) {
      has |= error.hasCode(code);
    }
    return has;
  }

  /** The member {@code retry_after} of a response of the edge, in digits; null if it has none. */
  @Nullable String retryAfter() {
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
    List<ApiError> read = new ArrayList<>();
    errors = read;
    in.beginArray();
    while (in.hasNext()) {
      ApiError error = error(JsonParser.parseReader(in));
      if (error != null) {
        read.add(error);
      }
    }
    in.endArray();
  }

  private static @Nullable ApiError error(JsonElement json) {
    if (json instanceof JsonObject object) {
      return new ApiError(
          integer(object.get("code")),
          text(object.get("message")),
          path(object.get("path")),
          text(object.get("documentation_url")),
          object.get("source") instanceof JsonObject source ? text(source.get("pointer")) : null,
          chain(object.get("error_chain")));
    }
    String message = text(json);
    return message == null ? null : new ApiError(null, message, List.of(), null, null, List.of());
  }

  private static List<ApiError> chain(@Nullable JsonElement json) {
    List<ApiError> chain = new ArrayList<>();
    if (json instanceof JsonArray array) {
      for (JsonElement item : array) {
        ApiError error = error(item);
        if (error != null) {
          chain.add(error);
        }
      }
    }
    return chain;
  }

  private static List<Object> path(@Nullable JsonElement json) {
    List<Object> path = new ArrayList<>();
    if (json instanceof JsonArray array) {
      for (JsonElement step : array) {
        Long index =
            step.isJsonPrimitive() && step.getAsJsonPrimitive().isNumber() ? integer(step) : null;
        String name = index == null ? text(step) : null;
        if (index != null) {
          path.add(index);
        } else if (name != null) {
          path.add(name);
        }
      }
    }
    return path;
  }

  private static @Nullable String text(@Nullable JsonElement json) {
    return json != null && json.isJsonPrimitive() ? json.getAsString() : null;
  }

  /** A code may come as a number or as a text; up to 15 digits are a code. */
  private static @Nullable Long integer(@Nullable JsonElement json) {
    String text = text(json);
    return text != null && text.matches("-?\\d{1,15}") ? Long.valueOf(text) : null;
  }
}
