package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.Fault;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** An interrupt ends a blocked call at once, and the flag stays. */
class InterruptionTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().timing(Timing.SYSTEM).maxRetries(0);
  }

  @Test
  void whileWaitingForTheHeaders() throws Exception {
    fake.fail(Fault.noResponse());
    assertEndsAtOnce(gateways, () -> fake.requestCount() == 1, 1);
  }

  @Test
  void whileConnecting() throws Exception {
    try (FullBacklog full = new FullBacklog();
        AiGatewayClient nowhere = builder().baseUrl(full.baseUrl()).build()) {
      TransportException error = assertEndsAtOnce(Calls.UPDATE, nowhere.gateways(), () -> true, 1);
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
          assertEndsAtOnce(Calls.UPDATE, limited.gateways(), () -> waiting.getCount() == 0, 1)
              .mayHaveBeenApplied());
    }
  }

  @Test
  void afterAChangeWasSentItMayHaveBeenApplied() throws Exception {
    fake.fail(Fault.noResponse());
    assertTrue(
        assertEndsAtOnce(Calls.UPDATE, gateways, () -> fake.requestCount() == 1, 1)
            .mayHaveBeenApplied());
    assertFalse(
        assertEndsAtOnce(Calls.GET, gateways, () -> fake.requestCount() == 2, 1)
            .mayHaveBeenApplied());
  }

  @Test
  void inTheWaitAfterAChangeThatMayHaveBeenApplied() throws Exception {
    fake.fail(Fault.status(503).header("Retry-After", "50"));
    Gateways patient = gateways.with(RequestOptions.builder().maxRetries(1).build());
    assertTrue(
        assertEndsAtOnce(Calls.UPDATE, patient, () -> fake.requestCount() == 1, 1)
            .mayHaveBeenApplied());
  }

  @Test
  void withACallersOwnSocketsWhenTheTimeOfTheTryIsOver() throws Exception {
    fake.fail(Fault.noResponse());
    OkHttpClient callers = new OkHttpClient.Builder().socketFactory(new CountingSockets()).build();
    try (AiGatewayClient extended =
        builder().httpClient(callers).attemptTimeout(Duration.ofMillis(600)).build()) {
      Duration taken =
          interrupted(Calls.GET, extended.gateways(), () -> fake.requestCount() == 1, 1).after();
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
    assertEndsAtOnce(gateways, () -> fake.requestCount() == 1, 1);
  }

  @Test
  void inTheWaitBeforeARetry() throws Exception {
    fake.fail(Fault.throttled("50"));
    Gateways patient = gateways.with(RequestOptions.builder().maxRetries(1).build());
    assertEndsAtOnce(patient, () -> fake.requestCount() == 1, 1);
    assertEquals(1, fake.requestCount());
  }

  @Test
  void overTlsWhileWaitingForTheHeaders() throws Exception {
    overTls(
        new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE),
        (tls, secure) -> assertEndsAtOnce(secure, () -> tls.getRequestCount() == 1, 1));
  }

  @Test
  void overTlsInABodyThatStalls() throws Exception {
    overTls(
        stalling(), (tls, secure) -> assertEndsAtOnce(secure, () -> tls.getRequestCount() == 1, 1));
  }

  @Test
  void timesOfATryHoldOverTls() throws Exception {
    for (MockResponse stalled :
        new MockResponse[] {
          stalling(), new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE)
        }) {
      overTls(
          stalled,
          (tls, secure) -> {
            // Long enough for a handshake on a busy machine.
            Gateways hurried =
                secure.with(RequestOptions.builder().attemptTimeout(Duration.ofSeconds(2)).build());
            long start = System.nanoTime();
            TransportException error =
                assertThrows(TransportException.class, () -> hurried.get(Calls.ID));
            assertEquals(Reason.TIMEOUT, error.reason());
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
          });
    }
  }

  @Test
  void readTimeoutsOfACallersClientHoldOverTls() throws Exception {
    overTls(
        new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE),
        (tls, secure) -> {
          TransportException error =
              assertThrows(TransportException.class, () -> secure.get(Calls.ID));
          assertEquals(Reason.TIMEOUT, error.reason());
        },
        Duration.ofMillis(300));
  }

  @Test
  void aThreadThatWasInterruptedBeforeSendsNothing() {
    Thread.currentThread().interrupt();
    TransportException error;
    try {
      error = assertThrows(TransportException.class, () -> gateways.delete(Calls.ID));
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
    CountingSockets own = new CountingSockets();
    OkHttpClient callers = new OkHttpClient.Builder().socketFactory(own).build();
    try (AiGatewayClient extended = builder().httpClient(callers).build()) {
      assertEquals(Calls.ID, extended.gateways().get(Calls.ID).getId());
    }
    assertEquals(1, own.made.get());
  }

  private interface TlsTest {
    void run(MockWebServer server, Gateways secure) throws Exception;
  }

  private void overTls(MockResponse answer, TlsTest test) throws Exception {
    overTls(answer, test, Duration.ZERO);
  }

  private void overTls(MockResponse answer, TlsTest test, Duration readTimeout) throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates serverSide =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    OkHttpClient trusting =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .readTimeout(readTimeout)
            .build();
    try (MockWebServer tls = new MockWebServer()) {
      tls.useHttps(serverSide.sslSocketFactory(), false);
      tls.enqueue(answer);
      tls.start(InetAddress.getByName("localhost"), 0);
      String baseUrl = "https://localhost:" + tls.getPort();
      try (AiGatewayClient secure = builder().httpClient(trusting).baseUrl(baseUrl).build()) {
        test.run(tls, secure.gateways());
      }
    }
  }

  private static MockResponse stalling() {
    return new MockResponse()
        .setBody("{\"success\": true, \"result\": {\"id\": \"existing\"}}")
        .throttleBody(5, 1, TimeUnit.SECONDS);
  }

  private static void assertEndsAtOnce(Gateways gateways, BooleanSupplier received, int attempts)
      throws Exception {
    assertEndsAtOnce(Calls.GET, gateways, received, attempts);
  }

  private static TransportException assertEndsAtOnce(
      Calls operation, Gateways gateways, BooleanSupplier received, int attempts) throws Exception {
    Interrupted ended = interrupted(operation, gateways, received, attempts);
    assertTrue(ended.after().toMillis() < 100, ended::toString);
    return ended.error();
  }

  private record Interrupted(TransportException error, Duration after) {}

  /** Interrupts a call when the server has got it, a little later. */
  private static Interrupted interrupted(
      Calls operation, Gateways gateways, BooleanSupplier received, int attempts) throws Exception {
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
    while (!received.getAsBoolean()) {
      Thread.onSpinWait();
    }
    // Let the thread reach its wait; should it not have yet, the test holds all the same.
    assertTrue(!new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS));
    long start = System.nanoTime();
    caller.interrupt();
    Result.Err<?> err = assertInstanceOf(Result.Err.class, outcome.get(5, TimeUnit.SECONDS));
    TransportException error = assertInstanceOf(TransportException.class, err.error());
    assertEquals(Reason.INTERRUPTED, error.reason());
    assertEquals(attempts, error.attempts());
    assertTrue(flag.get(1, TimeUnit.SECONDS));
    caller.join();
    return new Interrupted(error, Duration.ofNanos(end[0] - start));
  }

  /** Only unconnected sockets are asked for. */
  private static final class CountingSockets extends SocketFactory {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public Socket createSocket() {
      made.incrementAndGet();
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
