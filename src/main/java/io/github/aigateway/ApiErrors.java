package io.github.aigateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.aigateway.internal.http.ErrorBody;
import io.github.aigateway.internal.http.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads errors of any shape: the operations and Cloudflare's edge have their own. */
final class ApiErrors {

  private ApiErrors() {}

  /** The errors. A response of the edge has none, so its title and code make one. */
  static List<ApiError> of(ErrorBody body) {
    JsonObject edge = body.edge();
    List<ApiError> errors = errors(body.errors());
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

  /** Whether the API says that the id of a gateway is taken. */
  static boolean sayTaken(Refused<?> refused) {
    return refused.evidence().status() == 400
        && of(refused.errors()).stream()
            .anyMatch(error -> error.hasCode(7001) && error.says("already exists"));
  }

  /** Whether the API says that there is no such gateway. */
  static boolean sayMissing(Refused<?> refused) {
    return refused.evidence().status() == 404
        && of(refused.errors()).stream().anyMatch(error -> error.hasCode(7002));
  }

  private static List<ApiError> errors(Iterable<JsonElement> items) {
    List<ApiError> errors = new ArrayList<>();
    for (JsonElement item : items) {
      ApiError error = error(item);
      if (error != null) {
        errors.add(error);
      }
    }
    return errors;
  }

  private static @Nullable ApiError error(JsonElement json) {
    if (json instanceof JsonObject object) {
      return new ApiError(
          integer(object.get("code")),
          text(object.get("message")),
          path(object.get("path")),
          text(object.get("documentation_url")),
          object.get("source") instanceof JsonObject source ? text(source.get("pointer")) : null,
          object.get("error_chain") instanceof JsonArray chain ? errors(chain) : List.of());
    }
    String message = text(json);
    return message == null ? null : new ApiError(null, message, List.of(), null, null, List.of());
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

  /** A number of up to 15 digits, which may come as a text. */
  private static @Nullable Long integer(@Nullable JsonElement json) {
    String text = text(json);
    return text != null && text.matches("-?\\d{1,15}") ? Long.valueOf(text) : null;
  }
}
