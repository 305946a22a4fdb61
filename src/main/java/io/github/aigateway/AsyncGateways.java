package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The operations of {@link Gateways} as futures. As there, the method itself throws a {@link
 * NullPointerException}, {@link IllegalArgumentException} or {@link IllegalStateException}, before
 * anything is sent. The futures fail with an {@link AiGatewayException}. If a future is cancelled
 * or times out, its HTTP call ends.
 *
 * <p>A future completes on a thread of the HTTP client or of the library. Long or blocking work
 * there delays no time limit, but occupies the thread: hand it to another one, for example by
 * {@link CompletableFuture#thenApplyAsync thenApplyAsync}. If a call throws an {@link Error}, the
 * future fails with it. Immutable and thread-safe.
 */
public final class AsyncGateways {

  private final Gateways gateways;
  private final Operations operations;
  private final Caller caller;

  AsyncGateways(Gateways gateways, Operations operations, Caller caller) {
    this.gateways = gateways;
    this.operations = operations;
    this.caller = caller;
  }

  /**
   * Creates a gateway, as {@link Gateways#create Gateways.create} does.
   *
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Gateway> create(CreateGatewayRequest request) {
    return caller.enqueue(operations.create(request));
  }

  /**
   * Makes sure that there is a gateway with these settings, as {@link Gateways#ensure
   * Gateways.ensure} does.
   *
   * @throws IllegalArgumentException if the request has no valid id
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Ensured> ensure(CreateGatewayRequest request) {
    return caller.enqueue(Ensuring.plan(operations, request));
  }

  /**
   * Lists the first page of the gateways, as {@link Gateways#list()} does.
   *
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Page<Gateway>> list() {
    return list(ListGatewaysOptions.DEFAULT);
  }

  /**
   * Lists one page of the gateways, as {@link Gateways#list(ListGatewaysOptions)} does.
   *
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Page<Gateway>> list(ListGatewaysOptions options) {
    return caller.enqueue(operations.list(options));
  }

  /**
   * Fetches a gateway, as {@link Gateways#get Gateways.get} does.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Gateway> get(String id) {
    return caller.enqueue(operations.get(id));
  }

  /**
   * Fetches a gateway if there is one, as {@link Gateways#find Gateways.find} does.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Optional<Gateway>> find(String id) {
    return caller.enqueue(operations.find(id));
  }

  /**
   * Replaces the settings of a gateway, as {@link Gateways#update Gateways.update} does.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Gateway> update(String id, UpdateGatewayRequest request) {
    return caller.enqueue(operations.update(id, request));
  }

  /**
   * Changes some settings of a gateway, as {@link Gateways#edit(String, Consumer) Gateways.edit}
   * does. If {@code change} throws, or a changed setting is not allowed, the future fails with that
   * exception. If {@code change} takes longer than the call timeout, or the client is closed
   * meanwhile, the future fails and nothing is sent back.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Gateway> edit(
      String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    return caller.enqueue(Editing.plan(operations, id, change));
  }

  /**
   * Changes some settings of a gateway, as {@link #edit(String, Consumer)} does; {@code change}
   * gets the gateway as it is, too.
   */
  public CompletableFuture<Gateway> edit(
      String id, BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    return caller.enqueue(Editing.plan(operations, id, change));
  }

  /**
   * Deletes a gateway, as {@link Gateways#delete Gateways.delete} does.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<Gateway> delete(String id) {
    return caller.enqueue(operations.delete(id));
  }

  /**
   * The address at which a gateway serves a provider, as {@link Gateways#url(String, Provider)}
   * returns it.
   *
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<String> url(String id, Provider provider) {
    return caller.enqueue(operations.url(id, provider));
  }

  /**
   * The same for the name of a provider, as {@link Provider#of} takes it.
   *
   * @throws IllegalArgumentException if the id or the provider is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public CompletableFuture<String> url(String id, String provider) {
    return url(id, Provider.of(provider));
  }

  /** Returns what {@link Gateways#toString()} does. */
  @Override
  public String toString() {
    return "Async" + gateways;
  }
}
