package io.github.aigateway;

import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.RequestSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options for some calls of a client, for {@link Gateways#with(RequestOptions)}. What is not set
 * stays as it is. Immutable.
 */
public final class RequestOptions {

  private final @Nullable String accountId;
  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final @Nullable Duration connectTimeout;
  private final @Nullable Duration attemptTimeout;
  private final @Nullable Duration callTimeout;
  private final @Nullable Integer maxRetries;

  private RequestOptions(Builder builder) {
    this.accountId = builder.accountId;
    this.headers = Map.copyOf(builder.headers);
    this.query = Map.copyOf(builder.query);
    this.connectTimeout = builder.connectTimeout;
    this.attemptTimeout = builder.attemptTimeout;
    this.callTimeout = builder.callTimeout;
    this.maxRetries = builder.maxRetries;
  }

  /** Starts with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  @Nullable String accountId() {
    return accountId;
  }

  CallSettings appliedTo(CallSettings settings) {
    RequestSettings request = settings.request();
    return new CallSettings(
        new RequestSettings(
            connectTimeout == null ? request.connectTimeout() : connectTimeout,
            mergedHeaders(request.headers()),
            mergedQuery(request.query())),
        attemptTimeout == null ? settings.attemptTimeout() : attemptTimeout,
        callTimeout == null ? settings.callTimeout() : callTimeout,
        maxRetries == null ? settings.maxRetries() : maxRetries,
        settings.maxRetryAfter());
  }

  private Map<String, String> mergedHeaders(Map<String, String> base) {
    Map<String, String> merged = new LinkedHashMap<>(base);
    headers.forEach((name, value) -> putHeader(merged, name, value));
    return Map.copyOf(merged);
  }

  /** Replaces a header of the same name: in HTTP, upper and lower case are the same. */
  private static void putHeader(Map<String, String> headers, String name, String value) {
    headers.keySet().removeIf(name::equalsIgnoreCase);
    headers.put(name, value);
  }

  private Map<String, String> mergedQuery(Map<String, String> base) {
    Map<String, String> merged = new LinkedHashMap<>(base);
    merged.putAll(query);
    return Map.copyOf(merged);
  }

  /** Prints an account and settings, without values of headers and query. */
  static String printed(@Nullable String accountId, CallSettings settings) {
    Builder all = new Builder();
    all.accountId = accountId;
    all.headers.putAll(settings.request().headers());
    all.query.putAll(settings.request().query());
    all.connectTimeout = settings.request().connectTimeout();
    all.attemptTimeout = settings.attemptTimeout();
    all.callTimeout = settings.callTimeout();
    all.maxRetries = settings.maxRetries();
    return new RequestOptions(all).printed();
  }

  private String printed() {
    return "{accountId="
        + accountId
        + ", headers="
        + headers.keySet()
        + ", query="
        + query.keySet()
        + ", connectTimeout="
        + connectTimeout
        + ", attemptTimeout="
        + attemptTimeout
        + ", callTimeout="
        + callTimeout
        + ", maxRetries="
        + maxRetries
        + "}";
  }

  /** Returns headers and query without values, which may be secrets. */
  @Override
  public String toString() {
    return "RequestOptions" + printed();
  }

  /** Collects options; throws a {@link NullPointerException} for null. Not thread-safe. */
  public static final class Builder {
    private @Nullable String accountId;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private @Nullable Duration connectTimeout;
    private @Nullable Duration attemptTimeout;
    private @Nullable Duration callTimeout;
    private @Nullable Integer maxRetries;

    private Builder() {}

    /**
     * The account of the gateways.
     *
     * @throws IllegalArgumentException if it is blank, {@code .}, {@code ..} or longer than 64
     *     characters
     */
    public Builder accountId(String accountId) {
      this.accountId = Arguments.pathSegment(accountId, "accountId");
      return this;
    }

    /**
     * A header to send. It replaces a header of the same name, in upper or lower case, of these
     * options or of earlier ones.
     *
     * @throws IllegalArgumentException if HTTP does not allow the name or the value, or if the
     *     header is for a proxy or set by the client itself, such as {@code Authorization} or
     *     {@code Host}
     */
    public Builder header(String name, String value) {
      putHeader(headers, Arguments.headerName(name), Arguments.headerValue(value, name));
      return this;
    }

    /**
     * A query parameter to send. It replaces one of exactly the same name.
     *
     * @throws IllegalArgumentException if the name is blank, or there are control characters
     */
    public Builder query(String name, String value) {
      if (Arguments.wellFormed(name, "name").isBlank()) {
        throw new IllegalArgumentException(
            "The name of a query parameter must not be blank, but is '" + name + "'.");
      }
      query.put(name, Arguments.queryValue(value, name));
      return this;
    }

    /**
     * The time to make a TCP connection, without TLS, for each address of the host.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder connectTimeout(Duration connectTimeout) {
      this.connectTimeout = Arguments.positive(connectTimeout, "connectTimeout");
      return this;
    }

    /**
     * The time for one attempt, from connecting to the last byte of the response.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder attemptTimeout(Duration attemptTimeout) {
      this.attemptTimeout = Arguments.positive(attemptTimeout, "attemptTimeout");
      return this;
    }

    /**
     * The time for the call with all its attempts and the waits between them.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = Arguments.positive(callTimeout, "callTimeout");
      return this;
    }

    /**
     * How many retries each request of a call has at most, from 0 to 10.
     *
     * @throws IllegalArgumentException if it is less than 0 or more than 10
     */
    public Builder maxRetries(int maxRetries) {
      this.maxRetries = Arguments.between(maxRetries, 0, 10, "maxRetries");
      return this;
    }

    /** Makes the options. */
    public RequestOptions build() {
      return new RequestOptions(this);
    }
  }
}
