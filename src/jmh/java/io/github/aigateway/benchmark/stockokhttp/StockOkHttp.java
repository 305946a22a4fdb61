package io.github.aigateway.benchmark.stockokhttp;

import io.github.aigateway.benchmark.Peer;
import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.GatewaysApi;
import org.openapitools.client.model.UpdateGatewayRequest;

/** The stock output of the generator, library okhttp-gson, from our document. */
public final class StockOkHttp implements Peer {

  private final GatewaysApi api;
  private final UpdateGatewayRequest update;

  public StockOkHttp(String url) throws IOException {
    ApiClient client = new ApiClient();
    client.setBasePath(url.substring(0, url.length() - 1));
    client.setBearerToken(TOKEN);
    api = new GatewaysApi(client);
    update = UpdateGatewayRequest.fromJson(Peer.update());
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
