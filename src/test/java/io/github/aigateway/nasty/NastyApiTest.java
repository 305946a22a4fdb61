package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import io.github.aigateway.nasty.api.LogsApi;
import io.github.aigateway.nasty.api.OddThingsApi;
import io.github.aigateway.nasty.api.OddThingsApi.ListThingsQuery;
import io.github.aigateway.nasty.model.Color;
import io.github.aigateway.nasty.model.ListThingsCallParameter;
import io.github.aigateway.nasty.model.Log;
import io.github.aigateway.nasty.model.Open;
import io.github.aigateway.nasty.model.Square;
import io.github.aigateway.nasty.model.Success;
import io.github.aigateway.nasty.model.Thing;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Converter;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Retrofit accepts the interface of a document that is odd on purpose, and sends what it says. */
class NastyApiTest {

  private final MockWebServer server = new MockWebServer();
  private final Retrofit retrofit =
      new Retrofit.Builder()
          .baseUrl(server.url("/base/"))
          .addConverterFactory(new Adapters())
          .validateEagerly(true)
          .build();
  private final OddThingsApi api = retrofit.create(OddThingsApi.class);
  private final LogsApi logs = retrofit.create(LogsApi.class);

  @AfterEach
  void stop() throws IOException {
    server.shutdown();
  }

  @Test
  void parametersAreEncoded() throws IOException, InterruptedException {
    server.enqueue(new MockResponse().setBody("{\"result\":[]}"));
    ListThingsQuery query =
        ListThingsQuery.builder()
            .result(5)
            .kinds(List.of(Color.of("dark blue"), Color.of("new & odd")))
            .since(Instant.parse("2026-01-01T00:00:00Z"))
            .color(Color.RED)
            .oddName(true)
            .day(LocalDate.of(2026, 1, 2))
            .times(List.of(Instant.EPOCH))
            .ratio(new BigDecimal("0.50"))
            .call(ListThingsCallParameter.of("later on"))
            .filters(List.of(Square.builder().side(1).build()))
            .build();
    api.listThings("a/b c", "trace", query).execute();
    RecordedRequest request = server.takeRequest();
    assertEquals("trace", request.getHeader("X-Trace"));
    assertEquals(
        "/base/odd/a%2Fb%20c/things?kinds=dark%20blue&kinds=new%20%26%20odd"
            + "&since=2026-01-01T00%3A00%3A00Z&result=5&color=red&odd%5Bname%5D=true&day=2026-01-02"
            + "&times=1970-01-01T00%3A00%3A00Z&ratio=0.50&call=later%20on"
            + "&filters=%5B%7B%22side%22%3A1%7D%5D",
        request.getPath());
  }

  @Test
  @SuppressWarnings("deprecation")
  void bodyGoesOutAndNothingComesBack() throws IOException, InterruptedException {
    server.enqueue(new MockResponse().setResponseCode(204));
    Response<Void> response = api.callDefault("a", Thing.fromJson("{\"maybe\":null}")).execute();
    assertEquals(204, response.code());
    assertEquals("{\"maybe\":null}", server.takeRequest().getBody().readUtf8());
  }

  @Test
  void unionComesBack() throws IOException {
    server.enqueue(new MockResponse().setBody("{\"side\":3}"));
    assertInstanceOf(Square.class, api.patch("a", Open.fromJson("{\"b\":1}")).execute().body());
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void anyJsonGoesOutAndComesBack() throws IOException, InterruptedException {
    server.enqueue(new MockResponse().setBody("[1.50,null]"));
    assertEquals(JsonParser.parseString("[1.50,null]"), logs.getLog("a").execute().body());
    server.enqueue(new MockResponse().setBody("{\"a\":null}"));
    JsonObject object = logs.replaceLog("a", JsonParser.parseString("[7]")).execute().body();
    assertEquals(JsonParser.parseString("{\"a\":null}"), object);
    server.takeRequest();
    assertEquals("[7]", server.takeRequest().getBody().readUtf8());
  }

  @Test
  void listsAndMapsGoOutAndComeBack() throws IOException, InterruptedException {
    server.enqueue(new MockResponse().setBody("[{\"true\":false},{}]"));
    List<Log> list = logs.listLogs().execute().body();
    assertEquals(List.of(Log.builder()._true(false).build(), Log.fromJson("{}")), list);
    server.enqueue(new MockResponse().setBody("{\"a\":1}"));
    assertEquals(Map.of("a", 1L), logs.sendLogs(list).execute().body());
    server.takeRequest();
    assertEquals("[{\"true\":false},{}]", server.takeRequest().getBody().readUtf8());
  }

  @Test
  void anEnvelopeNeedsNoResult() throws IOException {
    server.enqueue(new MockResponse().setBody("{\"success\":true}"));
    assertEquals(
        Success.builder().success(true).build(),
        logs.patchLog("a", new JsonObject()).execute().body());
  }

  @Test
  void aQueryIsCheckedWhenItIsMade() {
    ListThingsQuery.Builder query = ListThingsQuery.builder();
    assertEquals(
        "ListThingsQuery cannot be built: result is required.",
        assertThrows(IllegalArgumentException.class, query::build).getMessage());
    assertEquals(
        "ListThingsQuery cannot be built: result must be at most 5 (was 6).",
        assertThrows(IllegalArgumentException.class, query.result(6)::build).getMessage());
    assertEquals(
        "day", assertThrows(NullPointerException.class, () -> query.day(null)).getMessage());
  }

  @Test
  void aQueryIsAValue() {
    ListThingsQuery query = ListThingsQuery.builder().result(1).color(Color.RED).build();
    assertEquals(query, query.toBuilder().build());
    assertEquals(query.hashCode(), query.toBuilder().build().hashCode());
    assertNotEquals(query, query.toBuilder().result(2).build());
    assertEquals(Color.RED, query.getColor());
    assertEquals(1L, query.getResult());
    assertNull(query.getDay());
    assertEquals("ListThingsQuery{result=1, color=red}", query.toString());
  }

  /** Each model names its adapter by an annotation, so that a Gson without settings finds it. */
  private static final class Adapters extends Converter.Factory {
    private final Gson gson = new Gson();

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      TypeAdapter<?> adapter = gson.getAdapter(TypeToken.get(type));
      return body -> adapter.fromJson(body.charStream());
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
        Type type, Annotation[] parameters, Annotation[] methods, Retrofit retrofit) {
      TypeAdapter<Object> adapter = adapter(type);
      return value -> RequestBody.create(adapter.toJson(value), MediaType.get("application/json"));
    }

    @SuppressWarnings("unchecked") // Retrofit passes values of this type only.
    private TypeAdapter<Object> adapter(Type type) {
      return (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(type));
    }
  }
}
