package io.github.aigateway;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Many calls of one client, which nobody ends from outside. */
final class LoadRun extends ManyCalls {

  private final OkHttpClient http = httpClient();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .httpClient(http)
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .baseUrl("http://localhost:" + fake.port() + "/client/v4")
          .attemptTimeout(Duration.ofMillis(1_500))
          .maxResponseBytes(200_000)
          .timing(new NoWaiting())
          .build();

  LoadRun(long seed) {
    super(seed, Set.of());
  }

  private OkHttpClient httpClient() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(2 * AT_A_TIME);
    dispatcher.setMaxRequestsPerHost(2 * AT_A_TIME);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(2 * AT_A_TIME, 1, TimeUnit.MINUTES))
        // The server listens on one loopback address: on another, a connection is refused.
        .dns(
            host ->
                List.of(InetAddress.getByName(random.next(50) == 0 ? "127.0.0.2" : "127.0.0.1")))
        .build();
  }

  OkHttpClient http() {
    return http;
  }

  int port() {
    return fake.port();
  }

  @Override
  @Nullable Throwable blocking(int number) {
    try {
      LoadCall.blocking(number, client.gateways());
      return null;
    } catch (Throwable failed) {
      return failed;
    }
  }

  @Override
  CompletableFuture<@Nullable Throwable> future(int number) {
    return LoadCall.future(number, client.gateways().async()).handle((value, error) -> error);
  }

  @Override
  public void close() {
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
  }
}
