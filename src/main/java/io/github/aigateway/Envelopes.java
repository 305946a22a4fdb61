package io.github.aigateway;

import io.github.aigateway.internal.http.Envelope;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GatewayListResponse;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.model.GatewayUrlResponse;

/** Reads the envelopes of the API's responses. */
final class Envelopes {

  private Envelopes() {}

  static Envelope<Gateway> of(GatewayResponse response) {
    return new Envelope<>(
        response.hasSuccess() ? response.getSuccess() : null,
        response.hasResult() ? response.getResult() : null);
  }

  static Envelope<String> of(GatewayUrlResponse response) {
    return new Envelope<>(
        response.hasSuccess() ? response.getSuccess() : null,
        response.hasResult() ? response.getResult() : null);
  }

  static Envelope<Page<Gateway>> of(GatewayListResponse response, ListGatewaysOptions options) {
    return new Envelope<>(
        response.hasSuccess() ? response.getSuccess() : null,
        response.hasResult()
            ? new Page<>(
                options,
                response.getResult(),
                response.hasResultInfo() ? response.getResultInfo() : null)
            : null);
  }
}
