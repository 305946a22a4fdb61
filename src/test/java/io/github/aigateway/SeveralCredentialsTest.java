package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt that was made with several credentials quotes none of them. */
class SeveralCredentialsTest extends OverCallersClient {

  private final MockWebServer echo = new MockWebServer();
  private final AtomicInteger supplied = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    echo.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String message = "{\"message\":\"bad " + request.getHeader("Authorization") + "\"}";
            return new MockResponse()
                .setResponseCode(401)
                .setBody("{\"success\":false,\"errors\":[" + message + "]}");
          }
        });
    echo.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() throws IOException {
    echo.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void anInterceptorPassesOnTheFirstOfTwoResponses(Style style) {
    assertMasked(style, intercepted(chain -> firstOf(chain, chain.request())));
  }

  @ParameterizedTest
  @EnumSource
  void anInterceptorAsksSomebodyElseAfterwards(Style style) {
    HttpUrl elsewhere = Objects.requireNonNull(HttpUrl.parse(fake.baseUrl()));
    assertMasked(
        style,
        intercepted(chain -> firstOf(chain, chain.request().newBuilder().url(elsewhere).build())));
  }

  @ParameterizedTest
  @EnumSource
  void anAuthenticatorHasCredentialsOfItsOwn(Style style) {
    assertMasked(
        style,
        callers()
            .authenticator(
                (route, response) ->
                    response.priorResponse() == null
                        ? response
                            .request()
                            .newBuilder()
                            .header("Authorization", "Bearer token-of-an-authenticator")
                            .build()
                        : null));
  }

  private static Response firstOf(Interceptor.Chain chain, Request second) throws IOException {
    Response first = chain.proceed(chain.request());
    Response kept = first.newBuilder().body(first.peekBody(10_000)).build();
    first.close();
    chain.proceed(second).close();
    return kept;
  }

  private void assertMasked(Style style, OkHttpClient.Builder callers) {
    try (AiGatewayClient client =
        AiGatewayClient.builder()
            .environment(name -> null)
            .apiToken(() -> "token-number-" + supplied.incrementAndGet())
            .accountId("a")
            .baseUrl("http://127.0.0.1:" + echo.getPort())
            .httpClient(callers.build())
            .build()) {
      Ended ended = Ended.of(() -> style.call(Calls.GET, client.gateways()));
      ApiException error = assertInstanceOf(AuthenticationException.class, ended.error());
      assertSays("bad Bearer ***", error);
      assertFalse(error.rawBody().contains("token-"), error::rawBody);
      assertEquals(1, error.attempts());
    }
  }
}
