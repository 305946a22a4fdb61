package io.github.aigateway.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as the fake received it. It is an immutable value, safe for use by several threads;
 * {@link #toString()} shows neither header values nor the body, so credentials do not get into test
 * reports.
 *
 * @param method the method, such as {@code GET}
 * @param path the path as it was sent, with its percent-encoding and without the query
 * @param query the query as it was sent, without the question mark, or null if there was none
 * @param headers the headers in order of name, which is looked up without regard to case
 * @param body the body, read as UTF-8; empty if there was none
 */
public record ReceivedRequest(
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    String body) {

  /** Copies the headers. */
  public ReceivedRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(copy);
  }

  /** Returns the first value of a header, or null if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(Objects.requireNonNull(name, "name"));
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** Returns the first value of a query parameter, decoded, or null if it was not sent. */
  public @Nullable String queryParameter(String name) {
    List<String> values = queryParameters().get(Objects.requireNonNull(name, "name"));
    return values == null ? null : values.get(0);
  }

  /** Returns the query's parameters, decoded, each with its values in the order they were sent. */
  public Map<String, List<String>> queryParameters() {
    return query == null ? Map.of() : PercentDecoder.query(query);
  }

  /** Returns the path's segments, decoded; an encoded slash is part of its segment. */
  public List<String> pathSegments() {
    return PercentDecoder.segments(path);
  }

  /** Returns the operation asked for, or nothing if the API has none of this method and path. */
  public Optional<Operation> operation() {
    return Route.of(method, path).map(Route::operation);
  }

  /** Returns whether this request asks for an operation. */
  public boolean is(Operation operation) {
    Objects.requireNonNull(operation, "operation");
    return operation().filter(operation::equals).isPresent();
  }

  /** Returns the account id, decoded, or nothing if this is none of the API's operations. */
  public Optional<String> accountId() {
    return Route.of(method, path).map(Route::account);
  }

  /** Returns the gateway id in the path, decoded, or nothing if the operation has none. */
  public Optional<String> gatewayId() {
    return Route.of(method, path).map(Route::gateway);
  }

  /** Returns the provider in the path, decoded, or nothing if the operation has none. */
  public Optional<String> provider() {
    return Route.of(method, path).map(Route::provider);
  }

  /** Returns method, path, query and the names of the headers, and the size of the body. */
  @Override
  public String toString() {
    return method
        + ' '
        + path
        + (query == null ? "" : '?' + query)
        + ' '
        + new ArrayList<>(headers.keySet())
        + " body of "
        + body.length()
        + " characters";
  }
}
