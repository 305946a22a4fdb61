package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.aigateway.model.GatewayUrlResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Bodies are models, and models are bodies; all else is left to other converters. */
class ModelConverterFactoryTest {

  private static final Annotation[] NONE = {};
  private static final Retrofit RETROFIT =
      new Retrofit.Builder().baseUrl("https://a.example").build();

  private static GatewayUrlResponse read(ResponseBody body, long maxResponseBytes)
      throws IOException {
    Converter<ResponseBody, ?> converter =
        new ModelConverterFactory(maxResponseBytes)
            .responseBodyConverter(GatewayUrlResponse.class, NONE, RETROFIT);
    return (GatewayUrlResponse) converter.convert(body);
  }

  @SuppressWarnings("unchecked") // a factory is asked for what it can write
  private static RequestBody written(GatewayUrlResponse model) throws IOException {
    return ((Converter<GatewayUrlResponse, RequestBody>)
            new ModelConverterFactory(0)
                .requestBodyConverter(GatewayUrlResponse.class, NONE, NONE, RETROFIT))
        .convert(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "grün €😀", "a\\\"b\\\\c\\nd", "", "cut \\ud83d", "\\udfffx"})
  void whatIsReadIsWrittenAgain(String text) throws IOException {
    String json = "{\"result\":\"" + text + "\",\"success\":true}";
    RequestBody body = written(read(ResponseBody.create(json, null), 0));
    Buffer sent = new Buffer();
    body.writeTo(sent);
    assertEquals(json, sent.readUtf8());
    assertEquals(MediaType.get("application/json; charset=utf-8"), body.contentType());
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertEquals("a", read(ResponseBody.create("\ufeff{\"result\":\"a\"}", null), 0).getResult());
  }

  @ParameterizedTest
  @CsvSource({"0, 1000, true", "0, 1100, false", "32000, 1900, true", "32000, 2100, false"})
  void aBodyHasABoundedNumberOfValues(long maxResponseBytes, int values, boolean read)
      throws IOException {
    String json = "{\"result\":\"a\",\"more\":[0" + ",0".repeat(values - 1) + "]}";
    ResponseBody body = ResponseBody.create(json, null);
    if (read) {
      assertEquals("a", read(body, maxResponseBytes).getResult());
    } else {
      assertThrows(JsonParseException.class, () -> read(body, maxResponseBytes));
    }
  }

  @Test
  void anErrorOfTheJvmIsAnExceptionThatRetrofitTellsOf() {
    StackOverflowError error = new StackOverflowError();
    ForwardingSource failing =
        new ForwardingSource(new Buffer()) {
          @Override
          public long read(Buffer sink, long byteCount) {
            throw error;
          }
        };
    ResponseBody body = ResponseBody.create(Okio.buffer(failing), null, -1);
    assertSame(
        error, assertThrows(UnusableBodyException.NotRead.class, () -> read(body, 0)).getCause());
  }

  /** Its methods are asked for their types alone. */
  interface Types {
    List<GatewayUrlResponse> list();

    Map<String, List<Long>> map();

    JsonElement any();

    JsonObject object();

    JsonArray array();

    String text();

    Map<Long, Long> otherMap();

    Set<Long> set();

    List<ResponseBody> listOfOthers();

    ResponseBody other();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list   | [{\"result\":\"a\"},{}]",
        "map    | {\"a\":[1,2]}",
        "any    | [1.50,null]",
        "any    | null",
        "object | {\"a\":null}",
        "array  | [{}]",
        "text   | \"a\""
      })
  @SuppressWarnings("unchecked") // a factory is asked for what it can write
  void jsonListsAndMapsAreReadAndWritten(String method, String json) throws Exception {
    Type type = Types.class.getDeclaredMethod(method).getGenericReturnType();
    ModelConverterFactory factory = new ModelConverterFactory(0);
    Object value =
        factory
            .responseBodyConverter(type, NONE, RETROFIT)
            .convert(ResponseBody.create(json, null));
    Buffer sent = new Buffer();
    ((Converter<Object, RequestBody>) factory.requestBodyConverter(type, NONE, NONE, RETROFIT))
        .convert(value)
        .writeTo(sent);
    assertEquals(json, sent.readUtf8());
  }

  @ParameterizedTest
  @ValueSource(strings = {"otherMap", "set", "listOfOthers", "other"})
  void whatIsNoJsonIsLeftToOthers(String method) throws Exception {
    Type type = Types.class.getDeclaredMethod(method).getGenericReturnType();
    ModelConverterFactory factory = new ModelConverterFactory(0);
    assertNull(factory.responseBodyConverter(type, NONE, RETROFIT));
    assertNull(factory.requestBodyConverter(type, NONE, NONE, RETROFIT));
  }
}
