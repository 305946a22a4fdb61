package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Threads;
import io.github.aigateway.internal.time.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** The clients under a client share what they should, and nothing else. */
class HttpStackTest {

  /** Two calls that need no converter. */
  interface Api {
    @GET("/")
    Call<ResponseBody> get();

    @POST("/")
    Call<ResponseBody> post();

    @POST("/")
    Call<ResponseBody> post(@Body RequestBody body);
  }

  private static final MockResponse NONE =
      new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);

  private static final RequestSettings SETTINGS =
      new RequestSettings(Duration.ofSeconds(5), Map.of(), Map.of());

  private final MockWebServer server = new MockWebServer();
  private final Clock clock = new Clock(Timing.SYSTEM, Threads.executor());

  @AfterEach
  void stop() throws IOException {
    server.shutdown();
  }

  private HttpStack stack(@Nullable OkHttpClient callers) {
    return stack(callers, clock);
  }

  private HttpStack stack(@Nullable OkHttpClient callers, Clock clock) {
    Credentials credentials = Credentials.token("token", "apiToken");
    return new HttpStack(callers, server.url("/"), credentials, "test", 1_000, List.of(), clock);
  }

  private static CompletableFuture<Object> enqueued(Call<ResponseBody> call) {
    CompletableFuture<Object> future = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<ResponseBody> call, Response<ResponseBody> response) {
            future.complete(response);
          }

          @Override
          public void onFailure(Call<ResponseBody> call, Throwable failure) {
            future.completeExceptionally(failure);
          }
        });
    return future;
  }

  @Test
  void closingEndsBareCallsOfItsOwnAlone() throws Exception {
    OkHttpClient callers = new OkHttpClient();
    HttpStack ours = stack(callers);
    for (int i = 0; i < 4; i++) {
      server.enqueue(NONE);
    }
    CompletableFuture<Object> bare = enqueued(ours.bare().create(Api.class).get());
    CompletableFuture<Object> attempt = enqueued(ours.with(SETTINGS).create(Api.class).get());
    HttpStack another = stack(callers, new Clock(Timing.SYSTEM, Threads.executor()));
    CompletableFuture<Object> others = enqueued(another.bare().create(Api.class).get());
    CompletableFuture<Integer> callersOwn =
        CompletableFuture.supplyAsync(() -> run(callers), Threads.executor());
    for (int i = 0; i < 4; i++) {
      assertNotNull(server.takeRequest(5, TimeUnit.SECONDS));
    }
    clock.close();
    ExecutionException ended =
        assertThrows(ExecutionException.class, () -> bare.get(5, TimeUnit.SECONDS));
    assertInstanceOf(IOException.class, ended.getCause());
    assertFalse(attempt.isDone() || others.isDone() || callersOwn.isDone());
  }

  private int run(OkHttpClient callers) {
    Request request = new Request.Builder().url(server.url("/")).build();
    try (okhttp3.Response response = callers.newCall(request).execute()) {
      return response.code();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aClosedClientLeavesACallersConnectionsAlone() {
    OkHttpClient callers = new OkHttpClient();
    HttpStack stack = stack(callers);
    server.enqueue(new MockResponse());
    run(callers);
    clock.close();
    CallSpec<ResponseBody, ResponseBody> spec =
        new CallSpec<>(
            new Subject("get", null, null),
            stack.with(SETTINGS).create(Api.class).get(),
            body -> new Envelope<>(true, body));
    Duration minute = Duration.ofMinutes(1);
    TimeLimits limits = new TimeLimits(minute, minute, clock.nanos() + minute.toNanos());
    assertInstanceOf(NoResponse.class, new Exchange<>(spec, clock, limits).execute());
    assertEquals(1, callers.connectionPool().connectionCount());
  }

  @Test
  void aClosedClientKeepsNoConnectionOfItsOwn() {
    OkHttpClient client = new OkHttpClient();
    AtomicBoolean closed = new AtomicBoolean();
    Owner owner = new Owner(closed::get, client.connectionPool());
    server.enqueue(new MockResponse());
    server.enqueue(new MockResponse());
    run(client);
    owner.evictIfClosed();
    assertEquals(1, client.connectionPool().connectionCount());
    closed.set(true);
    run(client);
    owner.evictIfClosed();
    assertEquals(0, client.connectionPool().connectionCount());
  }

  @Test
  void manyCallsToOneHostAreUnderWayAtOnce() throws InterruptedException {
    Api api = stack(null).bare().create(Api.class);
    for (int i = 0; i < 6; i++) {
      server.enqueue(NONE);
      enqueued(api.get());
    }
    for (int i = 0; i < 6; i++) {
      assertNotNull(server.takeRequest(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void aClosedClientMakesNoBareCall() {
    HttpStack stack = stack(null);
    clock.close();
    Call<ResponseBody> call = stack.bare().create(Api.class).get();
    assertEquals(
        "The client is closed.", assertThrows(IOException.class, call::execute).getMessage());
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void aRequestHasTheHeadersAndTheQueryOfItsSettings() throws Exception {
    server.enqueue(new MockResponse());
    RequestSettings settings =
        new RequestSettings(Duration.ofSeconds(5), Map.of("a", "b"), Map.of("c", "d e"));
    stack(null).with(settings).create(Api.class).get().execute();
    RecordedRequest request = server.takeRequest();
    assertEquals("b", request.getHeader("a"));
    assertEquals("/?c=d%20e", request.getPath());
  }

  @Test
  void aCreateHasItsBody() throws Exception {
    server.enqueue(new MockResponse());
    RequestBody body = RequestBody.create("abc", MediaType.get("text/x"));
    stack(null).bare().create(Api.class).post(body).execute();
    RecordedRequest request = server.takeRequest();
    assertEquals("abc", request.getBody().readUtf8());
    assertEquals("3", request.getHeader("Content-Length"));
    assertEquals("text/x; charset=utf-8", request.getHeader("Content-Type"));
  }

  private OkHttpClient.Builder withAProxysPassword() {
    return new OkHttpClient.Builder()
        .proxyAuthenticator(
            (route, response) ->
                response.request().newBuilder().header("Proxy-Authorization", "open").build());
  }

  private int status(OkHttpClient callers) throws IOException {
    server.enqueue(new MockResponse().setResponseCode(407));
    server.enqueue(new MockResponse());
    return stack(callers).bare().create(Api.class).get().execute().code();
  }

  @Test
  void aProxyThatAsksForItsPasswordGetsIt() throws Exception {
    assertEquals(200, status(withAProxysPassword().proxy(server.toProxyAddress()).build()));
    server.takeRequest();
    assertEquals("open", server.takeRequest().getHeader("Proxy-Authorization"));
  }

  @Test
  void aServerThatAsksForThePasswordOfAProxyDoesNotGetIt() throws IOException {
    assertEquals(407, status(withAProxysPassword().build()));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void aCreateOverACallersClientOfHttp2AloneIsMadeInHttp2() throws IOException {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.enqueue(new MockResponse());
    OkHttpClient callers =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    Response<ResponseBody> response = stack(callers).bare().create(Api.class).post().execute();
    assertEquals(Protocol.H2_PRIOR_KNOWLEDGE, response.raw().protocol());
  }
}
