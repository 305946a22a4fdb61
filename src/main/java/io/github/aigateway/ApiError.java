package io.github.aigateway;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the API says is wrong. Every part may be missing: operations and the edge before
 * them respond in different shapes.
 *
 * @param code Cloudflare's number for the kind of error, such as 7001 for a value that is not
 *     allowed
 * @param message what is wrong, in words
 * @param path where in the request it is wrong, as {@link String} and {@link Long}: {@code ["body",
 *     "otel", 0, "url"]}; empty if the API does not say
 * @param documentationUrl where the error is described
 * @param pointer where in the request it is wrong, as a JSON pointer
 * @param errorChain the errors behind this one
 */
public record ApiError(
    @Nullable Long code,
    @Nullable String message,
    List<Object> path,
    @Nullable String documentationUrl,
    @Nullable String pointer,
    List<ApiError> errorChain)
    implements Serializable {

  /** Makes an error whose lists nobody can change. */
  public ApiError {
    path = List.copyOf(path);
    errorChain = List.copyOf(errorChain);
  }

  /** Whether this error, or one behind it, has this code. */
  boolean hasCode(long wanted) {
    return Objects.equals(code, wanted)
        || errorChain.stream().anyMatch(error -> error.hasCode(wanted));
  }

  /** Whether the message has this text in it. */
  boolean says(String text) {
    return message != null && message.contains(text);
  }

  /** The error in one line: code, path, message. */
  String describe() {
    StringJoiner line = new StringJoiner(" ");
    if (code != null) {
      line.add(code.toString());
    }
    if (!path.isEmpty()) {
      StringJoiner place = new StringJoiner(".", "at ", ":");
      path.forEach(step -> place.add(step.toString()));
      line.add(place.toString());
    }
    line.add(message == null ? "(no message)" : message);
    errorChain.forEach(cause -> line.add("(" + cause.describe() + ")"));
    return line.toString();
  }
}
