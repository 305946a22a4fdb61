package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** Any call is repeated by its HTTP method, has time limits, and takes options. */
class AnyCallRetriesTest extends AnyCall {

  private static final JsonObject BODY = json("a", 1);

  private List<Call<?>> repeatable() {
    return List.of(
        things.object(),
        things.at("things"),
        things.put(BODY),
        things.delete(),
        things.deleteWith(BODY));
  }

  private List<Call<?>> notRepeatable() {
    return List.of(things.post(BODY), things.patch(BODY), things.options());
  }

  @ParameterizedTest
  @EnumSource
  void theMethodSaysWhetherItIsRepeated(Style style) {
    fake.fail(Fault.status(503));
    repeatable().forEach(call -> assertAttempts(3, style, call));
    notRepeatable().forEach(call -> assertAttempts(1, style, call));
    fake.clearFaults();
    fake.fail(Fault.status(429));
    repeatable().forEach(call -> assertAttempts(3, style, call));
    notRepeatable().forEach(call -> assertAttempts(3, style, call));
    fake.clearFaults();
    fake.fail(Fault.emptyBody(503));
    assertAttempts(3, style, things.head());
    assertAttempts(3, style, things.headByName());
    fake.clearFaults();
    fake.fail(Fault.status(409));
    repeatable().forEach(call -> assertAttempts(1, style, call));
  }

  @ParameterizedTest
  @EnumSource
  void eachAttemptSendsTheSame(Style style) {
    for (Call<JsonObject> call : List.of(things.put(BODY), things.deleteWith(BODY))) {
      fake.clearRequests();
      fake.failNext(Fault.status(503)).times(2);
      fake.failNext(Fault.body(200, "{}"));
      made(style, call);
      assertEquals(
          List.of("{\"a\":1}", "{\"a\":1}", "{\"a\":1}"),
          fake.requests().stream().map(ReceivedRequest::body).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatCanBeReadOnceIsSentOnce(Style style) {
    for (int status : List.of(429, 503)) {
      fake.fail(Fault.status(status));
      AiGatewayException error = assertAttempts(1, style, things.putRaw(new Once()));
      assertSays("not retried, since the request must not be sent twice", error);
      fake.clearFaults();
    }
    fake.failNext(Fault.responseLost());
    TransportException lost =
        assertThrows(TransportException.class, () -> made(style, things.putRaw(new Once())));
    assertEquals(1, lost.attempts());
    assertTrue(lost.mayHaveBeenApplied());
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptAndACallEndInTheirTime(Style style) {
    Duration limit = Duration.ofSeconds(10);
    for (RequestOptions.Builder options :
        List.of(
            RequestOptions.builder().attemptTimeout(limit).maxRetries(0),
            RequestOptions.builder().callTimeout(limit))) {
      fake.failNext(Fault.noResponse());
      fake.clearRequests();
      ApiCall<JsonObject> call = client.call(things.post(BODY)).with(options.build());
      CompletableFuture<Object> outcome = InRealTime.beside(() -> "" + made(style, call));
      Await.await(() -> fake.requestCount() == 1);
      time.pass(limit);
      TransportException error = InRealTime.ends(Reason.TIMEOUT, outcome);
      assertTrue(error.mayHaveBeenApplied());
      assertSays("Timeout (10 s)", error);
    }
  }

  @ParameterizedTest
  @EnumSource
  void optionsGoAlong(Style style) {
    fake.fail(Fault.body(200, "{}"));
    RequestOptions options = RequestOptions.builder().header("X-A", "1").query("q", "2").build();
    RequestOptions more = RequestOptions.builder().header("X-B", "3").build();
    ApiCall<JsonObject> call = client.call(things.accepting("text/csv", "from the method"));
    made(style, call.with(options).with(more));
    ReceivedRequest with = fake.requests().get(0);
    assertEquals("1", with.header("X-A"));
    assertEquals("3", with.header("X-B"));
    assertEquals("2", with.queryParameter("q"));
    made(style, call);
    ReceivedRequest without = fake.requests().get(1);
    assertEquals(null, without.header("X-A"));
    assertEquals("from the method", without.queryParameter("q"));
    fake.clearFaults();
    fake.fail(Fault.status(503));
    ApiCall<JsonObject> once = call.with(RequestOptions.builder().maxRetries(0).build());
    assertEquals(
        1, assertThrows(ServerException.class, () -> made(style, once.with(more))).attempts());
  }

  @Test
  void theInterfaceChoosesTheTypeOfTheResponse() {
    fake.fail(Fault.body(200, "{}"));
    client.call(things.accepting("text/csv", "")).execute();
    client.call(things.object()).execute();
    assertEquals("text/csv", fake.requests().get(0).header("Accept"));
    assertEquals("application/json", fake.requests().get(1).header("Accept"));
  }

  @Test
  void optionsNameNoAccount() {
    ApiCall<JsonObject> call = client.call(things.object());
    RequestOptions options = RequestOptions.builder().accountId("another").build();
    assertSays(
        "options must not name an account for this call: pass the account to the method",
        assertThrows(IllegalArgumentException.class, () -> call.with(options)));
    assertFalse(call.with(RequestOptions.builder().build()).toString().isEmpty());
  }

  private AiGatewayException assertAttempts(int attempts, Style style, Call<?> call) {
    fake.clearRequests();
    ApiException error = assertThrows(ApiException.class, () -> made(style, call));
    assertEquals(attempts, fake.requestCount(), () -> call.request().toString());
    assertEquals(attempts, error.attempts());
    return error;
  }

  /** A body of a stream, which is at its end when it was sent. */
  private static final class Once extends RequestBody {
    private boolean sent;

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      if (sent) {
        throw new IOException("sent twice");
      }
      sent = true;
      sink.writeUtf8("once");
    }
  }
}
