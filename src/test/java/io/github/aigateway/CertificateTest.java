package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockWebServer;
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
  void oneThatIsNotTrustedIsNotRetried(Style style) throws IOException {
    new Certificate("localhost").serve(tls);
    assertRefusedOnce(style, new OkHttpClient());
  }

  @ParameterizedTest
  @EnumSource
  void oneOfAnotherHostIsNotRetried(Style style) throws IOException {
    Certificate certificate = new Certificate("example.org");
    certificate.serve(tls);
    assertRefusedOnce(style, certificate.trustedBy(new OkHttpClient.Builder()).build());
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
