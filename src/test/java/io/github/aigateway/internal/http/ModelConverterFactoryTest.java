package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import io.github.aigateway.model.GatewayUrlResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
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
  @ValueSource(strings = {"a", "grün €😀", "a\\\"b\\\\c\\nd", ""})
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

  @Test
  void whatIsNoModelIsLeftToOthers() {
    ModelConverterFactory factory = new ModelConverterFactory(0);
    for (Class<?> type : List.of(String.class, ResponseBody.class)) {
      assertNull(factory.responseBodyConverter(type, NONE, RETROFIT));
      assertNull(factory.requestBodyConverter(type, NONE, NONE, RETROFIT));
    }
    assertInstanceOf(
        Converter.class, factory.responseBodyConverter(GatewayUrlResponse.class, NONE, RETROFIT));
  }
}
