package io.github.aigateway.benchmark.plain;

import com.google.gson.annotations.SerializedName;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A gateway as a plain class, which the JSON library fills by reflection. */
public final class Gateway {
  public String id;

  @SerializedName("account_id")
  public String accountId;

  @SerializedName("account_tag")
  public String accountTag;

  @SerializedName("internal_id")
  public String internalId;

  @SerializedName("created_at")
  public OffsetDateTime createdAt;

  @SerializedName("modified_at")
  public OffsetDateTime modifiedAt;

  @SerializedName("is_default")
  public Boolean isDefault;

  public Boolean authentication;

  @SerializedName("cache_invalidate_on_update")
  public Boolean cacheInvalidateOnUpdate;

  @SerializedName("cache_ttl")
  public Long cacheTtl;

  @SerializedName("collect_logs")
  public Boolean collectLogs;

  @SerializedName("log_management")
  public Long logManagement;

  @SerializedName("log_management_strategy")
  public LogManagementStrategy logManagementStrategy;

  public Boolean logpush;

  @SerializedName("logpush_public_key")
  public String logpushPublicKey;

  @SerializedName("rate_limiting_interval")
  public Long rateLimitingInterval;

  @SerializedName("rate_limiting_limit")
  public Long rateLimitingLimit;

  @SerializedName("rate_limiting_technique")
  public RateLimitingTechnique rateLimitingTechnique;

  @SerializedName("store_id")
  public String storeId;

  public Boolean zdr;
  public Dlp dlp;
  public List<Otel> otel;
  public Stripe stripe;

  @SerializedName("byok_only")
  public Boolean byokOnly;

  public Guardrails guardrails;

  @SerializedName("log_classification")
  public Boolean logClassification;

  @SerializedName("retry_max_attempts")
  public Integer retryMaxAttempts;

  @SerializedName("retry_delay")
  public Integer retryDelay;

  @SerializedName("retry_backoff")
  public String retryBackoff;

  @SerializedName("spend_limits")
  public SpendLimits spendLimits;

  @SerializedName("workers_ai_billing_mode")
  public String workersAiBillingMode;

  public enum LogManagementStrategy {
    STOP_INSERTING,
    DELETE_OLDEST
  }

  public enum RateLimitingTechnique {
    @SerializedName("fixed")
    FIXED,
    @SerializedName("sliding")
    SLIDING
  }

  public static final class Dlp {
    public String action;
    public Boolean enabled;
    public List<String> profiles;
    public List<Policy> policies;
  }

  public static final class Policy {
    public String id;
    public String action;
    public List<String> check;
    public Boolean enabled;
    public List<String> profiles;
  }

  public static final class Otel {
    public String url;
    public Map<String, String> headers;
    public String authorization;

    @SerializedName("content_type")
    public String contentType;
  }

  public static final class Stripe {
    public String authorization;

    @SerializedName("usage_events")
    public List<UsageEvent> usageEvents;
  }

  public static final class UsageEvent {
    public String payload;
  }

  public static final class Guardrails {
    public Map<String, GuardrailAction> prompt;
    public Map<String, GuardrailAction> response;
  }

  public enum GuardrailAction {
    FLAG,
    BLOCK
  }

  public static final class SpendLimits {
    public Boolean enabled;
    public List<Rule> rules;
  }

  public static final class Rule {
    public String id;
    public Boolean enabled;
    public BigDecimal limit;
    public String limitType;
    public Long window;
    public String technique;
    public Filter model;
    public Filter provider;
    public Map<String, Filter> metadata;
  }

  public static final class Filter {
    public String mode;
    public List<String> values;
  }
}
