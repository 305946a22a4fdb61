package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.internal.call.CallEngine;
import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.call.Observer;
import io.github.aigateway.internal.http.HttpStack;
import io.github.aigateway.internal.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * A client for the Gateways API of Cloudflare's AI Gateway.
 *
 * <pre>{@code
 * try (AiGatewayClient client = AiGatewayClient.fromEnv()) {
 *   Gateway gateway = client.gateways().get("my-gateway");
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. Make one and share it: it keeps connections open for the next call.
 */
public final class AiGatewayClient implements AutoCloseable {

  private final HttpStack http;
  private final CallSettings settings;
  private final Clock clock;
  private final @Nullable Observer observer;
  private final @Nullable String accountId;
  private final Retrofit retrofit;
  private final GatewaysApi api;

  AiGatewayClient(
      HttpStack http,
      CallSettings settings,
      Clock clock,
      @Nullable Observer observer,
      @Nullable String accountId) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.observer = observer;
    this.accountId = accountId;
    this.retrofit = http.with(settings.request());
    this.api = retrofit.create(GatewaysApi.class);
  }

  /** Starts a builder. What is not set comes from the environment, or has a default. */
  public static AiGatewayClientBuilder builder() {
    return new AiGatewayClientBuilder();
  }

  /**
   * Makes a client from the environment alone: {@code CLOUDFLARE_API_TOKEN}, or {@code
   * CLOUDFLARE_API_KEY} with {@code CLOUDFLARE_EMAIL}; {@code CLOUDFLARE_ACCOUNT_ID}; {@code
   * CLOUDFLARE_BASE_URL}.
   *
   * @throws IllegalStateException if there are no credentials, half of them, or two kinds
   */
  public static AiGatewayClient fromEnv() {
    return builder().build();
  }

  /**
   * The gateways of the account that the client was made for.
   *
   * <p>If it was made for none, every call throws an {@link IllegalStateException}.
   */
  public Gateways gateways() {
    return new Gateways(this, settings, accountId);
  }

  /**
   * The gateways of another account.
   *
   * @throws IllegalArgumentException if the id is blank, {@code .}, {@code ..}, has control
   *     characters or more than 64 characters
   */
  public Gateways gateways(String accountId) {
    return new Gateways(this, settings, Arguments.pathSegment(accountId, "accountId"));
  }

  /**
   * The generated Retrofit interface, the same as {@link #create create} of {@code
   * GatewaysApi.class}.
   *
   * @throws IllegalStateException if the client is closed
   */
  public GatewaysApi api() {
    return create(GatewaysApi.class);
  }

  /**
   * Makes an implementation of a Retrofit interface, for any endpoint of the API. Its paths are
   * relative to the base URL, such as {@code accounts/{account_id}/ai-gateway/gateways}; its types
   * are generated models, Gson's {@code JsonElement} and its subclasses, {@code Void} for no
   * result, or what {@link AiGatewayClientBuilder#addConverterFactory a converter} reads.
   *
   * <pre>{@code
   * interface LogsApi {
   *   @GET("accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs")
   *   Call<JsonObject> list(
   *       @Path("account_id") String accountId, @Path("gateway_id") String gatewayId);
   * }
   *
   * LogsApi logs = client.create(LogsApi.class);
   * JsonObject page = client.call(logs.list(accountId, "my-gateway")).execute();
   * }</pre>
   *
   * <p>A call that is made without {@link #call call} authenticates and identifies itself, and does
   * nothing more: it is not repeated, and has no time limit of the client's. {@link
   * io.github.aigateway.model.ErrorResponse} reads an error.
   *
   * @throws IllegalArgumentException if Retrofit refuses the interface
   * @throws IllegalStateException if the client is closed
   */
  public <A> A create(Class<A> type) {
    requireOpen();
    return http.bare().create(Objects.requireNonNull(type, "type"));
  }

  /**
   * Gives a call of {@link #create create} or {@link #api()} what the calls of {@link Gateways}
   * have: retries, time limits, typed failures, and three styles. Nothing is sent yet.
   *
   * @throws IllegalArgumentException if the call is not from this client, is streaming, or has a
   *     URL that is not below the base URL
   * @throws IllegalStateException if the client is closed
   */
  public <T> ApiCall<T> call(Call<T> call) {
    requireOpen();
    return new ApiCall<>(this, settings, http.call(Objects.requireNonNull(call, "call")), false);
  }

  private void requireOpen() {
    new CallEngine(settings, clock, observer).requireOpen();
  }

  /**
   * Ends all running calls and closes the connections that the client opened. A caller's {@code
   * OkHttpClient} stays open. Closing again does nothing.
   */
  @Override
  public void close() {
    clock.close();
  }

  /** The generated interface for calls that are made with these settings. */
  GatewaysApi api(CallSettings other) {
    Retrofit made = retrofit(other);
    return made == retrofit ? api : made.create(GatewaysApi.class);
  }

  /** A Retrofit for these settings. A new one parses the interfaces anew. */
  Retrofit retrofit(CallSettings other) {
    // Objects.equals sees first that it is one object. To compare records takes a new JVM 12 ms.
    boolean same = Objects.equals(other.request(), settings.request());
    return same ? retrofit : http.with(other.request());
  }

  Caller caller(CallSettings settings) {
    return new Caller(new CallEngine(settings, clock, observer));
  }

  /** Returns a text without credentials. */
  @Override
  public String toString() {
    return "AiGatewayClient{accountId=" + Objects.requireNonNullElse(accountId, "none") + "}";
  }
}
