package io.github.aigateway.readme;

import io.github.aigateway.AiGatewayClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The guide's snippets on a caller's own HTTP client; {@link OwnHttpClientTest} runs them. */
final class OwnHttpClient {

  private OwnHttpClient() {}

  static AiGatewayClient client(OkHttpClient shared, String token, String accountId) {
    // [http-client]
    OkHttpClient http =
        shared
            .newBuilder()
            .addInterceptor(
                chain -> {
                  Request request = chain.request();
                  return chain.proceed(request.newBuilder().header("X-Team", "search").build());
                })
            .build();
    AiGatewayClient client =
        AiGatewayClient.builder().httpClient(http).apiToken(token).accountId(accountId).build();
    // [/http-client]
    return client;
  }

  static OkHttpClient proxy(String proxyHost, int proxyPort, String user, String password) {
    // [proxy]
    OkHttpClient http =
        new OkHttpClient.Builder()
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxyHost, proxyPort)))
            .proxyAuthenticator(
                (route, response) -> {
                  if (response.request().header("Proxy-Authorization") != null) {
                    return null; // it refused them: give up
                  }
                  return response
                      .request()
                      .newBuilder()
                      .header("Proxy-Authorization", Credentials.basic(user, password))
                      .build();
                })
            .build();
    // [/proxy]
    return http;
  }

  static OkHttpClient certificates(Path authority, Path clientPem) throws IOException {
    // [certificates]
    X509Certificate trusted = Certificates.decodeCertificatePem(Files.readString(authority));
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .addPlatformTrustedCertificates() // without this line, only yours is trusted
            .addTrustedCertificate(trusted)
            .heldCertificate(HeldCertificate.decode(Files.readString(clientPem)))
            .build();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .build();
    // [/certificates]
    return http;
  }

  static void close(AiGatewayClient client, OkHttpClient http) {
    // [close]
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    // [/close]
  }
}
