package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt ends a blocked call at once, and the flag stays. */
class InterruptionTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().timing(Timing.SYSTEM).maxRetries(0);
  }

  @Test
  void whileWaitingForTheHeadersOfAChangeThatMayHaveBeenApplied() throws Exception {
    fake.fail(Fault.noResponse());
    try (AiGatewayClient extended = builder().httpClient(new OkHttpClient()).build()) {
      for (AiGatewayClient each : List.of(client, extended)) {
        fake.clearRequests();
        assertTrue(
            assertEndsAtOnce(Calls.UPDATE, each.gateways(), () -> fake.requestCount() == 1)
                .mayHaveBeenApplied());
        assertFalse(
            assertEndsAtOnce(Calls.GET, each.gateways(), () -> fake.requestCount() == 2)
                .mayHaveBeenApplied());
      }
    }
  }

  @Test
  void whileConnecting() throws Exception {
    try (FullBacklog full = new FullBacklog();
        AiGatewayClient nowhere = builder().baseUrl(full.baseUrl()).build()) {
      TransportException error = assertEndsAtOnce(Calls.UPDATE, nowhere.gateways(), () -> true);
      assertFalse(error.mayHaveBeenApplied());
    }
  }

  @Test
  void inACallersInterceptorThatWaits() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    OkHttpClient callers =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  waiting.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                  }
                  throw new InterruptedIOException("no turn");
                })
            .build();
    try (AiGatewayClient limited = builder().httpClient(callers).build()) {
      assertTrue(
          assertEndsAtOnce(Calls.UPDATE, limited.gateways(), () -> waiting.getCount() == 0)
              .mayHaveBeenApplied());
    }
  }

  @Test
  void inTheWaitAfterAChangeThatMayHaveBeenApplied() throws Exception {
    fake.fail(Fault.status(503).header("Retry-After", "50"));
    Gateways patient = gateways.with(RequestOptions.builder().maxRetries(1).build());
    assertTrue(
        assertEndsAtOnce(Calls.UPDATE, patient, () -> fake.requestCount() == 1)
            .mayHaveBeenApplied());
  }

  @Test
  void withACallersOwnSocketsWhenTheTimeOfTheAttemptIsOver() throws Exception {
    fake.fail(Fault.noResponse());
    OkHttpClient callers =
        new OkHttpClient.Builder().socketFactory(new Part.TroubledSockets(() -> {})).build();
    try (AiGatewayClient extended =
        builder().httpClient(callers).attemptTimeout(Duration.ofMillis(600)).build()) {
      Duration taken =
          interrupted(Calls.GET, extended.gateways(), () -> fake.requestCount() == 1).after();
      assertTrue(taken.toMillis() > 100 && taken.toMillis() < 600, taken::toString);
    }
  }

  @Test
  void overTlsHttp11IsSpokenThatCarriesOneCallAtATime() throws Exception {
    overTls(
        new MockResponse().setBody("{\"success\": true, \"result\": {\"id\": \"a\"}}"),
        (tls, secure) -> {
          secure.get("a");
          assertTrue(tls.takeRequest().getRequestLine().endsWith(" HTTP/1.1"));
        });
  }

  @Test
  void inABodyThatStalls() throws Exception {
    fake.fail(Fault.stalledBody());
    assertEndsAtOnce(gateways, () -> fake.requestCount() == 1);
  }

  @Test
  void inTheWaitBeforeARetry() throws Exception {
    fake.fail(Fault.throttled("50"));
    Gateways patient = gateways.with(RequestOptions.builder().maxRetries(1).build());
    assertFalse(
        assertEndsAtOnce(Calls.UPDATE, patient, () -> fake.requestCount() == 1)
            .mayHaveBeenApplied());
    assertEquals(1, fake.requestCount());
  }

  @Test
  void overTlsWhileWaitingForTheHeaders() throws Exception {
    overTls(
        new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE),
        (tls, secure) -> assertEndsAtOnce(secure, () -> tls.getRequestCount() == 1));
  }

  @Test
  void overTlsInABodyThatStalls() throws Exception {
    overTls(
        stalling(), (tls, secure) -> assertEndsAtOnce(secure, () -> tls.getRequestCount() == 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWING", "RESULT"})
  void beforeTheCallNothingIsSent(Style style) {
    Thread.currentThread().interrupt();
    TransportException error;
    try {
      error = assertThrows(TransportException.class, () -> style.call(Calls.DELETE, gateways));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(Reason.INTERRUPTED, error.reason());
    assertEquals(0, error.attempts());
    assertFalse(error.mayHaveBeenApplied());
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aCallersOwnSocketsAreUsed() {
    AtomicInteger made = new AtomicInteger();
    OkHttpClient callers =
        new OkHttpClient.Builder()
            .socketFactory(new Part.TroubledSockets(made::incrementAndGet))
            .build();
    try (AiGatewayClient extended = builder().httpClient(callers).build()) {
      assertEquals(Calls.ID, extended.gateways().get(Calls.ID).getId());
    }
    assertEquals(1, made.get());
  }

  private interface TlsTest {
    void run(MockWebServer server, Gateways secure) throws Exception;
  }

  private void overTls(MockResponse response, TlsTest test) throws Exception {
    Certificate certificate = new Certificate("localhost");
    OkHttpClient.Builder http = new OkHttpClient.Builder().readTimeout(Duration.ZERO);
    try (MockWebServer tls = new MockWebServer()) {
      certificate.serve(tls);
      tls.enqueue(response);
      String baseUrl = "https://localhost:" + tls.getPort();
      try (AiGatewayClient secure =
          builder().httpClient(certificate.trustedBy(http).build()).baseUrl(baseUrl).build()) {
        test.run(tls, secure.gateways());
      }
    }
  }

  private static MockResponse stalling() {
    return new MockResponse()
        .setBody("{\"success\": true, \"result\": {\"id\": \"existing\"}}")
        .throttleBody(5, 1, TimeUnit.SECONDS);
  }

  private static void assertEndsAtOnce(Gateways gateways, BooleanSupplier received)
      throws Exception {
    assertEndsAtOnce(Calls.GET, gateways, received);
  }

  private static TransportException assertEndsAtOnce(
      Calls operation, Gateways gateways, BooleanSupplier received) throws Exception {
    Interrupted ended = interrupted(operation, gateways, received);
    assertTrue(ended.after().toMillis() < 100, ended::toString);
    return ended.error();
  }

  private record Interrupted(TransportException error, Duration after) {}

  /** Interrupts a call when the server has got it, a little later. */
  private static Interrupted interrupted(
      Calls operation, Gateways gateways, BooleanSupplier received) throws Exception {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    long[] end = {0};
    Thread caller =
        new Thread(
            () -> {
              Result<?> result = operation.result(gateways);
              end[0] = System.nanoTime();
              flag.complete(Thread.currentThread().isInterrupted());
              outcome.complete(result);
            });
    caller.start();
    await(received);
    // Let the thread reach its wait; should it not have yet, the test holds all the same.
    assertTrue(!new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS));
    long start = System.nanoTime();
    caller.interrupt();
    Result.Err<?> err = assertInstanceOf(Result.Err.class, outcome.get(5, TimeUnit.SECONDS));
    TransportException error = assertInstanceOf(TransportException.class, err.error());
    assertEquals(Reason.INTERRUPTED, error.reason());
    assertEquals(1, error.attempts());
    assertTrue(flag.get(1, TimeUnit.SECONDS));
    caller.join();
    return new Interrupted(error, Duration.ofNanos(end[0] - start));
  }
}
