package io.github.aigateway.benchmark.floor;

import io.github.aigateway.benchmark.Peer;
import java.io.IOException;
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
 * Raw OkHttp: reads the bytes of the response, and makes nothing of them. What HTTP alone costs.
 */
public final class Floor implements Peer {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final String gateways;
  private final byte[] update;

  public Floor(String url) throws IOException {
    // As many at once to one host as this library allows; each keeps its connection.
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(64);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
            .build();
    gateways = url + "accounts/" + ACCOUNT + "/ai-gateway/gateways";
    update = get();
  }

  @Override
  public byte[] get() throws IOException {
    return bytes(request("/" + ID).build());
  }

  @Override
  public byte[] list() throws IOException {
    return bytes(request("?per_page=100").build());
  }

  @Override
  public byte[] put() throws IOException {
    return bytes(request("/" + ID).put(RequestBody.create(update, JSON)).build());
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(gateways + path)
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json");
  }

  private byte[] bytes(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public CompletableFuture<byte[]> start() {
    CompletableFuture<byte[]> future = new CompletableFuture<>();
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
                  future.complete(response.body().bytes());
                } catch (IOException failure) {
                  future.completeExceptionally(failure);
                }
              }
            });
    return future;
  }
}
