package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.internal.call.CallEngine;
import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.HttpStack;
import io.github.aigateway.internal.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String accountId;
  private final GatewaysApi api;

  AiGatewayClient(HttpStack http, CallSettings settings, Clock clock, @Nullable String accountId) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
    this.accountId = accountId;
    this.api = api(settings);
  }

  /** Starts a client. What is not set comes from the environment, or has a default. */
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
    return new Gateways(this, settings, api, accountId);
  }

  /**
   * The gateways of another account.
   *
   * @throws IllegalArgumentException if the id is blank, {@code .}, {@code ..}, has control
   *     characters or more than 64 characters
   */
  public Gateways gateways(String accountId) {
    return new Gateways(this, settings, api, Arguments.pathSegment(accountId, "accountId"));
  }

  /**
   * The bare generated Retrofit interface over the same HTTP client: its calls authenticate and
   * identify themselves, and nothing more. They are not repeated, the envelope is not opened and
   * arguments are not checked. {@link io.github.aigateway.model.ErrorResponse} reads an error.
   *
   * @throws IllegalStateException if the client is closed
   */
  public GatewaysApi api() {
    new CallEngine(settings, clock).requireOpen();
    return http.bare().create(GatewaysApi.class);
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
  GatewaysApi api(CallSettings settings) {
    return http.with(settings.request()).create(GatewaysApi.class);
  }

  Caller caller(CallSettings settings) {
    return new Caller(new CallEngine(settings, clock));
  }

  /** Returns a text without credentials. */
  @Override
  public String toString() {
    return "AiGatewayClient{accountId=" + Objects.requireNonNullElse(accountId, "none") + "}";
  }
}
