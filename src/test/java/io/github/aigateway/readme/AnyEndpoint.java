package io.github.aigateway.readme;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.RequestOptions;
import io.github.aigateway.Result;
import java.time.Duration;
import java.util.List;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
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

  static Result<JsonObject> rate(AiGatewayClient client, String accountId, String logId) {
    // [rate-log]
    interface LogApi {
      @PATCH("accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs/{id}")
      Call<JsonObject> change(
          @Path("account_id") String accountId,
          @Path("gateway_id") String gatewayId,
          @Path("id") String logId,
          @Body JsonObject change);
    }

    JsonObject change = new JsonObject();
    change.addProperty("score", 90);
    LogApi log = client.create(LogApi.class);
    Result<JsonObject> result =
        client
            .call(log.change(accountId, "my-gateway", logId, change))
            .with(RequestOptions.builder().callTimeout(Duration.ofSeconds(5)).build())
            .requireSuccess()
            .tryExecute();
    // [/rate-log]
    return result;
  }
}
