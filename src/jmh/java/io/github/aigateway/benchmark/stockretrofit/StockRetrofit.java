package io.github.aigateway.benchmark.stockretrofit;

import io.github.aigateway.benchmark.Peer;
import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.JSON;
import org.openapitools.client.api.GatewaysApi;
import org.openapitools.client.model.UpdateGatewayRequest;

/** The stock output of the generator, library retrofit2, from our document. */
public final class StockRetrofit implements Peer {

  private final GatewaysApi api;
  private final UpdateGatewayRequest update;

  public StockRetrofit(String url) throws IOException {
    ApiClient client = new ApiClient("bearerToken");
    client.setBearerToken(TOKEN);
    client.getAdapterBuilder().baseUrl(url);
    api = client.createService(GatewaysApi.class);
    update = new JSON().getGson().fromJson(Peer.update(), UpdateGatewayRequest.class);
  }

  @Override
  public Object get() throws Exception {
    return api.getGateway(ACCOUNT, ID).execute().body().getResult();
  }

  @Override
  public Object list() throws Exception {
    return api.listGateways(ACCOUNT, null, 100, null).execute().body().getResult();
  }

  @Override
  public Object put() throws Exception {
    return api.updateGateway(ACCOUNT, ID, update).execute().body().getResult();
  }
}
