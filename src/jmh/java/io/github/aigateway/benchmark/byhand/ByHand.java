package io.github.aigateway.benchmark.byhand;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.github.aigateway.benchmark.Peer;
import io.github.aigateway.benchmark.plain.DateTimeAdapter;
import io.github.aigateway.benchmark.plain.Envelope;
import io.github.aigateway.benchmark.plain.Gateway;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What a good engineer writes with OkHttp and Gson: plain classes, one Gson, one client, the body
 * streamed.
 */
public final class ByHand implements Peer {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Type ONE = new TypeToken<Envelope<Gateway>>() {}.getType();
  private static final Type MANY = new TypeToken<Envelope<List<Gateway>>>() {}.getType();

  private final OkHttpClient client;
  private final Gson gson = DateTimeAdapter.gson();
  private final String gateways;
  private Gateway last;

  public ByHand(String url) {
    // As many at once to one host as this library allows; each keeps its connection.
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(64);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
            .build();
    gateways = url + "accounts/" + ACCOUNT + "/ai-gateway/gateways";
  }

  @Override
  public Gateway get() throws IOException {
    last = call(request("/" + ID).build(), ONE);
    return last;
  }

  @Override
  public List<Gateway> list() throws IOException {
    return call(request("?per_page=100").build(), MANY);
  }

  @Override
  public Gateway put() throws IOException {
    return call(request("/" + ID).put(RequestBody.create(gson.toJson(last), JSON)).build(), ONE);
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(gateways + path)
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json");
  }

  private <T> T call(Request request, Type type) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return read(response, type);
    }
  }

  private <T> T read(Response response, Type type) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("status " + response.code());
    }
    Envelope<T> envelope = gson.fromJson(response.body().charStream(), type);
    if (!envelope.success) {
      throw new IOException("no success");
    }
    return envelope.result;
  }

  @Override
  public CompletableFuture<Gateway> start() {
    CompletableFuture<Gateway> future = new CompletableFuture<>();
    client
        .newCall(request("/" + ID).build())
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException failure) {
                future.completeExceptionally(failure);
              }

              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  future.complete(read(response, ONE));
                } catch (IOException | RuntimeException failure) {
                  future.completeExceptionally(failure);
                }
              }
            });
    return future;
  }
}
