package io.github.aigateway;

import io.github.aigateway.Operation.Effect;
import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GatewayListResponse;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.model.GatewayUrlResponse;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operations of the API: checks the arguments, and says how each is called and opened. */
final class Operations {

  private final GatewaysApi api;
  private final @Nullable String accountId;

  Operations(GatewaysApi api, @Nullable String accountId) {
    this.api = api;
    this.accountId = accountId;
  }

  /** The account, or an exception that says how to name one. */
  String accountId() {
    if (accountId == null) {
      throw new IllegalStateException(
          "There is no account: set accountId(…) on the client's builder or CLOUDFLARE_ACCOUNT_ID,"
              + " or use client.gateways(accountId).");
    }
    return accountId;
  }

  Operation<GatewayResponse, Gateway> create(CreateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new Operation<>(
        "createGateway", Effect.CREATES, api.createGateway(accountId(), request), Envelope::of);
  }

  Operation<GatewayListResponse, Page<Gateway>> list(ListGatewaysOptions options) {
    Objects.requireNonNull(options, "options");
    return new Operation<>(
        "listGateways",
        Effect.READS,
        api.listGateways(
            accountId(), toLong(options.page()), toLong(options.perPage()), options.search()),
        answer -> Envelope.of(answer, options));
  }

  Operation<GatewayResponse, Gateway> get(String id) {
    return new Operation<>(
        "getGateway",
        Effect.READS,
        api.getGateway(accountId(), Arguments.pathSegment(id, "id")),
        Envelope::of);
  }

  Operation<GatewayResponse, Optional<Gateway>> find(String id) {
    return new Operation<>(
        "getGateway",
        Effect.READS,
        api.getGateway(accountId(), Arguments.pathSegment(id, "id")),
        answer -> Envelope.of(answer).map(Optional::of),
        Optional.empty());
  }

  Operation<GatewayResponse, Gateway> update(String id, UpdateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new Operation<>(
        "updateGateway",
        Effect.REPLACES,
        api.updateGateway(accountId(), Arguments.pathSegment(id, "id"), request),
        Envelope::of);
  }

  Operation<GatewayResponse, Gateway> delete(String id) {
    return new Operation<>(
        "deleteGateway",
        Effect.REPLACES,
        api.deleteGateway(accountId(), Arguments.pathSegment(id, "id")),
        Envelope::of);
  }

  Operation<GatewayUrlResponse, String> url(String id, String provider) {
    return new Operation<>(
        "getGatewayUrl",
        Effect.READS,
        api.getGatewayUrl(
            accountId(),
            Arguments.pathSegment(id, "id"),
            Arguments.pathSegment(provider, "provider")),
        Envelope::of);
  }

  /** The update that sends a gateway back with some settings changed. */
  static UpdateGatewayRequest edited(
      Gateway fetched, Consumer<? super UpdateGatewayRequest.Builder> change) {
    UpdateGatewayRequest.Builder update = UpdateGatewayRequest.from(fetched);
    change.accept(update);
    return update.build();
  }

  private static @Nullable Long toLong(@Nullable Integer value) {
    return value == null ? null : Long.valueOf(value);
  }
}
