package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GatewayListResponse;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.model.GatewayUrlResponse;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of the API: checks the arguments, and describes the call. */
final class Operations {

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

  /** What a call is about; the gateway's id is null if it is about several. */
  Subject subject(String operation, @Nullable String gatewayId) {
    return new Subject(operation, accountId(), gatewayId);
  }

  CallSpec<GatewayResponse, Gateway> create(CreateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new CallSpec<>(
        subject("createGateway", request.hasId() ? request.getId() : null),
        api.createGateway(accountId(), request),
        Envelopes::of);
  }

  CallSpec<GatewayListResponse, Page<Gateway>> list(ListGatewaysOptions options) {
    Objects.requireNonNull(options, "options");
    return new CallSpec<>(
        subject("listGateways", null),
        api.listGateways(accountId(), options.query()),
        response -> Envelopes.of(response, options));
  }

  CallSpec<GatewayResponse, Gateway> get(String id) {
    return new CallSpec<>(
        subject("getGateway", Arguments.pathSegment(id, "id")),
        api.getGateway(accountId(), id),
        Envelopes::of);
  }

  CallSpec<GatewayResponse, Optional<Gateway>> find(String id) {
    return new CallSpec<>(
        subject("getGateway", Arguments.pathSegment(id, "id")),
        api.getGateway(accountId(), id),
        response -> Envelopes.of(response).map(Optional::of),
        refused ->
            ApiErrors.sayMissing(refused) ? Optional.of(Optional.empty()) : Optional.empty());
  }

  CallSpec<GatewayResponse, Gateway> update(String id, UpdateGatewayRequest request) {
    Objects.requireNonNull(request, "request");
    return new CallSpec<>(
        subject("updateGateway", Arguments.pathSegment(id, "id")),
        api.updateGateway(accountId(), id, request),
        Envelopes::of);
  }

  CallSpec<GatewayResponse, Gateway> delete(String id) {
    return new CallSpec<>(
        subject("deleteGateway", Arguments.pathSegment(id, "id")),
        api.deleteGateway(accountId(), id),
        Envelopes::of);
  }

  CallSpec<GatewayUrlResponse, String> url(String id, Provider provider) {
    Objects.requireNonNull(provider, "provider");
    return new CallSpec<>(
        subject("getGatewayUrl", Arguments.pathSegment(id, "id")),
        api.getGatewayUrl(accountId(), id, provider.value()),
        Envelopes::of);
  }
}
