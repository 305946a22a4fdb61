package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.RequestOptions;
import io.github.aigateway.TransportException;
import io.github.aigateway.model.CreateGatewayRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says about a caller's own HTTP client, carried out. */
@Timeout(60)
class OwnHttpClientTest {

  private static final MockResponse TUNNEL =
      new MockResponse().setSocketPolicy(SocketPolicy.UPGRADE_TO_SSL_AT_END);

  private final MockWebServer server = new MockWebServer();

  @TempDir Path folder;

  @AfterEach
  void stop() throws IOException {
    server.shutdown();
  }

  @Test
  void aProxyGetsItsCredentialsAndTheApiItsOwn() throws Exception {
    try (AiGatewayClient client = clientOfProxy()) {
      server.enqueue(TUNNEL);
      server.enqueue(gateway());
      server.enqueue(TUNNEL);
      server.enqueue(gateway());

      client.gateways().get("my-gateway");
      client.gateways().create(CreateGatewayRequest.withDefaults().id("my-gateway").build());

      assertSentThroughTheProxy("GET");
      assertSentThroughTheProxy("POST");
    }
  }

  @Test
  void aProxyThatRefusesItsCredentialsIsAskedOnceInEachAttempt() throws Exception {
    try (AiGatewayClient client = clientOfProxy()) {
      server.enqueue(new MockResponse().setResponseCode(407));
      server.enqueue(TUNNEL);
      Gateways once = client.gateways().with(RequestOptions.builder().maxRetries(0).build());

      TransportException failure =
          assertThrows(TransportException.class, () -> once.get("my-gateway"));

      assertEquals(TransportException.Reason.CONNECT, failure.reason());
      assertEquals(1, server.getRequestCount());
    }
  }

  @Test
  void aPrivateAuthorityIsTrustedAndTheClientShowsItsCertificate() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate client =
        new HeldCertificate.Builder().commonName("my-service").signedBy(authority).build();
    HeldCertificate held =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .signedBy(authority)
            .build();
    HandshakeCertificates ofServer =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(authority.certificate())
            .build();
    server.useHttps(ofServer.sslSocketFactory(), false);
    server.requireClientAuth();
    server.start(InetAddress.getByName("localhost"), 0);
    server.enqueue(gateway());
    OkHttpClient http =
        OwnHttpClient.certificates(
            Files.writeString(folder.resolve("authority.pem"), authority.certificatePem()),
            Files.writeString(
                folder.resolve("client.pem"),
                client.certificatePem() + client.privateKeyPkcs8Pem()));
    AiGatewayClient gateways =
        AiGatewayClient.builder()
            .httpClient(http)
            .apiToken("token")
            .accountId("account")
            .baseUrl("https://localhost:" + server.getPort())
            .build();

    gateways.gateways().get("my-gateway");

    assertEquals("CN=my-service", server.takeRequest().getHandshake().peerPrincipal().getName());
    OwnHttpClient.close(gateways, http);
    assertTrue(http.dispatcher().executorService().isShutdown());
    assertEquals(0, http.connectionPool().connectionCount());
  }

  /** The proxy of this machine plays Cloudflare's server, too. */
  private AiGatewayClient clientOfProxy() throws IOException {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("api.cloudflare.com").build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory(), true);
    server.start(InetAddress.getByName("localhost"), 0);
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(held.certificate()).build();
    OkHttpClient shared =
        OwnHttpClient.proxy("localhost", server.getPort(), "user", "password")
            .newBuilder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build();
    return OwnHttpClient.client(shared, "token", "account");
  }

  private void assertSentThroughTheProxy(String method) throws InterruptedException {
    RecordedRequest connect = server.takeRequest();
    assertEquals("CONNECT api.cloudflare.com:443 HTTP/1.1", connect.getRequestLine());
    assertEquals(Credentials.basic("user", "password"), connect.getHeader("Proxy-Authorization"));
    assertNull(connect.getHeader("Authorization"));
    RecordedRequest request = server.takeRequest();
    assertEquals(method, request.getMethod());
    assertEquals("Bearer token", request.getHeader("Authorization"));
    assertEquals("search", request.getHeader("X-Team"));
    assertNull(request.getHeader("Proxy-Authorization"));
  }

  private static MockResponse gateway() {
    return new MockResponse().setBody("{\"success\": true, \"result\": {\"id\": \"my-gateway\"}}");
  }
}
