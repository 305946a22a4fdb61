package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's interceptor that sends a request elsewhere: the credentials do not go with it. */
class InterceptorElsewhereTest extends OverCallersClient {

  private static final List<String> CREDENTIALS =
      List.of("Authorization", "X-Auth-Key", "X-Auth-Email");

  private final MockWebServer elsewhere = new MockWebServer();
  private final Certificate certificate = new Certificate("localhost");

  @AfterEach
  void stop() throws IOException {
    elsewhere.shutdown();
  }

  /** Where an interceptor may send a request: each differs from the base URL in other parts. */
  enum Place {
    PORT("127.0.0.1", false),
    HOST("localhost", false),
    SCHEME("localhost", true);

    final String host;
    final boolean tls;

    Place(String host, boolean tls) {
      this.host = host;
      this.tls = tls;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCredentialGoesElsewhere(Place place) throws Exception {
    start(place);
    for (Style style : Style.values()) {
      for (EveryCall call : EveryCall.ofOneRequest()) {
        for (AiGatewayClientBuilder authenticated : List.of(builder(), withKey())) {
          try (AiGatewayClient client = authenticated.httpClient(redirecting(place)).build()) {
            Ended.of(() -> call.call(style, client.gateways()));
          }
          assertArrivedBare();
        }
      }
    }
    assertEquals(0, fake.requestCount());
  }

  @Test
  void noCredentialGoesElsewhereFromTheBareInterface() throws Exception {
    start(Place.PORT);
    try (AiGatewayClient client = builder().httpClient(redirecting(Place.PORT)).build()) {
      assertTrue(client.api().getGateway(fake.accountId(), Calls.ID).execute().isSuccessful());
    }
    assertArrivedBare();
  }

  @Test
  void anotherHostOfTheSameServerIsElsewhere() {
    OkHttpClient.Builder callers =
        intercepted(
            chain -> {
              Request request = chain.request();
              HttpUrl url = request.url().newBuilder().host("localhost").build();
              return chain.proceed(request.newBuilder().url(url).build());
            });
    Ended ended = end(callers, EveryCall.GET, Style.THROWING);
    assertEquals(1, fake.requestCount());
    CREDENTIALS.forEach(name -> assertEquals(null, fake.requests().get(0).header(name)));
    assertEquals(FaultCase.End.AUTHENTICATION, ended.end());
  }

  @Test
  void anotherPathOfTheBaseUrlsOriginIsNotElsewhere() {
    OkHttpClient.Builder callers =
        intercepted(
            chain -> {
              Request request = chain.request();
              HttpUrl url = request.url().newBuilder().addQueryParameter("page", "1").build();
              return chain.proceed(request.newBuilder().url(url).build());
            });
    end(callers, EveryCall.LIST, Style.THROWING).assertValue();
  }

  private AiGatewayClientBuilder withKey() {
    return AiGatewayClient.builder()
        .apiKey(fake.email(), fake.apiKey())
        .accountId(fake.accountId())
        .baseUrl(fake.baseUrl())
        .timing(time)
        .environment(name -> null);
  }

  private void assertArrivedBare() throws InterruptedException {
    RecordedRequest request = elsewhere.takeRequest(5, TimeUnit.SECONDS);
    assertTrue(request != null, "nothing arrived");
    String headers = request.getHeaders().toString();
    for (String name : CREDENTIALS) {
      assertEquals(null, request.getHeader(name), name);
    }
    assertFalse(headers.contains(fake.apiToken()) || headers.contains(fake.apiKey()));
  }

  private void start(Place place) throws IOException {
    elsewhere.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = String.valueOf(request.getPath());
            return new MockResponse()
                .setBody(EveryCall.success(String.valueOf(request.getMethod()), path));
          }
        });
    if (place.tls) {
      certificate.serve(elsewhere);
    } else {
      elsewhere.start(InetAddress.getLoopbackAddress(), 0);
    }
  }

  private OkHttpClient redirecting(Place place) {
    return certificate
        .trustedBy(
            intercepted(
                chain -> {
                  Request request = chain.request();
                  HttpUrl url =
                      request
                          .url()
                          .newBuilder()
                          .scheme(place.tls ? "https" : "http")
                          .host(place.host)
                          .port(elsewhere.getPort())
                          .build();
                  return chain.proceed(request.newBuilder().url(url).build());
                }))
        .build();
  }
}
