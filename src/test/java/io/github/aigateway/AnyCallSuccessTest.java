package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** {@code "success": false} is noticed in the API's own JSON, and in other JSON only if asked. */
class AnyCallSuccessTest extends AnyCall {

  private static final String REFUSED =
      "{\"errors\": [{\"code\": 7009, \"message\": \"not today\"}], \"success\": false}";

  /** The end is further away than what is kept of a body. */
  private static final String LONG =
      "{\"errors\": [{\"code\": 7009, \"message\": \"not today\"}], \"result\": \""
          + "x".repeat(100_000)
          + "\", \"success\": false}";

  /** The start of a text. */
  record Word(String text) {}

  /** An endpoint whose converter reads the first word only. */
  interface Words {
    @GET("words")
    Call<Word> first();
  }

  @ParameterizedTest
  @EnumSource
  void aModelThatSaysFalseIsAFailure(Style style) {
    fake.fail(Fault.body(200, REFUSED));
    assertRefused(style, client.call(things.model()));
    assertRefused(style, client.call(client.api().getGateway("a", "b")));
  }

  @ParameterizedTest
  @EnumSource
  void otherJsonMaySayWhatItLikes(Style style) throws IOException {
    fake.fail(Fault.body(200, REFUSED));
    JsonObject object = made(style, things.object());
    assertNotNull(object);
    assertEquals(
        7009, object.getAsJsonArray("errors").get(0).getAsJsonObject().get("code").getAsInt());
    assertNull(made(style, things.nothing()));
    ResponseBody bytes = made(style, things.bytes());
    assertNotNull(bytes);
    assertEquals(REFUSED, bytes.string());
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheTypeItIsAFailureIfAsked(Style style) {
    try (AiGatewayClient reading = builder().addConverterFactory(new FirstWord()).build()) {
      for (String json : List.of(REFUSED, LONG, "\ufeff" + REFUSED)) {
        fake.clearFaults();
        fake.fail(Fault.body(200, json));
        for (Call<?> call :
            List.of(
                things.object(),
                things.element(),
                things.nothing(),
                things.bytes(),
                things.model())) {
          assertRefused(style, client.call(call).requireSuccess());
        }
        RequestOptions options = RequestOptions.builder().maxRetries(0).build();
        assertRefused(style, client.call(things.object()).requireSuccess().with(options));
        assertRefused(style, reading.call(reading.create(Words.class).first()).requireSuccess());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsAFailureAlthoughTheRestCannotBeRead(Style style) {
    fake.fail(Fault.body(200, "{\"success\": false, \"result\": {"));
    assertThrows(
        ApiException.class, () -> made(style, client.call(things.object()).requireSuccess()));
    assertThrows(
        ApiException.class, () -> made(style, client.call(things.nothing()).requireSuccess()));
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotSayFalseIsASuccess(Style style) {
    for (String json :
        List.of(
            "{}",
            "{\"success\": true}",
            "{\"success\": null}",
            "{\"success\": \"false\"}",
            "{\"success\": 0}",
            "{\"result\": {\"success\": false}}")) {
      fake.failNext(Fault.body(200, json)).times(2);
      assertNotNull(made(style, client.call(things.object()).requireSuccess()));
      assertNull(made(style, client.call(things.nothing()).requireSuccess()));
    }
    for (Fault fault :
        List.of(
            Fault.status(204), Fault.emptyBody(200), Fault.textPage(200), Fault.body(200, "[]"))) {
      fake.failNext(fault);
      assertNull(made(style, client.call(things.nothing()).requireSuccess()), fault::toString);
    }
    fake.failNext(Fault.emptyBody(200));
    assertNull(made(style, client.call(things.head()).requireSuccess()));
    fake.failNext(Fault.body(200, "{\"id\": 1}"));
    assertNotNull(made(style, things.model()));
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatIsTooLongOrBreaksOffIsStillThat(Style style) {
    fake.failNext(Fault.hugeBody(17L * 1024 * 1024));
    ApiCall<Void> call = client.call(things.nothing()).requireSuccess();
    InvalidResponseException error =
        assertThrows(InvalidResponseException.class, () -> made(style, call));
    Messages.assertSays("the most that this client accepts", error);
    fake.clearRequests();
    fake.fail(Fault.truncatedBody());
    ApiCall<Void> broken = client.call(things.exists(fake.accountId(), Calls.ID)).requireSuccess();
    assertEquals(
        TransportException.Reason.CONNECTION_LOST,
        assertThrows(TransportException.class, () -> made(style, broken)).reason());
    assertEquals(3, fake.requestCount());
  }

  private static void assertRefused(Style style, ApiCall<?> call) {
    ApiException error = assertThrows(ApiException.class, () -> made(style, call));
    assertEquals(200, error.status());
    assertEquals(7009L, error.errors().get(0).code());
    assertTrue(Messages.message(error).contains("not today"));
    assertEquals(1, error.attempts());
  }

  private static final class FirstWord extends Converter.Factory {
    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return body -> new Word(body.source().readUtf8(3));
    }
  }
}
