package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Responses requests as the API does. Safe for use by several threads. */
final class GatewayApi {
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final GatewayStore store;
  private final Authenticator authenticator;
  private final GatewayRules rules;
  private final GatewayRecord records;

  GatewayApi(GatewayStore store, Authenticator authenticator, GatewayRules rules, Clock clock) {
    this.store = store;
    this.authenticator = authenticator;
    this.rules = rules;
    this.records = new GatewayRecord(rules, clock);
  }

  static boolean isAccountId(String text) {
    return ACCOUNT.matcher(text).matches();
  }

  /** Returns the response to a request, which changes the gateways only if that is asked for. */
  FakeResponse respond(ReceivedRequest request, boolean apply) {
    Optional<Route> found = Route.of(request.method(), request.path());
    if (found.isEmpty() || !isAccountId(found.get().account())) {
      return noRoute(request);
    }
    Route route = found.get();
    return authenticator
        .refusal(request, route)
        .orElseGet(() -> store.atomically(unused -> perform(route, request, apply)));
  }

  private FakeResponse perform(Route route, ReceivedRequest request, boolean apply) {
    String account = route.account();
    if (route.operation() == Operation.CREATE) {
      return create(account, request, apply);
    }
    if (route.operation() == Operation.LIST) {
      return list(account, request);
    }
    String id = Objects.requireNonNull(route.gateway());
    Optional<JsonObject> stored = store.find(account, id);
    if (stored.isEmpty()) {
      return EnvelopeJson.refusal(404, List.of(Problem.of(EnvelopeJson.NOT_FOUND, "Not Found")));
    }
    return switch (route.operation()) {
      case UPDATE -> update(account, stored.get(), request, apply);
      case DELETE -> {
        if (apply) {
          store.remove(account, id);
        }
        yield EnvelopeJson.success(stored.get());
      }
      case URL -> url(account, id, Objects.requireNonNull(route.provider()));
      default -> EnvelopeJson.success(stored.get());
    };
  }

  private FakeResponse create(String account, ReceivedRequest request, boolean apply) {
    Optional<JsonElement> body = json(request);
    if (body.isEmpty()) {
      return malformed();
    }
    List<Problem> problems = rules.problemsOfCreate(body.get());
    if (!problems.isEmpty()) {
      return EnvelopeJson.refusal(400, problems);
    }
    JsonObject sent = body.get().getAsJsonObject();
    if (store.find(account, sent.get("id").getAsString()).isPresent()) {
      Problem duplicate =
          Problem.of(EnvelopeJson.INVALID, "An object with this id already exists")
              .at(FieldPath.BODY.member("id"));
      return EnvelopeJson.refusal(400, List.of(duplicate));
    }
    return saved(account, records.created(account, sent), apply);
  }

  private FakeResponse list(String account, ReceivedRequest request) {
    ListQuery query = new ListQuery(request, rules.queryOfList());
    return query.problems().isEmpty()
        ? query.respond(store.all(account))
        : EnvelopeJson.uncodedRefusal(query.problems());
  }

  private FakeResponse update(
      String account, JsonObject stored, ReceivedRequest request, boolean apply) {
    Optional<JsonElement> body = json(request);
    if (body.isEmpty()) {
      return malformed();
    }
    List<Problem> problems = rules.problemsOfUpdate(body.get(), stored);
    return problems.isEmpty()
        ? saved(account, records.updated(stored, body.get().getAsJsonObject()), apply)
        : EnvelopeJson.refusal(400, problems);
  }

  private FakeResponse saved(String account, JsonObject gateway, boolean apply) {
    if (apply) {
      store.put(account, gateway);
    }
    return EnvelopeJson.success(gateway);
  }

  private static FakeResponse url(String account, String id, String provider) {
    if (provider.isBlank()) {
      return EnvelopeJson.uncodedRefusal(List.of(Problem.of("provider: Invalid")));
    }
    String url =
        "https://gateway.ai.cloudflare.com/v1/%s/%s/%s"
            .formatted(encoded(account), encoded(id), encoded(provider));
    return EnvelopeJson.success(new JsonPrimitive(url));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Optional<JsonElement> json(ReceivedRequest request) {
    try {
      return Optional.of(StrictJson.parse(request.body()));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static FakeResponse malformed() {
    Problem problem = Problem.of(EnvelopeJson.INVALID, "Malformed JSON").at(FieldPath.BODY);
    return EnvelopeJson.refusal(400, List.of(problem));
  }

  private static FakeResponse noRoute(ReceivedRequest request) {
    String message =
        "Could not route to %s, perhaps your object identifier is invalid?"
            .formatted(request.path());
    return EnvelopeJson.frontDoor(
        404, List.of(Problem.of(7003, message), Problem.of(7000, "No route for that URI")));
  }
}
