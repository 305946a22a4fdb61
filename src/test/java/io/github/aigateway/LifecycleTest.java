package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client shares: with its caller's OkHttpClient, suppliers and threads. */
class LifecycleTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().timing(Timing.SYSTEM);
  }

  @Test
  void aCallersClientKeepsWorkingAndSeesNoCredentials() {
    List<Request> seen = new CopyOnWriteArrayList<>();
    List<String> network = new CopyOnWriteArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    AtomicInteger resolved = new AtomicInteger();
    OkHttpClient callers =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request());
                  Response response = chain.proceed(chain.request());
                  seen.add(response.request());
                  seen.add(Objects.requireNonNull(response.networkResponse()).request());
                  return response;
                })
            .addNetworkInterceptor(
                chain -> {
                  network.add(
                      chain.readTimeoutMillis()
                          + " "
                          + chain.writeTimeoutMillis()
                          + " "
                          + chain.request().header("Authorization"));
                  return chain.proceed(chain.request());
                })
            .readTimeout(Duration.ofMillis(7001))
            .writeTimeout(Duration.ofMillis(8002))
            .eventListener(
                new EventListener() {
                  @Override
                  public void callEnd(Call call) {
                    ended.incrementAndGet();
                  }
                })
            .dns(
                host -> {
                  resolved.incrementAndGet();
                  return Dns.SYSTEM.lookup(host);
                })
            .build();
    AiGatewayClientBuilder builder = builder().httpClient(callers);
    String localhost = fake.baseUrl().replace("127.0.0.1", "localhost");
    try (AiGatewayClient extended = builder.baseUrl(localhost).build()) {
      extended.gateways().get(Calls.ID);
    }
    assertEquals(3, seen.size());
    assertTrue(seen.stream().noneMatch(Credentials::areIn));
    assertEquals(List.of("7001 8002 Bearer " + fake.apiToken()), network);
    assertEquals(1, ended.get());
    assertEquals(1, resolved.get());
    assertNotNull(fake.requests().get(0).header("Authorization"));
  }

  @Test
  void aCallersProxyIsUsed() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.enqueue(new MockResponse().setBody("{\"success\": true, \"result\": {\"id\": \"a\"}}"));
      proxy.start();
      OkHttpClient callers = new OkHttpClient.Builder().proxy(proxy.toProxyAddress()).build();
      AiGatewayClientBuilder builder =
          builder().httpClient(callers).baseUrl("http://api.example.com").allowPlainHttp();
      try (AiGatewayClient extended = builder.build()) {
        extended.gateways().get("a");
      }
      String line = proxy.takeRequest().getRequestLine();
      assertTrue(line.startsWith("GET http://api.example.com/accounts/"), line);
    }
  }

  @Test
  void protocolsOfACallerAreTaken() {
    List<Protocol> own = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    OkHttpClient callers = new OkHttpClient.Builder().protocols(own).build();
    try (AiGatewayClient extended = builder().httpClient(callers).maxRetries(0).build()) {
      assertThrows(TransportException.class, () -> extended.gateways().list());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenSupplierThatFailsIsTyped(Style style) {
    IllegalStateException defect = new IllegalStateException("vault is closed");
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder()
            .environment(name -> null)
            .accountId("a")
            .baseUrl(fake.baseUrl())
            .apiToken(
                () -> {
                  throw defect;
                });
    try (AiGatewayClient tokenless = builder.build()) {
      TransportException error =
          assertThrows(
              TransportException.class, () -> style.call(Calls.CREATE, tokenless.gateways()));
      assertEquals(Reason.CREDENTIALS, error.reason());
      assertFalse(error.mayHaveBeenApplied());
      assertEquals(1, error.attempts());
      assertSame(defect, error.getCause());
      assertEquals(
          "createGateway of 'new-one' failed, there is no API token to authenticate with (account"
              + " a): the supplier of the token failed with IllegalStateException.",
          error.getMessage());
    }
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void whatASupplierGivesThatIsNoTokenIsTyped(Style style) {
    for (String token : Arrays.asList(null, "", "a\u007f")) {
      try (AiGatewayClient tokenless = builder().apiToken(() -> token).build()) {
        TransportException error =
            assertThrows(
                TransportException.class, () -> style.call(Calls.GET, tokenless.gateways()));
        assertEquals(Reason.CREDENTIALS, error.reason());
      }
    }
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sixtyFourThreadsShareOneClient(boolean own) throws Exception {
    try (AiGatewayClient shared = own ? client : builder().httpClient(new OkHttpClient()).build()) {
      ExecutorService threads = Executors.newFixedThreadPool(64);
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 640; i++) {
        String id = "gateway-" + i % 64;
        put(id);
        calls.add(() -> shared.gateways().get(id).getId().equals(id) ? "right" : "wrong");
      }
      for (Future<String> outcome : threads.invokeAll(calls)) {
        assertEquals("right", outcome.get());
      }
      threads.shutdown();
    }
  }

  @Test
  void sixtyFourFuturesAreUnderWayAtOnceAndTheNextWaitsForItsTurn() {
    fake.fail(Fault.noResponse());
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      futures.add(gateways.async().get(Calls.ID));
    }
    await(() -> fake.requestCount() == 64);
    assertThrows(TimeoutException.class, () -> futures.get(64).get(100, TimeUnit.MILLISECONDS));
    assertEquals(64, fake.requestCount());
    futures.get(0).cancel(true);
    await(() -> fake.requestCount() == 65);
    futures.forEach(future -> future.cancel(true));
  }
}
