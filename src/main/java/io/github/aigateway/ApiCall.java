package io.github.aigateway;

import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.InterfaceCall;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A call of a Retrofit interface, made as the calls of {@link Gateways} are. GET and HEAD are
 * repeated after any temporary failure, PUT and DELETE too; POST, PATCH and other methods never,
 * unless the API certainly did not process the request; a body that can be read once only is never
 * sent twice. Each {@code execute}, {@code tryExecute} and {@code async} makes the call anew.
 * Immutable and thread-safe.
 *
 * @param <T> the type of the value; {@code Void} for a call without one, whose value is null
 * @see AiGatewayClient#call(retrofit2.Call)
 */
public final class ApiCall<T> {

  private final AiGatewayClient client;
  private final CallSettings settings;
  private final InterfaceCall<T> call;
  private final boolean requiresSuccess;

  ApiCall(
      AiGatewayClient client,
      CallSettings settings,
      InterfaceCall<T> call,
      boolean requiresSuccess) {
    this.client = client;
    this.settings = settings;
    this.call = call;
    this.requiresSuccess = requiresSuccess;
  }

  /**
   * The same call with other options: extra headers and query parameters, timeouts, retries.
   *
   * @throws IllegalArgumentException if the options name an account: it is part of the path
   */
  public ApiCall<T> with(RequestOptions options) {
    if (Objects.requireNonNull(options, "options").accountId() != null) {
      throw new IllegalArgumentException(
          "options must not name an account for this call: pass the account to the method of the"
              + " interface, since it is part of the path.");
    }
    return new ApiCall<>(client, options.appliedTo(settings), call, requiresSuccess);
  }

  /**
   * The same call, which fails if the response says {@code "success": false}, as responses of
   * Cloudflare's API do. The generated envelopes do so without this; in other JSON {@code success}
   * may mean anything. A response without {@code success} is fine.
   */
  public ApiCall<T> requireSuccess() {
    return new ApiCall<>(client, settings, call, true);
  }

  /**
   * Makes the call.
   *
   * @throws AiGatewayException if it fails
   * @throws IllegalStateException if the client is closed
   */
  public T execute() {
    return tryExecute().orElseThrow();
  }

  /**
   * Makes the call, as {@link #execute()} does, and returns the value or the failure.
   *
   * @throws IllegalStateException if the client is closed
   */
  public Result<T> tryExecute() {
    return client.caller(settings).execute(spec());
  }

  /**
   * Makes the call as a future; see {@link AsyncGateways}.
   *
   * @throws IllegalStateException if the client is closed
   */
  public CompletableFuture<T> async() {
    return client.caller(settings).enqueue(spec());
  }

  private CallSpec<T, T> spec() {
    return call.spec(client.retrofit(settings), requiresSuccess);
  }

  /** Returns the method, the path without its parameters, and the gateway. */
  @Override
  public String toString() {
    return "ApiCall{" + call.subject() + "}";
  }
}
