package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Talks to a fake without the library: OkHttp that repeats nothing, and JSON. */
final class FakeAiGatewayCaller implements AutoCloseable {
  private final FakeAiGateway fake;
  private final OkHttpClient client;
  private final Headers credentials;

  FakeAiGatewayCaller(FakeAiGateway fake) {
    this(fake, Duration.ofSeconds(10));
  }

  FakeAiGatewayCaller(FakeAiGateway fake, Duration readTimeout) {
    this(fake, readTimeout, Headers.of("Authorization", "Bearer " + fake.apiToken()));
  }

  FakeAiGatewayCaller(FakeAiGateway fake, Headers credentials) {
    this(fake, Duration.ofSeconds(10), credentials);
  }

  private FakeAiGatewayCaller(FakeAiGateway fake, Duration readTimeout, Headers credentials) {
    this.fake = fake;
    this.credentials = credentials;
    this.client =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .readTimeout(readTimeout)
            .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
            .build();
  }

  /** A response, read to its end. */
  record Reply(int status, Headers headers, String text) {
    JsonObject json() {
      return JsonParser.parseString(text).getAsJsonObject();
    }

    JsonElement result() {
      return json().get("result");
    }

    JsonObject gateway() {
      return result().getAsJsonObject();
    }

    JsonArray errors() {
      return json().getAsJsonArray("errors");
    }

    JsonObject error() {
      return errors().get(0).getAsJsonObject();
    }

    int code() {
      return error().get("code").getAsInt();
    }

    String path() {
      return error().get("path").toString();
    }

    String message() {
      return error().get("message").getAsString();
    }
  }

  static JsonObject gateway(String id) {
    JsonObject gateway = settings();
    gateway.addProperty("id", id);
    return gateway;
  }

  static JsonObject settings() {
    JsonObject settings = new JsonObject();
    settings.addProperty("cache_invalidate_on_update", true);
    settings.add("cache_ttl", JsonNull.INSTANCE);
    settings.addProperty("collect_logs", true);
    settings.addProperty("rate_limiting_interval", 0);
    settings.addProperty("rate_limiting_limit", 0);
    return settings;
  }

  Reply create(JsonObject gateway) throws IOException {
    return send("POST", "", gateway);
  }

  Reply create(String id) throws IOException {
    return create(gateway(id));
  }

  Reply get(String id) throws IOException {
    return send("GET", "/" + id, null);
  }

  Reply list(String query) throws IOException {
    return send("GET", query, null);
  }

  Reply update(String id, JsonObject body) throws IOException {
    return send("PUT", "/" + id, body);
  }

  Reply delete(String id) throws IOException {
    return send("DELETE", "/" + id, null);
  }

  /** Sends a request below the gateways of the fake's account. */
  Reply send(String method, String below, @Nullable JsonObject body) throws IOException {
    String path = "/accounts/" + fake.accountId() + "/ai-gateway/gateways" + below;
    // Without serialised nulls a required null would be lost: JsonObject.toString keeps them.
    return sendText(method, path, body == null ? null : body.toString());
  }

  Reply sendText(String method, String path, @Nullable String text) throws IOException {
    RequestBody body =
        text == null ? null : RequestBody.create(text, MediaType.get("application/json"));
    Request request =
        new Request.Builder()
            .url(fake.baseUrl() + path)
            .headers(credentials)
            .method(method, body)
            .build();
    try (Response response = client.newCall(request).execute()) {
      String received = Objects.requireNonNull(response.body()).string();
      return new Reply(response.code(), response.headers(), received);
    }
  }

  int connections() {
    return client.connectionPool().connectionCount();
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
