package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the stored gateway out of a body: what was sent, and what only the server writes. */
final class GatewayRecord {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Members that a body may hold without any effect. */
  private static final List<String> READ_ONLY =
      List.of(
          "id",
          "account_id",
          "account_tag",
          "internal_id",
          "is_default",
          "created_at",
          "modified_at");

  private final Clock clock;
  private final AtomicLong created = new AtomicLong();

  GatewayRecord(Clock clock) {
    this.clock = clock;
  }

  JsonObject created(String account, JsonObject body) {
    JsonObject gateway = new JsonObject();
    JsonElement id = body.get("id");
    String now = now();
    gateway.add("id", id);
    gateway.addProperty("account_id", account);
    gateway.addProperty("account_tag", account);
    gateway.addProperty("internal_id", internalId(account, id.getAsString()));
    gateway.addProperty("is_default", id.getAsString().equals("default"));
    gateway.addProperty("created_at", now);
    gateway.addProperty("modified_at", now);
    addWritable(gateway, body);
    return gateway;
  }

  /** Replaces all that a client may write; of the stored gateway the rest remains. */
  JsonObject updated(JsonObject stored, JsonObject body) {
    JsonObject gateway = new JsonObject();
    for (String name : READ_ONLY) {
      if (stored.has(name)) {
        gateway.add(name, stored.get(name));
      }
    }
    gateway.addProperty("modified_at", now());
    addWritable(gateway, body);
    return gateway;
  }

  private static void addWritable(JsonObject gateway, JsonObject body) {
    body.asMap()
        .forEach(
            (name, value) -> {
              if (!READ_ONLY.contains(name)) {
                gateway.add(name, value.deepCopy());
              }
            });
    JsonElement store = gateway.get("store_id");
    if (store == null || store.isJsonNull()) {
      gateway.add("store_id", new JsonPrimitive(""));
    }
  }

  private String now() {
    return TIMESTAMP.format(clock.instant());
  }

  private String internalId(String account, String id) {
    String seed = account + '/' + id + '/' + created.incrementAndGet();
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
