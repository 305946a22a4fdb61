package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the API asks of the bodies of create and update, field by field. */
final class GatewayRules {
  private static final Check SIZE = Check.integer(0, Long.MAX_VALUE).orNull();

  private static final ObjectCheck UPDATE = writable(new ObjectCheck());
  private static final ObjectCheck CREATE =
      writable(new ObjectCheck().required("id", Check.string(1, 64)));

  private GatewayRules() {}

  static List<Problem> problemsOfCreate(JsonElement body) {
    Findings findings = new Findings(Set.of());
    CREATE.test(body, FieldPath.BODY, findings);
    return findings.problems();
  }

  /** Checks an update; what equals the stored gateway's is accepted, except a refused null. */
  static List<Problem> problemsOfUpdate(JsonElement body, JsonObject stored) {
    Set<String> handedOut = new HashSet<>();
    collectStrings(stored, handedOut);
    Findings findings = new Findings(handedOut);
    if (body.isJsonObject()) {
      UPDATE.test(body.getAsJsonObject(), stored, FieldPath.BODY, findings);
    } else {
      findings.expected("object", body, FieldPath.BODY);
    }
    return findings.problems();
  }

  private static ObjectCheck writable(ObjectCheck check) {
    return check
        .required("cache_invalidate_on_update", Check.bool())
        .required("cache_ttl", SIZE)
        .required("collect_logs", Check.bool())
        .required("rate_limiting_interval", SIZE)
        .required("rate_limiting_limit", SIZE)
        .optional("rate_limiting_technique", Check.oneOf("fixed", "sliding").orNull())
        .optional("authentication", Check.bool())
        .optional("byok_only", Check.bool())
        .optional("dlp", dlp())
        .optional("guardrails", guardrails().orNull())
        .optional("log_classification", Check.bool())
        .optional("log_management", Check.integer(10_000, 10_000_000).orNull())
        .optional(
            "log_management_strategy", Check.oneOf("STOP_INSERTING", "DELETE_OLDEST").orNull())
        .optional("logpush", Check.bool())
        .optional("logpush_public_key", Check.string(16, 1024).orNull())
        .optional("otel", Check.listOf(otel()).orNull())
        .optional("retry_backoff", Check.oneOf("constant", "linear", "exponential").orNull())
        .optional("retry_delay", Check.integer(0, 60_000).orNull())
        .optional("retry_max_attempts", Check.integer(1, 5).orNull())
        .optional("spend_limits", spendLimits().orNull())
        .optional("store_id", Check.string().orNull())
        .optional("stripe", stripe().orNull())
        .optional("workers_ai_billing_mode", Check.oneOf("postpaid", "unified"))
        .optional("zdr", Check.bool());
  }

  private static Check dlp() {
    Check profiles = Check.listOf(Check.string());
    Check action = Check.oneOf("FLAG", "BLOCK");
    ObjectCheck policy =
        new ObjectCheck()
            .required("id", Check.string())
            .required("action", action)
            .required("check", Check.listOf(Check.oneOf("REQUEST", "RESPONSE")))
            .required("enabled", Check.bool())
            .required("profiles", profiles);
    ObjectCheck withAction =
        new ObjectCheck()
            .required("action", action)
            .required("enabled", Check.bool())
            .required("profiles", profiles);
    ObjectCheck withPolicies =
        new ObjectCheck()
            .required("enabled", Check.bool())
            .required("policies", Check.listOf(policy));
    Check union =
        (value, path, findings) -> {
          boolean policies = value.isJsonObject() && value.getAsJsonObject().has("policies");
          (policies ? withPolicies : withAction).test(value, path, findings);
        };
    // It may be read as null, so sending that back has to be right.
    return union.orNull();
  }

  private static Check guardrails() {
    Check action = Check.oneOf("FLAG", "BLOCK");
    ObjectCheck hazards = new ObjectCheck().optional("P1", action);
    IntStream.rangeClosed(1, 13).forEach(i -> hazards.optional("S" + i, action));
    return new ObjectCheck().required("prompt", hazards).required("response", hazards);
  }

  private static Check otel() {
    return new ObjectCheck()
        .required("url", url(Check.string(0, 2048)))
        .required("headers", Check.mapOf(Check.string()))
        .optional("authorization", Check.string(0, 256))
        .optional("content_type", Check.oneOf("json", "protobuf"));
  }

  private static Check stripe() {
    return new ObjectCheck()
        .required("authorization", Check.string())
        .required(
            "usage_events", Check.listOf(new ObjectCheck().required("payload", Check.string())));
  }

  private static Check spendLimits() {
    Check values = Check.listOf(Check.string());
    ObjectCheck filter =
        new ObjectCheck().required("mode", Check.oneOf("filter")).required("values", values);
    ObjectCheck partition = new ObjectCheck().required("mode", Check.oneOf("partition", "filter"));
    JsonPrimitive filterMode = new JsonPrimitive("filter");
    Check metadata =
        (value, path, findings) -> {
          boolean filters =
              value.isJsonObject() && filterMode.equals(value.getAsJsonObject().get("mode"));
          (filters ? filter : partition).test(value, path, findings);
        };
    ObjectCheck rule =
        new ObjectCheck()
            .required("limit", Check.positive())
            .required("limitType", Check.oneOf("cost"))
            .required("window", Check.positive())
            .optional("id", Check.string())
            .optional("enabled", Check.bool())
            .optional("technique", Check.oneOf("fixed", "sliding"))
            .optional("model", filter)
            .optional("provider", filter)
            .optional("metadata", Check.mapOf(metadata));
    return new ObjectCheck()
        .required("enabled", Check.bool())
        .required("rules", Check.listOf(rule));
  }

  private static Check url(Check first) {
    return (value, path, findings) -> {
      int before = findings.count();
      first.test(value, path, findings);
      if (findings.count() == before && !isUrl(value.getAsString())) {
        findings.add("Invalid url", path);
      }
    };
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void collectStrings(JsonElement element, Set<String> strings) {
    if (element.isJsonObject()) {
      element.getAsJsonObject().asMap().values().forEach(each -> collectStrings(each, strings));
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collectStrings(each, strings));
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      strings.add(element.getAsString());
    }
  }
}
