package io.github.aigateway.readme;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.aigateway.AiGatewayClient;
import java.util.List;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The snippet on endpoints that the client has no method for; {@link AnyEndpointTest} runs it. */
final class AnyEndpoint {

  private AnyEndpoint() {}

  static void logs(AiGatewayClient client, String accountId, List<String> lines) {
    // [logs]
    interface LogsApi {
      @GET("accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs")
      Call<JsonObject> list(
          @Path("account_id") String accountId,
          @Path("gateway_id") String gatewayId,
          @Query("per_page") int perPage);
    }

    LogsApi logs = client.create(LogsApi.class);
    JsonObject page =
        client.call(logs.list(accountId, "my-gateway", 10)).requireSuccess().execute();
    for (JsonElement log : page.getAsJsonArray("result")) {
      lines.add(log.getAsJsonObject().get("model").getAsString());
    }
    // [/logs]
  }
}
