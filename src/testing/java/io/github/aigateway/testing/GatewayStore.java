package io.github.aigateway.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gateways of all accounts, each account's in order of creation. Every object is copied on its
 * way in and out. Safe for use by several threads.
 */
final class GatewayStore {
  private final Map<String, Map<String, JsonObject>> accounts = new HashMap<>();

  synchronized List<JsonObject> all(String account) {
    List<JsonObject> copies = new ArrayList<>();
    gateways(account).values().forEach(gateway -> copies.add(gateway.deepCopy()));
    return copies;
  }

  synchronized Optional<JsonObject> find(String account, String id) {
    return Optional.ofNullable(gateways(account).get(id)).map(JsonObject::deepCopy);
  }

  synchronized void put(String account, JsonObject gateway) {
    if (!(gateway.get("id") instanceof JsonPrimitive id && id.isString())) {
      throw new IllegalArgumentException("gateway: its member \"id\" is not a string");
    }
    accounts
        .computeIfAbsent(account, unused -> new LinkedHashMap<>())
        .put(id.getAsString(), gateway.deepCopy());
  }

  synchronized Optional<JsonObject> remove(String account, String id) {
    return Optional.ofNullable(gateways(account).remove(id));
  }

  synchronized void clear() {
    accounts.clear();
  }

  /** Does several of the above as one step. */
  synchronized <T> T atomically(Function<GatewayStore, T> steps) {
    return steps.apply(this);
  }

  private Map<String, JsonObject> gateways(String account) {
    return accounts.getOrDefault(account, new HashMap<>());
  }
}
