package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A certificate that does not convince is a failure that waiting does not mend. */
class CertificateTest {

  private final ManualTiming time = new ManualTiming();
  private final MockWebServer tls = new MockWebServer();

  @AfterEach
  void stop() throws IOException {
    tls.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsNotTrustedIsNotTriedAgain(Style style) throws IOException {
    serve("localhost");
    assertRefusedOnce(style, new OkHttpClient());
  }

  @ParameterizedTest
  @EnumSource
  void oneOfAnotherHostIsNotTriedAgain(Style style) throws IOException {
    HeldCertificate certificate = serve("example.org");
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    assertRefusedOnce(
        style,
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build());
  }

  private HeldCertificate serve(String host) throws IOException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
    HandshakeCertificates serverSide =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    tls.useHttps(serverSide.sslSocketFactory(), false);
    tls.start(InetAddress.getByName("localhost"), 0);
    return certificate;
  }

  private void assertRefusedOnce(Style style, OkHttpClient http) {
    try (AiGatewayClient client =
        AiGatewayClient.builder()
            .environment(name -> null)
            .apiToken("token")
            .accountId("account")
            .baseUrl("https://localhost:" + tls.getPort())
            .httpClient(http)
            .timing(time)
            .build()) {
      TransportException error =
          assertThrows(TransportException.class, () -> style.call(Calls.UPDATE, client.gateways()));
      assertEquals(Reason.CONNECT, error.reason());
      assertInstanceOf(SSLException.class, error.getCause());
      assertEquals(1, error.attempts());
      assertFalse(error.mayHaveBeenApplied());
      assertEquals(List.of(), time.waits());
    }
    assertEquals(0, tls.getRequestCount());
  }
}
