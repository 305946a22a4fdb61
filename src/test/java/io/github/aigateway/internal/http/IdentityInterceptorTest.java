package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API alone gets the credentials, and nobody above sees them. */
class IdentityInterceptorTest {

  private static final int MOST = 1_000;

  private final List<Request> sent = new ArrayList<>();
  private int connectMillis;
  private Interceptor network = this::respond;
  private Trace trace = trace(Duration.ofSeconds(1));

  /** Of a client whose caller has interceptors. */
  private static Trace trace(@Nullable Duration connectTimeout) {
    Trace trace = new Trace(new Owner(() -> false, null), Effect.READS, connectTimeout);
    trace.intercepted();
    return trace;
  }

  private Response call(String url) throws IOException {
    return call(new Request.Builder().url(url));
  }

  private Response call(Request.Builder request) throws IOException {
    Credentials credentials = Credentials.token("open-sesame", "apiToken");
    HttpUrl base = HttpUrl.get("https://a.example/base/");
    return new OkHttpClient.Builder()
        .addInterceptor(new IdentityInterceptor(base, credentials, "agent", MOST))
        .addInterceptor(chain -> network.intercept(chain))
        .build()
        .newCall(request.tag(Trace.class, trace).build())
        .execute();
  }

  private Response respond(Interceptor.Chain chain) {
    sent.add(chain.request());
    connectMillis = chain.connectTimeoutMillis();
    return responding(chain.request(), "");
  }

  private static Response responding(Request request, String body) {
    return HandAttempt.response(200)
        .newBuilder()
        .request(request)
        .body(ResponseBody.create(body, null))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/base/, true",
    "https://a.example/elsewhere, true",
    "https://A.example:443/, true",
    "https://a.example:444/, false",
    "http://a.example:443/, false",
    "http://a.example/, false",
    "https://b.example/, false",
    "https://a.example.b.example/, false"
  })
  void onlyTheOriginOfTheApiGetsTheCredentials(String url, boolean authenticated)
      throws IOException {
    try (Response response = call(url)) {
      assertFalse(Credentials.areIn(response.request()));
    }
    assertEquals(authenticated ? "Bearer open-sesame" : null, sent.get(0).header("Authorization"));
    assertEquals("agent", sent.get(0).header("User-Agent"));
  }

  @ParameterizedTest
  @CsvSource({"PT1S, 1000", "PT0.0000001S, 1", "PT1.0000001S, 1001", "PT9999999H, 2147483647"})
  void theTimeToConnectIsNotShorterThanSaid(Duration timeout, int millis) throws IOException {
    trace = trace(timeout);
    call("https://a.example/").close();
    assertEquals(millis, connectMillis);
  }

  @Test
  void theTimeToConnectOfABareCallIsThatOfTheHttpClient() throws IOException {
    trace = trace(null);
    call("https://a.example/").close();
    assertEquals(10_000, connectMillis);
  }

  @Test
  void theResponseIsOneToTheRequestAsItWas() throws IOException {
    Request.Builder request = new Request.Builder().url("https://a.example/").header("a", "b");
    try (Response response = call(request)) {
      assertNull(response.request().header("User-Agent"));
      assertEquals("b", response.request().header("a"));
    }
    assertEquals(sent, trace.authenticated());
  }

  @Test
  void whatNobodyElseSeesIsNotCopied() throws IOException {
    trace = new Trace(new Owner(() -> false, null), Effect.READS, Duration.ofSeconds(1));
    Response made = responding(new Request.Builder().url("https://a.example/").build(), "");
    network = chain -> made;
    try (Response response = call("https://a.example/")) {
      assertSame(made.body(), response.body());
    }
    network = chain -> made.newBuilder().code(1503).build();
    try (Response response = call("https://a.example/")) {
      assertEquals(503, response.code());
    }
  }

  @Test
  void whatOthersAuthenticateWithIsNotShownEither() throws IOException {
    Request others =
        new Request.Builder().url("https://a.example/").header("X-Auth-Key", "secret").build();
    try (Response response = call(others.newBuilder())) {
      assertFalse(Credentials.areIn(response.request()));
    }
    Response earlier = HandAttempt.response(200).newBuilder().request(others).build();
    network =
        chain ->
            responding(others, "")
                .newBuilder()
                .networkResponse(earlier)
                .cacheResponse(earlier)
                .priorResponse(earlier.newBuilder().priorResponse(earlier).build())
                .build();
    try (Response response = call("https://a.example/")) {
      Response prior = Objects.requireNonNull(response.priorResponse());
      for (Response shown :
          Arrays.asList(
              response,
              response.networkResponse(),
              response.cacheResponse(),
              prior,
              prior.priorResponse())) {
        assertFalse(Credentials.areIn(shown.request()));
        assertEquals(others.url(), shown.request().url());
      }
    }
  }

  @Test
  void belowNoInterceptorOfTheCallersHasTheRequest() throws IOException {
    trace.intercepted();
    network =
        chain -> {
          assertFalse(trace.isAmongInterceptors());
          return responding(chain.request(), "");
        };
    call("https://a.example/").close();
    assertTrue(trace.isAmongInterceptors());
  }

  @Test
  void whatFailsBelowIsNoted() {
    EOFException lost = new EOFException();
    IllegalStateException thrown = new IllegalStateException();
    network =
        chain -> {
          throw lost;
        };
    assertSame(lost, assertThrows(EOFException.class, () -> call("https://a.example/")));
    assertSame(lost, trace.networkFailure());
    assertNull(trace.innerFailure());
    network =
        chain -> {
          throw thrown;
        };
    assertSame(thrown, assertThrows(IllegalStateException.class, () -> call("https://a.example/")));
    assertSame(thrown, trace.innerFailure());
  }

  @Test
  void aBodyIsBounded() throws IOException {
    network = chain -> responding(chain.request(), "a".repeat(MOST));
    try (Response response = call("https://a.example/")) {
      assertEquals(MOST, response.body().bytes().length);
    }
    network = chain -> responding(chain.request(), "a".repeat(MOST + 1));
    try (Response response = call("https://a.example/")) {
      ResponseBody body = response.body();
      assertThrows(UnusableBodyException.TooLarge.class, body::bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, false, false", "true, false, true", "true, true, false"})
  void aBodyThatFailsIsWronglyEncodedOrBrokenOff(
      boolean encoded, boolean networkFailed, boolean notDecodable) throws IOException {
    IOException failure = new IOException("at reading");
    EOFException lost = new EOFException();
    ResponseBody body = HandAttempt.bodyThatFails(failure);
    network =
        chain -> {
          Response response = responding(chain.request(), "").newBuilder().body(body).build();
          trace.responded(
              encoded
                  ? response.newBuilder().header("Content-Encoding", "gzip").build()
                  : response);
          return response;
        };
    try (Response response = call("https://a.example/")) {
      if (networkFailed) {
        trace.networkFailed(lost);
      }
      IOException seen = assertThrows(IOException.class, () -> response.body().bytes());
      assertSame(failure, notDecodable ? seen.getCause() : seen);
      assertEquals(notDecodable, seen instanceof UnusableBodyException.NotDecodable);
      assertEquals(notDecodable ? null : failure, trace.networkFailure());
    }
  }
}
