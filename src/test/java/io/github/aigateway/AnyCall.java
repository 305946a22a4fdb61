package io.github.aigateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.model.GatewayResponse;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.Header;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** Calls of an interface that is not ours. */
abstract class AnyCall extends AgainstFake {

  static final String LOGS = "accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs";

  final Things things = client.create(Things.class);

  /** Has the methods of another interface, as a user's may. */
  interface MoreThings {
    @GET("things")
    Call<JsonObject> inherited();
  }

  /** What a user may write. */
  interface Things extends MoreThings {
    @GET("things")
    Call<JsonObject> object();

    @GET("things")
    Call<JsonArray> array();

    @GET("things")
    Call<JsonPrimitive> primitive();

    @GET("things")
    Call<JsonElement> element();

    @GET("things")
    Call<GatewayResponse> model();

    @GET("things")
    Call<List<JsonObject>> list();

    @GET("things")
    Call<Map<String, Long>> map();

    @GET("things")
    Call<String> text();

    @GET("things")
    Call<ResponseBody> bytes();

    @GET("things")
    Call<Void> nothing();

    @GET("accounts/{account_id}/ai-gateway/gateways/{gateway_id}")
    Call<Void> exists(@Path("account_id") String account, @Path("gateway_id") String gateway);

    @HEAD("things")
    Call<Void> head();

    @HTTP(method = "HEAD", path = "things")
    Call<Void> headByName();

    @OPTIONS("things")
    Call<JsonObject> options();

    @POST("things")
    Call<JsonObject> post(@Body JsonObject body);

    @PATCH("things")
    Call<JsonObject> patch(@Body JsonObject body);

    @PUT("things")
    Call<JsonObject> put(@Body JsonObject body);

    @PUT("things")
    Call<JsonObject> putRaw(@Body RequestBody body);

    @DELETE("things")
    Call<JsonObject> delete();

    @HTTP(method = "DELETE", path = "things", hasBody = true)
    Call<JsonObject> deleteWith(@Body JsonObject body);

    @GET
    Call<JsonObject> at(@Url @Nullable String url);

    @GET(LOGS + "?per_page=1")
    Call<JsonObject> logs(
        @Path("account_id") @Nullable String account, @Path("gateway_id") String gateway);

    @GET("/client/v4/accounts/{account_id}/gateways/{gateway_id}")
    Call<JsonObject> fromTheRoot(
        @Path("account_id") String account, @Path("gateway_id") String gateway);

    @GET("accounts/{account_id}/gateways/{gateway_id}/{rest}")
    Call<JsonObject> encoded(
        @Path("account_id") String account,
        @Path("gateway_id") String gateway,
        @Path(value = "rest", encoded = true) String rest);

    @GET("accounts/a{account_id}/gateways/all")
    Call<JsonObject> literal(@Path("account_id") String account);

    @GET("{path}")
    Call<JsonObject> wherever(@Path(value = "path", encoded = true) String path);

    @GET("things")
    Call<JsonObject> accepting(@Header("Accept") String type, @Query("q") String query);

    @Streaming
    @GET("things")
    Call<ResponseBody> stream();
  }

  /** Makes a call in a style; null is the value of a call without one. */
  static <T> @Nullable T made(Style style, ApiCall<T> call) {
    return style.call(call::execute, call::tryExecute, call::async);
  }

  final <T> @Nullable T made(Style style, Call<T> call) {
    return made(style, client.call(call));
  }

  static JsonObject json(String name, Number value) {
    JsonObject json = new JsonObject();
    json.addProperty(name, value);
    return json;
  }
}
