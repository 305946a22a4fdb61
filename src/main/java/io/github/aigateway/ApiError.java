package io.github.aigateway;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One error in a response of the API. Every part may be missing: the operations and Cloudflare's
 * edge send errors of different shapes.
 *
 * @param code Cloudflare's number of the error, such as 7001 for a value that is not allowed
 * @param message what is wrong, in words
 * @param path where in the request it is wrong, as {@link String} and {@link Long}: {@code ["body",
 *     "otel", 0, "url"]}; empty if the API does not say
 * @param documentationUrl where the error is described
 * @param pointer where in the request it is wrong, as a JSON pointer
 * @param errorChain the errors that caused this one
 */
public record ApiError(
    @Nullable Long code,
    @Nullable String message,
    List<Object> path,
    @Nullable String documentationUrl,
    @Nullable String pointer,
    List<ApiError> errorChain)
    implements Serializable {

  /** Copies the lists, so that nobody can change them. */
  public ApiError {
    path = List.copyOf(path);
    errorChain = List.copyOf(errorChain);
  }

  /** Whether this error, or one in its chain, has this code. */
  boolean hasCode(long wanted) {
    return Objects.equals(code, wanted)
        || errorChain.stream().anyMatch(error -> error.hasCode(wanted));
  }

  /** Whether the message contains this text. */
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
