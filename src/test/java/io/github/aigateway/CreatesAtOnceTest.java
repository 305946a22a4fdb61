package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.model.CreateGatewayRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many creates on many threads, against a server that keeps no connection and does not say so. */
class CreatesAtOnceTest {

  private static final int CREATES = 400;
  private static final int THREADS = 16;

  private final PlainServer server = new PlainServer(true);
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .environment(name -> null)
          .apiToken("token-token-token")
          .accountId("account")
          .baseUrl(server.baseUrl())
          .build();

  CreatesAtOnceTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void noneIsLost(Style style) throws Exception {
    Gateways once = client.gateways().with(RequestOptions.builder().maxRetries(0).build());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<Object>> calls = new ArrayList<>();
    for (int i = 0; i < CREATES; i++) {
      calls.add(() -> style.call(Calls.CREATE, once));
    }
    List<String> lost = new ArrayList<>();
    for (Future<Object> call : threads.invokeAll(calls)) {
      try {
        call.get(10, TimeUnit.SECONDS);
      } catch (ExecutionException failed) {
        lost.add(String.valueOf(failed.getCause()));
      }
    }
    threads.shutdown();
    assertEquals(List.of(), lost);
    assertEquals(CREATES, server.received().size());
  }

  @Test
  void noneOfManyFuturesIsLost() {
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < CREATES; i++) {
      futures.add(
          client
              .gateways()
              .async()
              .create(CreateGatewayRequest.withDefaults().id("g" + i).build()));
    }
    futures.forEach(CompletableFuture::join);
    assertEquals(CREATES, server.received().size());
  }
}
