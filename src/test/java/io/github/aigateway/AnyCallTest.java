package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Response;

/** Any call of an interface has typed values and failures, in each style. */
class AnyCallTest extends AnyCall {

  @ParameterizedTest
  @EnumSource
  void itsValueIsWhatTheMethodSays(Style style) throws IOException {
    assertValue("{\"a\":1.50}", style, things.object());
    assertValue("[1,null]", style, things.array());
    assertValue("\"text\"", style, things.element());
    assertValue("1.50", style, things.primitive());
    respond(200, "{}");
    assertThrows(InvalidResponseException.class, () -> made(style, things.primitive()));
    assertValue("{\"a\":[]}", style, things.element());
    assertValue("{\"result\":{\"id\":\"a\"},\"success\":true}", style, things.model());
    assertValue("[{\"a\":1}]", style, things.list());
    assertValue("{\"a\":1}", style, things.inherited());
    assertValue("{\"a\":1}", style, things.options());
    respond(200, "null");
    assertEquals(JsonNull.INSTANCE, made(style, things.element()));
    respond(200, "{\"a\":1}");
    assertEquals(Map.of("a", 1L), made(style, things.map()));
    respond(200, "\"a\"");
    assertEquals("a", made(style, things.text()));
    respond(200, "no JSON at all");
    ResponseBody bytes = made(style, things.bytes());
    assertNotNull(bytes);
    assertEquals("no JSON at all", bytes.string());
  }

  private void assertValue(String json, Style style, Call<?> call) {
    respond(200, json);
    Object value = made(style, call);
    assertEquals(
        json.replace(" ", ""),
        value instanceof GatewayResponse model ? model.toJson() : "" + value);
  }

  private void respond(int status, String json) {
    fake.failNext(Fault.body(status, json));
  }

  @ParameterizedTest
  @EnumSource
  void theGeneratedInterfaceIsOne(Style style) {
    GatewayResponse response = made(style, client.api().getGateway(fake.accountId(), Calls.ID));
    assertNotNull(response);
    assertEquals(Calls.ID, response.getResult().getId());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsAValueWhateverComes(Style style) {
    for (Fault fault :
        List.of(
            Fault.body(200, "{\"a\": 1}"),
            Fault.body(201, "text/plain", new byte[100_000]),
            Fault.emptyBody(200),
            Fault.status(204))) {
      fake.failNext(fault);
      assertNull(made(style, things.nothing()), fault::toString);
    }
    fake.clearRequests();
    fake.fail(Fault.emptyBody(200));
    assertNull(made(style, things.head()));
    assertNull(made(style, things.headByName()));
    assertTrue(fake.requests().stream().allMatch(request -> request.method().equals("HEAD")));
    assertEquals(Optional.empty(), client.call(things.head()).tryExecute().toOptional());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNoValueIfItsBodyBreaksOffOrIsTooLong(Style style) {
    fake.failNext(Fault.truncatedBody());
    assertNull(made(style, things.exists(fake.accountId(), Calls.ID)));
    assertEquals(2, fake.requestCount());
    fake.failNext(Fault.hugeBody(17L * 1024 * 1024));
    Messages.assertSays(
        "the most that this client accepts",
        failure(InvalidResponseException.class, style, things.nothing()));
    fake.failNext(Fault.status(404));
    failure(NotFoundException.class, style, things.head());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotTheValueIsAnInvalidResponse(Style style) {
    Stream<Fault> wrong =
        Stream.of(
            Fault.body(200, "[]"),
            Fault.body(200, "null"),
            Fault.body(200, "{\"a\""),
            Fault.htmlPage(200),
            Fault.emptyBody(200),
            Fault.status(204),
            Fault.redirect("https://elsewhere.example"));
    wrong.forEach(
        fault -> {
          fake.failNext(fault);
          InvalidResponseException error =
              failure(InvalidResponseException.class, style, things.object());
          assertEquals("GET things", error.operation());
        });
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsTyped(Style style) {
    fake.failNext(Fault.status(403, 10000, "no permission"));
    PermissionDeniedException denied =
        failure(PermissionDeniedException.class, style, things.post(new JsonObject()));
    assertEquals(10000L, denied.errors().get(0).code());
    Messages.assertSays("POST things failed with status 403 (request ", denied);
    fake.failNext(Fault.responseLost());
    TransportException lost =
        failure(TransportException.class, style, things.post(new JsonObject()));
    assertTrue(lost.mayHaveBeenApplied());
    Messages.assertSays(
        "; not retried, since the request must not be sent twice; the change may have been"
            + " applied.",
        lost);
  }

  @Test
  void aResultHoldsTheResponse() {
    respond(201, "{}");
    Result.Ok<?> ok = assertInstanceOf(Result.Ok.class, client.call(things.object()).tryExecute());
    assertEquals(201, ok.response().status());
    assertEquals(1, ok.response().attempts());
    assertNotNull(ok.response().requestId());
    assertTrue(ok.response().url().encodedPath().endsWith("/things"));
  }

  @Test
  void aCallCanBeMadeAnyNumberOfTimesHoweverItWasUsed() throws IOException {
    fake.fail(Fault.body(200, "{}"));
    Call<JsonObject> call = things.object();
    call.execute();
    ApiCall<JsonObject> made = client.call(call);
    call.cancel();
    assertEquals(new JsonObject(), made.execute());
    assertEquals(new JsonObject(), made.async().join());
    assertEquals(new JsonObject(), client.call(call).execute());
    assertEquals(new JsonObject(), client.call(call.clone()).execute());
    assertEquals(5, fake.requestCount());
    assertEquals("ApiCall{GET things}", made.toString());
  }

  @Test
  void ofABareCallOnlyTheCredentialsAreOurs() throws IOException {
    fake.fail(Fault.status(503));
    Response<Void> refused = things.nothing().execute();
    assertEquals(503, refused.code());
    assertEquals(1, fake.requestCount());
    fake.clearFaults();
    fake.fail(Fault.body(200, "{\"success\": false}"));
    Response<Void> dropped = things.nothing().execute();
    assertNull(dropped.body());
    assertTrue(dropped.isSuccessful());
    assertEquals("Bearer " + fake.apiToken(), fake.requests().get(1).header("Authorization"));
  }

  private <E extends AiGatewayException> E failure(Class<E> type, Style style, Call<?> call) {
    return assertThrows(type, () -> made(style, call));
  }
}
