package io.github.aigateway.benchmark.ours;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.ListGatewaysOptions;
import io.github.aigateway.benchmark.Peer;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.concurrent.CompletableFuture;

/** This library with its defaults, in the style that throws. */
public class Ours implements Peer {

  final Gateways gateways;
  private Gateway last;

  public Ours(String url) {
    gateways =
        AiGatewayClient.builder()
            .baseUrl(url)
            .apiToken(TOKEN)
            .accountId(ACCOUNT)
            .build()
            .gateways();
  }

  @Override
  public Object get() throws Exception {
    last = gateways.get(ID);
    return last;
  }

  @Override
  public Object list() throws Exception {
    return gateways.list(hundred());
  }

  @Override
  public Object put() throws Exception {
    return gateways.update(ID, update());
  }

  /** Made for each call, as most code does. */
  static ListGatewaysOptions hundred() {
    return ListGatewaysOptions.builder().perPage(100).build();
  }

  final UpdateGatewayRequest update() {
    return UpdateGatewayRequest.from(last).build();
  }

  @Override
  public CompletableFuture<Gateway> start() {
    return gateways.async().get(ID);
  }
}
