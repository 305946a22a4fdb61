package io.github.aigateway.benchmark.stocknative;

import io.github.aigateway.benchmark.Peer;
import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.GatewaysApi;
import org.openapitools.client.model.UpdateGatewayRequest;

/** The stock output of the generator, library native, from our document. */
public final class StockNative implements Peer {

  private final GatewaysApi api;
  private final UpdateGatewayRequest update;

  public StockNative(String url) throws IOException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(url.substring(0, url.length() - 1));
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + TOKEN));
    api = new GatewaysApi(client);
    update =
        ApiClient.createDefaultObjectMapper().readValue(Peer.update(), UpdateGatewayRequest.class);
  }

  @Override
  public Object get() throws Exception {
    return api.getGateway(ACCOUNT, ID).getResult();
  }

  @Override
  public Object list() throws Exception {
    return api.listGateways(ACCOUNT, null, 100, null).getResult();
  }

  @Override
  public Object put() throws Exception {
    return api.updateGateway(ACCOUNT, ID, update).getResult();
  }
}
