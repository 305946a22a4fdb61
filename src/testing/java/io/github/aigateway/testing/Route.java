package io.github.aigateway.testing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a method and a path lead: one of the six operations and its decoded path parameters. */
record Route(
    Operation operation, String account, @Nullable String gateway, @Nullable String provider) {

  private static final List<String> BASE = List.of("client", "v4");

  /** Returns the operation's route, or nothing if the API's front door would find none. */
  static Optional<Route> of(String method, String path) {
    List<String> segments = PercentDecoder.segments(path);
    // An empty gateway id reaches the collection, as it does in the real API.
    if (segments.size() == 7 && segments.get(6).isEmpty()) {
      segments = segments.subList(0, 6);
    }
    if (segments.size() < 6
        || !segments.subList(0, 2).equals(BASE)
        || !segments.get(2).equals("accounts")
        || !segments.get(4).equals("ai-gateway")
        || !segments.get(5).equals("gateways")
        || segments.stream().anyMatch(Route::isEmptyOrDots)) {
      return Optional.empty();
    }
    return of(method, segments.get(3), segments.subList(6, segments.size()));
  }

  private static Optional<Route> of(String method, String account, List<String> rest) {
    if (rest.isEmpty()) {
      return switch (method) {
        case "POST" -> Optional.of(new Route(Operation.CREATE, account, null, null));
        case "GET" -> Optional.of(new Route(Operation.LIST, account, null, null));
        default -> Optional.empty();
      };
    }
    String gateway = rest.get(0);
    if (rest.size() == 1) {
      return switch (method) {
        case "GET" -> Optional.of(new Route(Operation.GET, account, gateway, null));
        case "PUT" -> Optional.of(new Route(Operation.UPDATE, account, gateway, null));
        case "DELETE" -> Optional.of(new Route(Operation.DELETE, account, gateway, null));
        default -> Optional.empty();
      };
    }
    if (rest.size() == 3 && rest.get(1).equals("url") && method.equals("GET")) {
      return Optional.of(new Route(Operation.URL, account, gateway, rest.get(2)));
    }
    return Optional.empty();
  }

  private static boolean isEmptyOrDots(String segment) {
    return segment.isEmpty() || segment.equals(".") || segment.equals("..");
  }
}
