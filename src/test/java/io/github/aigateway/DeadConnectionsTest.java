package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.PlainServer.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections that were kept and have died say nothing of a call: it passes over all of them, in
 * its first attempt, without a wait. A create has a new connection of its own.
 */
class DeadConnectionsTest {

  private static final int KEPT = 20;

  private final PlainServer server = new PlainServer(false);
  private final ConnectionPool pool = new ConnectionPool(KEPT, 1, TimeUnit.MINUTES);

  /** One more that has the pool, too; its protocols are those that the library's client speaks. */
  private final OkHttpClient other =
      new OkHttpClient.Builder()
          .connectionPool(pool)
          .dispatcher(dispatcher())
          .protocols(List.of(Protocol.HTTP_1_1))
          .build();

  private final ManualTiming time = new ManualTiming();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .environment(name -> null)
          .apiToken("token-token-token")
          .accountId("account")
          .baseUrl(server.baseUrl())
          .httpClient(
              new OkHttpClient.Builder().connectionPool(pool).dispatcher(dispatcher()).build())
          .timing(time)
          .maxRetries(0)
          .build();

  DeadConnectionsTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    client.close();
    other.dispatcher().executorService().shutdown();
    pool.evictAll();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "THROWING, false",
    "THROWING, true",
    "RESULT, false",
    "RESULT, true",
    "FUTURE, false",
    "FUTURE, true"
  })
  void ourOwnArePassedOver(Style style, boolean reset) throws Exception {
    for (EveryCall call : EveryCall.repeatable()) {
      List<CompletableFuture<?>> futures = new ArrayList<>();
      server.respondTogether(KEPT);
      for (int i = 0; i < KEPT; i++) {
        futures.add(client.gateways().async().list());
      }
      futures.forEach(CompletableFuture::join);
      assertPassesOver(style, reset, call);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "THROWING, false",
    "THROWING, true",
    "RESULT, false",
    "RESULT, true",
    "FUTURE, false",
    "FUTURE, true"
  })
  void thoseOfAnotherClientWithTheSamePoolArePassedOver(Style style, boolean reset)
      throws Exception {
    for (EveryCall call : EveryCall.repeatable()) {
      fillByTheOther();
      assertPassesOver(style, reset, call);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCreateUsesNoKeptConnection(Style style) throws Exception {
    for (boolean reset : new boolean[] {false, true}) {
      fillByTheOther();
      server.endConnections(reset);
      style.call(Calls.CREATE, client.gateways());
    }
    assertEquals(List.of(), time.waits());
  }

  @ParameterizedTest
  @EnumSource
  void everyCreateHasAConnectionThatNothingElseGoesOver(Style style) {
    for (int round = 0; round < 3; round++) {
      for (EveryCall call : EveryCall.values()) {
        call.call(style, client.gateways());
      }
    }
    List<Received> received = server.received();
    List<Received> creates =
        received.stream().filter(request -> request.method().equals("POST")).toList();
    assertEquals(3, creates.size());
    for (Received create : creates) {
      long over =
          received.stream().filter(each -> each.connection() == create.connection()).count();
      assertEquals(1, over, received::toString);
    }
    assertEquals(
        4, received.stream().mapToInt(Received::connection).distinct().count(), "the others' one");
  }

  private void assertPassesOver(Style style, boolean reset, EveryCall call) throws IOException {
    await(() -> pool.idleConnectionCount() == KEPT);
    server.endConnections(reset);
    server.forget();
    call.call(style, client.gateways());
    assertEquals(call.requests(), server.received().size(), () -> call + " " + server.received());
    assertEquals(List.of(), time.waits());
  }

  private void fillByTheOther() throws Exception {
    pool.evictAll();
    server.respondTogether(KEPT);
    List<CompletableFuture<Integer>> responses = new ArrayList<>();
    for (int i = 0; i < KEPT; i++) {
      CompletableFuture<Integer> status = new CompletableFuture<>();
      responses.add(status);
      other
          .newCall(new Request.Builder().url(server.baseUrl() + "/gateways").build())
          .enqueue(new Closing(status));
    }
    for (CompletableFuture<Integer> status : responses) {
      assertEquals(200, status.get(10, TimeUnit.SECONDS));
    }
    await(() -> pool.idleConnectionCount() == KEPT);
  }

  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(KEPT);
    return dispatcher;
  }

  /** Reads the response to its end, so that its connection is kept. */
  private record Closing(CompletableFuture<Integer> status) implements Callback {

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      response.body().bytes();
      status.complete(response.code());
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      status.completeExceptionally(failure);
    }
  }
}
