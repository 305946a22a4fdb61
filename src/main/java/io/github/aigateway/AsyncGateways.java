package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations of {@link Gateways} as futures. Wrong arguments, a missing account and a closed
 * client are thrown from the call itself; the futures fail with an {@link AiGatewayException}.
 * Cancelling a future, or letting it time out, ends the HTTP call under it.
 *
 * <p>A future completes on a thread of the HTTP client: hand work that takes long or blocks to
 * another one, for example by {@link CompletableFuture#thenApplyAsync}. Immutable and thread-safe.
 */
public final class AsyncGateways {

  private final Operations operations;
  private final CallEngine engine;

  AsyncGateways(Operations operations, CallEngine engine) {
    this.operations = operations;
    this.engine = engine;
  }

  /** Creates a gateway, as {@link Gateways#create} does. */
  public CompletableFuture<Gateway> create(CreateGatewayRequest request) {
    return engine.enqueue(operations.create(request));
  }

  /** Lists the first page of the gateways, as {@link Gateways#list()} does. */
  public CompletableFuture<Page<Gateway>> list() {
    return list(ListGatewaysOptions.DEFAULT);
  }

  /** Lists one page of the gateways, as {@link Gateways#list(ListGatewaysOptions)} does. */
  public CompletableFuture<Page<Gateway>> list(ListGatewaysOptions options) {
    return engine.enqueue(operations.list(options));
  }

  /** Fetches a gateway, as {@link Gateways#get} does. */
  public CompletableFuture<Gateway> get(String id) {
    return engine.enqueue(operations.get(id));
  }

  /** Fetches a gateway if there is one, as {@link Gateways#find} does. */
  public CompletableFuture<Optional<Gateway>> find(String id) {
    return engine.enqueue(operations.find(id));
  }

  /** Replaces the settings of a gateway, as {@link Gateways#update} does. */
  public CompletableFuture<Gateway> update(String id, UpdateGatewayRequest request) {
    return engine.enqueue(operations.update(id, request));
  }

  /**
   * Changes some settings of a gateway, as {@link Gateways#edit} does. What {@code change} throws,
   * or the update refuses to be built with, fails the future.
   */
  public CompletableFuture<Gateway> edit(
      String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    Objects.requireNonNull(change, "change");
    return engine.enqueue(
        operations.get(id), fetched -> operations.update(id, Operations.edited(fetched, change)));
  }

  /** Deletes a gateway, as {@link Gateways#delete} does. */
  public CompletableFuture<Gateway> delete(String id) {
    return engine.enqueue(operations.delete(id));
  }

  /** The address at which a gateway serves a provider, as {@link Gateways#url} returns it. */
  public CompletableFuture<String> url(String id, String provider) {
    return engine.enqueue(operations.url(id, provider));
  }
}
