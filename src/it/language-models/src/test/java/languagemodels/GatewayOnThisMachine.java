package languagemodels;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Takes the place of {@code https://gateway.ai.cloudflare.com}, so that the address which the API
 * gives is called as it is: the proxy of this JVM, with a certificate for that host which this JVM
 * trusts.
 */
final class GatewayOnThisMachine implements AutoCloseable {
  static final String HOST = "gateway.ai.cloudflare.com";
  private static final String PASSWORD = "trusted";

  private final MockWebServer server = new MockWebServer();

  /** Changes system properties for good, and must be called before the first TLS connection. */
  GatewayOnThisMachine(Path folder) throws IOException, GeneralSecurityException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory(),
        true);
    server.start();
    System.setProperty("https.proxyHost", server.getHostName());
    System.setProperty("https.proxyPort", Integer.toString(server.getPort()));

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(HOST, certificate.certificate());
    Path file = folder.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
  }

  /** Responds to the next connection, and to the call on it. */
  void respond(String json) {
    server.enqueue(
        new MockResponse().setSocketPolicy(SocketPolicy.UPGRADE_TO_SSL_AT_END).clearHeaders());
    server.enqueue(new MockResponse().setHeader("Content-Type", "application/json").setBody(json));
  }

  /** Returns the next request that was received. */
  RecordedRequest request() throws InterruptedException {
    return server.takeRequest(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
