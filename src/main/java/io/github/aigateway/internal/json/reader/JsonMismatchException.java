package io.github.aigateway.internal.json.reader;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonToken;
import java.util.Map;

/** JSON of another type than the OpenAPI document says. Names the place, but never the value. */
public final class JsonMismatchException extends JsonParseException {

  private static final long serialVersionUID = 1L;

  /** A longer path is cut: it has names from the response. */
  private static final int MAX_PATH = 200;

  private static final Map<JsonToken, String> KINDS =
      Map.of(
          JsonToken.BEGIN_OBJECT,
          "an object",
          JsonToken.BEGIN_ARRAY,
          "an array",
          JsonToken.STRING,
          "a string",
          JsonToken.NUMBER,
          "a number",
          JsonToken.BOOLEAN,
          "a boolean",
          JsonToken.NULL,
          "null");

  private final String expectation;
  private final String path;

  /** Says what was expected, and what came. */
  public JsonMismatchException(String expected, JsonToken actual, String path) {
    this("Expected " + expected + " but was " + KINDS.getOrDefault(actual, "nothing"), path);
  }

  /** Says what was expected, in words. */
  public JsonMismatchException(String expectation, String path) {
    super(expectation + " at path " + cut(path));
    this.expectation = expectation;
    this.path = path;
  }

  /** A copy whose path begins with {@code base}, for a value that was parsed on its own. */
  public JsonMismatchException below(String base) {
    JsonMismatchException moved =
        new JsonMismatchException(expectation, base + path.substring("$".length()));
    moved.setStackTrace(getStackTrace());
    return moved;
  }

  /** A path that is short enough for a message. */
  public static String cut(String path) {
    return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "…";
  }
}
