package io.github.aigateway;

import java.io.IOException;
import java.net.InetAddress;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate that a server of this machine has, and that clients may trust. */
final class Certificate {

  private final HeldCertificate held;

  Certificate(String host) {
    held = new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
  }

  /** Starts the server, which is {@code localhost} and speaks TLS. */
  void serve(MockWebServer server) throws IOException {
    HandshakeCertificates own = new HandshakeCertificates.Builder().heldCertificate(held).build();
    server.useHttps(own.sslSocketFactory(), false);
    server.start(InetAddress.getByName("localhost"), 0);
  }

  OkHttpClient.Builder trustedBy(OkHttpClient.Builder http) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(held.certificate()).build();
    return http.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
  }
}
