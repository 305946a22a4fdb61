package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** Only the API is called, with a call that its own client made. */
class AnyCallOriginTest extends AnyCall {

  private final FakeAiGateway elsewhere = FakeAiGateway.start();

  @AfterEach
  void closeElsewhere() {
    elsewhere.close();
  }

  private HttpUrl base() {
    return HttpUrl.get(fake.baseUrl() + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/client/v4/things",
        "//elsewhere.example/client/v4/things",
        "\\\\elsewhere.example\\client\\v4\\things",
        "/things",
        "/client",
        "/client/v4",
        "/client/v4evil/things",
        "/client%2Fv4/things",
        "..",
        "../v4",
        "../things",
        "../../things",
        "%2e%2e/things",
        "a/b/../../../things",
        "http://127.0.0.1:1/client/v4/things",
        "http://someone:hunter2@127.0.0.1:PORT/client/v4/things",
        "http://hunter2@127.0.0.1:PORT/client/v4/things",
        "http://:hunter2@127.0.0.1:PORT/client/v4/things",
        "https://127.0.0.1:PORT/client/v4/things",
        "http://127.0.0.1.:PORT/client/v4/things",
        "http://[::1]:PORT/client/v4/things"
      })
  void aUrlElsewhereIsRefusedBeforeAnythingIsSent(String url) {
    String at = url.replace("PORT", "" + base().port()) + "?token=hunter2#hunter2";
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> client.call(things.at(at)));
    assertSaysNot("hunter2", refused);
    assertEquals(0, fake.requestCount());
  }

  @Test
  void theRefusalSaysWhereItLeadsAndWhatToDo() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> client.call(things.at("/a/b?c=d")));
    assertSays("The URL of the call must lie below " + base(), refused);
    assertSays("but leads to " + base().resolve("/a/b") + ". Make the paths", refused);
    String user = "http://u@127.0.0.1:" + base().port() + "/client/v4/a";
    assertSays(
        "leads to " + base().resolve("a") + " with a user or password. Make",
        assertThrows(IllegalArgumentException.class, () -> client.call(things.at(user))));
  }

  @Test
  void aParameterThatLeadsElsewhereIsRefused() {
    for (String path : List.of("//elsewhere.example/things", "/things", "https://e.example/a")) {
      assertThrows(IllegalArgumentException.class, () -> client.call(things.wherever(path)));
    }
    assertThrows(IllegalArgumentException.class, () -> client.call(things.wherever("../../a")));
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aUrlOfTheApiIsCalledHoweverItIsWritten() {
    fake.fail(Fault.body(200, "{}"));
    for (String url : List.of("a/b", "./a/b", "x/../a/b", "/client/v4/a/b", base() + "a/b")) {
      assertEquals(new JsonObject(), client.call(things.at(url)).execute());
    }
    assertEquals(
        List.of("/client/v4/a/b"),
        fake.requests().stream().map(ReceivedRequest::path).distinct().toList());
  }

  @Test
  void aBareCallTakesNoCredentialsElsewhere() throws IOException {
    elsewhere.fail(Fault.body(200, "{}"));
    things.at(elsewhere.baseUrl() + "/things").execute();
    ReceivedRequest sent = elsewhere.requests().get(0);
    assertNull(sent.header("Authorization"));
    assertTrue(sent.headers().values().stream().noneMatch(v -> ("" + v).contains(fake.apiToken())));
  }

  @Test
  void aCallOfAnotherClientIsRefused() {
    Retrofit foreign = new Retrofit.Builder().baseUrl(base()).build();
    try (AiGatewayClient other = builder().build()) {
      for (Call<?> call :
          List.of(
              other.create(Things.class).object(),
              other.api().getGateway("a", "b"),
              foreign.create(Foreign.class).nothing(),
              new Wrapped<>(foreign.create(Foreign.class).nothing()),
              new Wrapped<>(other.create(Things.class).object()))) {
        assertSays(
            "call must be from this client: make its interface with create(…) or api() of the same",
            assertThrows(IllegalArgumentException.class, () -> client.call(call)));
      }
    }
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aWrappedCallIsThatInside() {
    fake.fail(Fault.body(200, "{}"));
    assertEquals(new JsonObject(), client.call(new Wrapped<>(things.object())).execute());
  }

  @Test
  void aStreamIsRefused() {
    assertSays(
        "call must not be @Streaming",
        assertThrows(IllegalArgumentException.class, () -> client.call(things.stream())));
  }

  @Test
  @SuppressWarnings("NullAway") // for callers without a checker
  void nullIsRefused() {
    ApiCall<JsonObject> call = client.call(things.object());
    assertEquals(
        List.of("call", "type", "options"),
        List.<Executable>of(
                () -> client.call(null), () -> client.create(null), () -> call.with(null))
            .stream()
            .map(misuse -> assertThrows(NullPointerException.class, misuse).getMessage())
            .toList());
    assertSays(
        "account_id",
        assertThrows(IllegalArgumentException.class, () -> client.call(things.logs(null, "a"))));
    assertThrows(IllegalArgumentException.class, () -> client.call(things.at(null)));
    assertThrows(IllegalArgumentException.class, () -> client.create(String.class));
  }

  @Test
  void aClosedClientRefuses() {
    ApiCall<JsonObject> call = client.call(things.object());
    Call<JsonObject> bare = things.object();
    client.close();
    for (Executable misuse :
        List.<Executable>of(
            () -> client.create(Things.class),
            client::api,
            () -> client.call(bare),
            call::execute,
            call::tryExecute,
            call::async)) {
      assertSays("This client is closed.", assertThrows(IllegalStateException.class, misuse));
    }
    assertSays("The client is closed.", assertThrows(IOException.class, bare::execute));
    assertEquals(0, fake.requestCount());
  }

  /** An interface of another Retrofit. */
  interface Foreign {
    @GET("things")
    Call<Void> nothing();
  }

  /** A call in another one, as call adapters make them. */
  private record Wrapped<T>(Call<T> inner) implements Call<T> {

    @Override
    public Response<T> execute() {
      throw new AssertionError("executed");
    }

    @Override
    public void enqueue(Callback<T> callback) {
      throw new AssertionError("enqueued");
    }

    @Override
    public boolean isExecuted() {
      return false;
    }

    @Override
    public void cancel() {}

    @Override
    public boolean isCanceled() {
      return false;
    }

    @Override
    public Call<T> clone() {
      return this;
    }

    @Override
    public Request request() {
      return inner.request();
    }

    @Override
    public Timeout timeout() {
      return inner.timeout();
    }
  }
}
