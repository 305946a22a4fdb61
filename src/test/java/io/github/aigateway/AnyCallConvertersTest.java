package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PUT;
import retrofit2.http.Path;

/** A caller's converters read and write other types, and may fail as they like. */
class AnyCallConvertersTest extends AgainstFake {

  private final Lines converters = new Lines();
  private final AiGatewayClient own = builder().addConverterFactory(converters).build();
  private final Csv csv = own.create(Csv.class);

  @AfterEach
  void close() {
    own.close();
  }

  /** What is no JSON. */
  record Table(String text) {}

  /** An endpoint that exports. */
  interface Csv {
    @GET("table")
    Call<Table> read();

    @GET("accounts/{account}/ai-gateway/gateways/{id}")
    Call<Table> gateway(@Path("account") String account, @Path("id") String id);

    @PUT("table")
    Call<Table> write(@Body Table table);

    @GET("text")
    Call<String> text();

    @GET("model")
    Call<GatewayResponse> model();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeOfTheCallersIsReadAndWritten(Style style) {
    fake.failNext(Fault.status(503));
    fake.failNext(Fault.body(200, "text/csv", "a,b".getBytes(StandardCharsets.UTF_8)));
    assertEquals(new Table("a,b"), made(style, csv.write(new Table("1,2"))));
    assertEquals("1,2", fake.requests().get(0).body());
    assertEquals("1,2", fake.requests().get(1).body());
  }

  @Test
  void aTextIsTheCallersIfTheyReadIt() {
    fake.fail(Fault.body(200, "no JSON"));
    assertEquals("no JSON", own.call(csv.text()).execute());
  }

  @Test
  void aModelIsOurs() {
    fake.fail(Fault.body(200, "{\"success\": true}"));
    assertTrue(own.call(csv.model()).execute().getSuccess());
  }

  @ParameterizedTest
  @EnumSource
  void aResponseThatTheyCannotReadIsInvalid(Style style) {
    fake.fail(Fault.body(200, "secret words"));
    for (Exception thrown :
        new Exception[] {
          new IllegalStateException("secret words"), new IOException("secret words")
        }) {
      converters.reading = thrown;
      InvalidResponseException error =
          assertThrows(InvalidResponseException.class, () -> made(style, csv.read()));
      assertSays(
          "the body could not be converted, "
              + thrown.getClass().getSimpleName()
              + " (application/json)",
          error);
      assertSaysNot("secret", error);
      assertSame(thrown, error.getCause());
      assertEquals("secret words", error.rawBody());
      assertEquals(1, error.attempts());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheirsIsThrownAsItIs(Style style) {
    fake.fail(Fault.body(200, "a"));
    for (Error thrown :
        new Error[] {new StackOverflowError(), new NoClassDefFoundError(), new AssertionError()}) {
      converters.reading = thrown;
      assertSame(thrown, assertThrows(Error.class, () -> made(style, csv.read())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatBreaksWhileTheyReadIsStillThat(Style style) {
    converters.wrapsFailures = true;
    fake.fail(Fault.resetDuringResponse());
    fake.clearRequests();
    TransportException error =
        assertThrows(
            TransportException.class, () -> made(style, csv.gateway(fake.accountId(), Calls.ID)));
    assertEquals(TransportException.Reason.CONNECTION_LOST, error.reason());
    assertEquals(3, fake.requestCount());
  }

  @Test
  void whatTheyThrowWhenTheyWriteIsThrownFromTheCall() {
    for (Throwable thrown : new Throwable[] {new IllegalStateException(), new AssertionError()}) {
      converters.writing = thrown;
      assertSame(thrown, assertThrows(Throwable.class, () -> own.call(csv.write(new Table("a")))));
    }
    converters.writing = new IOException("why");
    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> own.call(csv.write(new Table("a"))));
    assertSame(converters.writing, refused.getCause());
    assertEquals(0, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheyThrowWhenTheyWriteLaterIsAFailureOrTheErrorItself(Style style) {
    ApiCall<Table> call = own.call(csv.write(new Table("a")));
    converters.writing = new IllegalStateException("why");
    TransportException error =
        assertThrows(TransportException.class, () -> AnyCall.made(style, call));
    assertEquals(TransportException.Reason.HTTP_CLIENT, error.reason());
    assertEquals("PUT table", error.operation());
    assertSame(converters.writing, error.getCause());
    converters.writing = new AssertionError();
    assertSame(
        converters.writing, assertThrows(AssertionError.class, () -> AnyCall.made(style, call)));
    assertEquals(0, fake.requestCount());
  }

  private <T> @Nullable T made(Style style, Call<T> call) {
    return AnyCall.made(style, own.call(call));
  }

  /** Reads and writes tables and texts, and throws what it is told to. */
  private static final class Lines extends Converter.Factory {
    private volatile @Nullable Throwable reading;
    private volatile @Nullable Throwable writing;
    private volatile boolean wrapsFailures;

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return body -> {
        String text = text(body);
        thrown(reading);
        return type == String.class ? text : new Table(text);
      };
    }

    private String text(ResponseBody body) throws IOException {
      try {
        return body.string();
      } catch (IOException broken) {
        if (wrapsFailures) {
          throw new IllegalArgumentException(broken);
        }
        throw broken;
      }
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
        Type type, Annotation[] parameters, Annotation[] annotations, Retrofit retrofit) {
      return value -> {
        thrown(writing);
        return RequestBody.create(((Table) value).text(), MediaType.get("text/csv"));
      };
    }

    private static void thrown(@Nullable Throwable thrown) throws IOException {
      if (thrown instanceof IOException failure) {
        throw failure;
      } else if (thrown instanceof RuntimeException failure) {
        throw failure;
      } else if (thrown instanceof Error failure) {
        throw failure;
      }
    }
  }
}
