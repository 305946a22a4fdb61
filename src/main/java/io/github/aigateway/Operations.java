package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Outcome.Refused;
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

/** The operations of the API: checks the arguments, and describes the call. */
final class Operations {

  /** The API's code for an id that no gateway has. */
  private static final long NO_SUCH_GATEWAY = 7002;

  private final GatewaysApi api;
  private final @Nullable String accountId;

  Operations(GatewaysApi api, @Nullable String accountId) {
    this.api = api;
    this.accountId = accountId;
  }

  /** Returns the account. Without one, throws an exception that says how to set it. */
  String accountId() {
    if (accountId == null) {
      throw new IllegalStateException(
          "There is no account: set accountId(…) on the client's builder or CLOUDFLARE_ACCOUNT_ID,"
              + " or use client.gateways(accountId).");
    }
    return accountId;
  }

  CallSpec<GatewayResponse, Gateway> create(CreateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new CallSpec<>("createGateway", api.createGateway(accountId(), request), Envelopes::of);
  }

  CallSpec<GatewayListResponse, Page<Gateway>> list(ListGatewaysOptions options) {
    Objects.requireNonNull(options, "options");
    return new CallSpec<>(
        "listGateways",
        api.listGateways(accountId(), options.query()),
        response -> Envelopes.of(response, options));
  }

  CallSpec<GatewayResponse, Gateway> get(String id) {
    return new CallSpec<>(
        "getGateway", api.getGateway(accountId(), Arguments.pathSegment(id, "id")), Envelopes::of);
  }

  CallSpec<GatewayResponse, Optional<Gateway>> find(String id) {
    return new CallSpec<>(
        "getGateway",
        api.getGateway(accountId(), Arguments.pathSegment(id, "id")),
        response -> Envelopes.of(response).map(Optional::of),
        Operations::noneIfMissing);
  }

  private static Optional<Optional<Gateway>> noneIfMissing(Refused<Optional<Gateway>> refused) {
    boolean missing =
        refused.evidence().status() == 404
            && ApiErrors.of(refused.errors()).stream()
                .anyMatch(error -> error.hasCode(NO_SUCH_GATEWAY));
    return missing ? Optional.of(Optional.empty()) : Optional.empty();
  }

  CallSpec<GatewayResponse, Gateway> update(String id, UpdateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new CallSpec<>(
        "updateGateway",
        api.updateGateway(accountId(), Arguments.pathSegment(id, "id"), request),
        Envelopes::of);
  }

  CallSpec<GatewayResponse, Gateway> delete(String id) {
    return new CallSpec<>(
        "deleteGateway",
        api.deleteGateway(accountId(), Arguments.pathSegment(id, "id")),
        Envelopes::of);
  }

  CallSpec<GatewayUrlResponse, String> url(String id, String provider) {
    return new CallSpec<>(
        "getGatewayUrl",
        api.getGatewayUrl(
            accountId(),
            Arguments.pathSegment(id, "id"),
            Arguments.pathSegment(provider, "provider")),
        Envelopes::of);
  }

  /** The update that changes some settings and keeps all others. */
  static UpdateGatewayRequest edited(
      Gateway fetched, Consumer<? super UpdateGatewayRequest.Builder> change) {
    UpdateGatewayRequest.Builder update = UpdateGatewayRequest.from(fetched);
    change.accept(update);
    return update.build();
  }
}
