package io.github.aigateway.benchmark.retrofit;

import io.github.aigateway.benchmark.Peer;
import io.github.aigateway.benchmark.plain.DateTimeAdapter;
import io.github.aigateway.benchmark.plain.Envelope;
import io.github.aigateway.benchmark.plain.Gateway;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Retrofit with its own converter for Gson, on plain classes. */
public final class WithRetrofit implements Peer {

  private final Api api;
  private Gateway last;

  public WithRetrofit(String url) {
    // As many at once to one host as this library allows; each keeps its connection.
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(64);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Accept", "application/json")
                            .build()))
            .build();
    api =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(client)
            .addConverterFactory(GsonConverterFactory.create(DateTimeAdapter.gson()))
            .build()
            .create(Api.class);
  }

  @Override
  public Gateway get() throws IOException {
    last = result(api.get(ACCOUNT, ID).execute());
    return last;
  }

  @Override
  public List<Gateway> list() throws IOException {
    return result(api.list(ACCOUNT, 100).execute());
  }

  @Override
  public Gateway put() throws IOException {
    return result(api.put(ACCOUNT, ID, last).execute());
  }

  @Override
  public CompletableFuture<Gateway> start() {
    return api.getLater(ACCOUNT, ID).thenApply(envelope -> envelope.result);
  }

  private static <T> T result(Response<Envelope<T>> response) throws IOException {
    if (!response.isSuccessful() || !response.body().success) {
      throw new IOException("status " + response.code());
    }
    return response.body().result;
  }

  /** The calls. */
  interface Api {
    @GET("accounts/{account}/ai-gateway/gateways/{id}")
    CompletableFuture<Envelope<Gateway>> getLater(
        @Path("account") String account, @Path("id") String id);

    @GET("accounts/{account}/ai-gateway/gateways/{id}")
    Call<Envelope<Gateway>> get(@Path("account") String account, @Path("id") String id);

    @GET("accounts/{account}/ai-gateway/gateways")
    Call<Envelope<List<Gateway>>> list(
        @Path("account") String account, @Query("per_page") int perPage);

    @PUT("accounts/{account}/ai-gateway/gateways/{id}")
    Call<Envelope<Gateway>> put(
        @Path("account") String account, @Path("id") String id, @Body Gateway gateway);
  }
}
