package io.github.aigateway.json;

import com.google.gson.JsonParseException;

/**
 * JSON of another type than the OpenAPI document says. The message names what was expected, what
 * came and where, but never the value, which may be a secret. Text that is no JSON at all is Gson's
 * {@link com.google.gson.JsonSyntaxException} instead.
 */
public final class JsonMismatchException extends JsonParseException {

  private static final long serialVersionUID = 1L;

  /** A longer path is cut in the message: it has names from the JSON. */
  private static final int MAX_PATH = 200;

  private final String problem;
  private final String path;

  /**
   * Made by the library.
   *
   * @param problem what was expected, and what came
   * @param path where
   */
  public JsonMismatchException(String problem, String path) {
    super(problem + " at path " + cut(path));
    this.problem = problem;
    this.path = path;
  }

  /** What was expected and what came, such as {@code Expected a string but was a number}. */
  public String problem() {
    return problem;
  }

  /**
   * Where the value is, such as {@code $.otel[1].headers.x-key}; {@code $} is the whole document.
   * It may be long, since it has the names as they came.
   */
  public String path() {
    return path;
  }

  private static String cut(String path) {
    return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "…";
  }
}
