package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParseException;
import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.internal.http.HttpStack;
import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GatewayListResponse;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.model.GatewayUrlResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Any bytes as the body of a successful response. */
class ResponseFuzz {

  @RegisterExtension static final FuzzedExecutions EXECUTIONS = new FuzzedExecutions();

  private static final Retrofit RETROFIT =
      new HttpStack(
              null,
              HttpUrl.get("https://api.example.com/"),
              Credentials.token("token", "apiToken"),
              "",
              1 << 24,
              List.of(),
              new Clock(Timing.SYSTEM, Runnable::run))
          .bare();
  private static final Converter<ResponseBody, GatewayResponse> ONE = reader(GatewayResponse.class);
  private static final Converter<ResponseBody, GatewayListResponse> MANY =
      reader(GatewayListResponse.class);
  private static final Converter<ResponseBody, GatewayUrlResponse> URL =
      reader(GatewayUrlResponse.class);

  @FuzzTest(maxDuration = "1s")
  @DictionaryEntries({
    "{\"success\":true,\"result\":",
    "\"result_info\":{\"page\":1,\"per_page\":20,\"count\":1,\"total_count\":1}",
    "\"errors\":[]",
    "\"messages\":[{\"code\":1,\"message\":\"\"}]",
    "\"id\":\"a\"",
    "\"cache_ttl\":0",
    "\"collect_logs\":true",
    "\"created_at\":\"2026-04-23T04:55:11.123Z\"",
    "\"rate_limiting_technique\":\"fixed\"",
    "\"dlp\":{\"action\":\"BLOCK\",\"enabled\":true,\"profiles\":[\"p\"]}",
    "\"dlp\":{\"enabled\":true,\"policies\":[",
    "\"otel\":[{\"authorization\":\"\",\"headers\":{},\"url\":\"\"}]",
    "\"stripe\":{\"authorization\":\"\",\"usage_events\":[{\"payload\":\"\"}]}",
    "\"spend_limits\":{\"rules\":[",
    "\"guardrails\":{\"prompt\":{",
    "\\ud83d",
    "null",
    "1e400",
    "9223372036854775808",
    "\u00ef\u00bb\u00bf"
  })
  void aResponseIsReadOrRefused(byte[] body) throws IOException {
    EXECUTIONS.count();
    GatewayResponse one = read(ONE, body, GatewayResponse.class);
    if (one != null) {
      Gateway gateway = Envelopes.of(one).result();
      if (gateway != null) {
        dateIsReadOrRefused(gateway);
      }
    }
    GatewayUrlResponse url = read(URL, body, GatewayUrlResponse.class);
    if (url != null) {
      assertNotNull(Envelopes.of(url));
    }
    GatewayListResponse many = read(MANY, body, GatewayListResponse.class);
    if (many != null) {
      Page<?> page = Envelopes.of(many, ListGatewaysOptions.DEFAULT).result();
      if (page != null && page.hasNext()) {
        assertNotNull(page.nextOptions());
      }
    }
  }

  private static void dateIsReadOrRefused(Gateway gateway) {
    try {
      assertNotNull(gateway.getCreatedAt());
    } catch (IllegalStateException | DateTimeParseException documented) {
      assertNotNull(documented.getMessage());
    }
  }

  /** What could be read, after it was printed, compared, written and read once more. */
  private static <T> @Nullable T read(Converter<ResponseBody, T> reader, byte[] body, Class<T> type)
      throws IOException {
    T model;
    try {
      model = Objects.requireNonNull(reader.convert(ResponseBody.create(body, null)));
    } catch (IOException | JsonParseException documented) {
      return null;
    }
    assertNotNull(model.toString());
    Buffer written = new Buffer();
    Objects.requireNonNull(writer(type).convert(model)).writeTo(written);
    T again =
        Objects.requireNonNull(reader.convert(ResponseBody.create(written.readByteArray(), null)));
    assertEquals(model, again);
    assertEquals(model.hashCode(), again.hashCode());
    return model;
  }

  private static <T> Converter<ResponseBody, T> reader(Class<T> type) {
    return RETROFIT.responseBodyConverter(type, new Annotation[0]);
  }

  private static <T> Converter<T, RequestBody> writer(Class<T> type) {
    return RETROFIT.requestBodyConverter(type, new Annotation[0], new Annotation[0]);
  }
}
