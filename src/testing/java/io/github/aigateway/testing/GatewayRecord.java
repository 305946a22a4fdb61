package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the stored gateway out of a body: what was sent, and what only the server writes. */
final class GatewayRecord {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final GatewayRules rules;
  private final Clock clock;
  private final AtomicLong made = new AtomicLong();

  GatewayRecord(GatewayRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  JsonObject created(String account, JsonObject body) {
    JsonObject gateway = new JsonObject();
    JsonElement id = body.get("id");
    String now = now();
    gateway.add("id", id);
    gateway.addProperty("account_id", account);
    gateway.addProperty("account_tag", account);
    gateway.addProperty("internal_id", madeUpId(account + '/' + id.getAsString()));
    gateway.addProperty("is_default", id.getAsString().equals("default"));
    gateway.addProperty("created_at", now);
    gateway.addProperty("modified_at", now);
    addWritable(gateway, body, rules.schemaOfCreate());
    return gateway;
  }

  /** Replaces all that a client may write; of the stored gateway the rest remains. */
  JsonObject updated(JsonObject stored, JsonObject body) {
    JsonObject gateway = new JsonObject();
    rules
        .schemaOfGateway()
        .properties()
        .forEach(
            (name, member) -> {
              if (member.is("readOnly") && stored.has(name)) {
                gateway.add(name, stored.get(name));
              }
            });
    gateway.addProperty("modified_at", now());
    addWritable(gateway, body, rules.schemaOfUpdate());
    return gateway;
  }

  /** Adds what was sent; of a member that only the server writes it has no effect. */
  private void addWritable(JsonObject gateway, JsonObject body, Schema schema) {
    Map<String, Schema> read = rules.schemaOfGateway().properties();
    body.asMap()
        .forEach(
            (name, value) -> {
              Schema member = read.get(name);
              if (member == null || !member.is("readOnly")) {
                gateway.add(name, value.deepCopy());
              }
            });
    SchemaDefaults.fillIn(schema, gateway);
    addBesidesTheDocument(gateway);
  }

  /** What the API was seen to do, and the document can not say. */
  private void addBesidesTheDocument(JsonObject gateway) {
    if (gateway.get("cache_ttl") instanceof JsonNull) {
      gateway.addProperty("cache_ttl", 0);
    }
    if (!gateway.has("store_id") || gateway.get("store_id").isJsonNull()) {
      gateway.addProperty("store_id", "");
    }
    if (gateway.get("spend_limits") instanceof JsonObject limits
        && limits.get("rules") instanceof JsonArray rules) {
      for (JsonElement each : rules) {
        if (each instanceof JsonObject rule && !rule.has("id")) {
          rule.addProperty("id", madeUpId("rule"));
        }
      }
    }
  }

  private String now() {
    return TIMESTAMP.format(clock.instant());
  }

  /** An id that looks like any other, and is the same whenever the same is done. */
  private String madeUpId(String of) {
    String seed = of + '/' + made.incrementAndGet();
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
