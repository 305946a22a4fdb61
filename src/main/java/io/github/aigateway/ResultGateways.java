package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The operations of {@link Gateways} that return a {@link Result}. */
abstract class ResultGateways {

  final Operations operations;
  final Caller caller;

  ResultGateways(Operations operations, Caller caller) {
    this.operations = operations;
    this.caller = caller;
  }

  /**
   * Creates a gateway, as {@link Gateways#create Gateways.create} does.
   *
   * <pre>{@code gateways.tryCreate(wanted).isOk()}</pre>
   */
  public Result<Gateway> tryCreate(CreateGatewayRequest request) {
    return caller.execute(operations.create(request));
  }

  /**
   * Makes sure that there is a gateway with these settings, as {@link Gateways#ensure
   * Gateways.ensure} does.
   *
   * <pre>{@code gateways.tryEnsure(wanted).map(Ensured::change)}</pre>
   */
  public Result<Ensured> tryEnsure(CreateGatewayRequest request) {
    return caller.execute(Ensuring.plan(operations, request));
  }

  /**
   * Lists the first page of the gateways, as {@link Gateways#list()} does.
   *
   * <pre>{@code gateways.tryList().map(Page::items)}</pre>
   */
  public Result<Page<Gateway>> tryList() {
    return tryList(ListGatewaysOptions.DEFAULT);
  }

  /**
   * Lists one page of the gateways, as {@link Gateways#list(ListGatewaysOptions)} does.
   *
   * <pre>{@code gateways.tryList(options).map(Page::items)}</pre>
   */
  public Result<Page<Gateway>> tryList(ListGatewaysOptions options) {
    return caller.execute(operations.list(options));
  }

  /**
   * Fetches a gateway, as {@link Gateways#get Gateways.get} does.
   *
   * <pre>{@code gateways.tryGet("my-gateway").toOptional()}</pre>
   */
  public Result<Gateway> tryGet(String id) {
    return caller.execute(operations.get(id));
  }

  /**
   * Fetches a gateway if there is one, as {@link Gateways#find Gateways.find} does.
   *
   * <pre>{@code gateways.tryFind("my-gateway").map(Optional::isPresent)}</pre>
   */
  public Result<Optional<Gateway>> tryFind(String id) {
    return caller.execute(operations.find(id));
  }

  /**
   * Replaces the settings of a gateway, as {@link Gateways#update Gateways.update} does.
   *
   * <pre>{@code gateways.tryUpdate("my-gateway", request).isOk()}</pre>
   */
  public Result<Gateway> tryUpdate(String id, UpdateGatewayRequest request) {
    return caller.execute(operations.update(id, request));
  }

  /**
   * Changes some settings of a gateway, as {@link Gateways#edit(String, Consumer)} does.
   *
   * <pre>{@code gateways.tryEdit("my-gateway", update -> update.cacheTtl(60))}</pre>
   */
  public Result<Gateway> tryEdit(String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    return caller.execute(Editing.plan(operations, id, change));
  }

  /**
   * Changes some settings of a gateway, as {@link Gateways#edit(String, BiConsumer)} does.
   *
   * <pre>{@code gateways.tryEdit("my-gateway", (gateway, update) -> update.cacheTtl(60))}</pre>
   */
  public Result<Gateway> tryEdit(
      String id, BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    return caller.execute(Editing.plan(operations, id, change));
  }

  /**
   * Deletes a gateway, as {@link Gateways#delete Gateways.delete} does.
   *
   * <pre>{@code gateways.tryDelete("my-gateway").isOk()}</pre>
   */
  public Result<Gateway> tryDelete(String id) {
    return caller.execute(operations.delete(id));
  }

  /**
   * The address at which a gateway serves a provider, as {@link Gateways#url(String, Provider)}
   * does.
   *
   * <pre>{@code gateways.tryUrl("my-gateway", Provider.OPENAI).orElseThrow()}</pre>
   */
  public Result<String> tryUrl(String id, Provider provider) {
    return caller.execute(operations.url(id, provider));
  }

  /**
   * The same for the name of a provider, as {@link Gateways#url(String, String)} takes it.
   *
   * <pre>{@code gateways.tryUrl("my-gateway", "openai").orElseThrow()}</pre>
   */
  public Result<String> tryUrl(String id, String provider) {
    return tryUrl(id, Provider.of(provider));
  }
}
