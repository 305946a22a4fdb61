package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of success that is not what the API promises is never a value, and never repeated. */
class InvalidResponseTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void eachUnusableAnswerIsTheSameFailureInEveryStyle(Style style) {
    List<Fault> answers =
        List.of(
            Fault.htmlPage(200),
            Fault.textPage(200),
            Fault.emptyBody(200),
            Fault.emptyBody(204),
            Fault.truncatedJson(),
            Fault.body(200, "null"),
            Fault.body(200, "[]"),
            Fault.body(200, "{}"),
            Fault.body(200, "{\"success\": true}"),
            Fault.body(200, "{\"success\": true, \"result\": null}"),
            Fault.body(200, "{\"success\": true, \"result\": 7}"),
            Fault.body(200, "{\"success\": \"true\", \"result\": {}}"),
            Fault.body(200, "{\"result\": {\"id\": \"a\"}}"),
            Fault.body(200, "{\"success\": true, \"result\": {}} trailing"),
            Fault.body(200, "{\"success\": tru"));
    for (Calls operation : Calls.values()) {
      for (Fault answer : answers) {
        fake.clearRequests();
        fake.failNext(answer);
        InvalidResponseException error = failure(InvalidResponseException.class, style, operation);
        assertEquals(1, fake.requestCount(), answer::toString);
        assertEquals(1, error.attempts());
        assertEquals(operation.changes(), error.mayHaveBeenApplied());
        assertEquals(operation.operationId(), error.operation());
        assertFalse(Objects.requireNonNull(error.requestId()).isEmpty());
        assertEquals(answer.toString().contains("204") ? 204 : 200, error.status());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNullAmongTheItemsIsTheSameFailureInEveryStyle(Style style) {
    fake.failNext(Fault.body(200, "{\"success\": true, \"result\": [null]}"));
    failure(InvalidResponseException.class, style, Calls.LIST);
  }

  @Test
  void aWrongTypeIsNamedByItsPathWithoutTheValue() {
    fake.failNext(
        Fault.body(
            200, "{\"success\": true, \"result\": {\"id\": \"a\", \"cache_ttl\": \"secret\"}}"));
    InvalidResponseException error =
        failure(InvalidResponseException.class, Style.THROWING, Calls.GET);
    assertSays("result.cache_ttl", error);
    assertSaysNot("secret", error);
    assertTrue(error.rawBody().contains("secret"), error::rawBody);
  }

  @Test
  void aWebPageIsCalledOneAndNotQuoted() {
    fake.failNext(Fault.htmlPage(200));
    InvalidResponseException error =
        failure(InvalidResponseException.class, Style.THROWING, Calls.GET);
    assertSays("web page", error);
    assertSaysNot("<", error);
  }

  @Test
  void whatIsNoJsonIsDescribed() {
    fake.failNext(Fault.emptyBody(200));
    assertSays(
        "the body is empty", failure(InvalidResponseException.class, Style.THROWING, Calls.GET));
    fake.failNext(Fault.textPage(200));
    assertSays("not JSON", failure(InvalidResponseException.class, Style.THROWING, Calls.GET));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308, 399})
  void aRedirectIsNotFollowedAndItsHostIsNamed(int status) {
    try (FakeAiGateway other = FakeAiGateway.start()) {
      for (Style style : Style.values()) {
        for (Calls operation : Calls.values()) {
          fake.clearRequests();
          String secretAddress = "http://localhost:" + other.port() + "/secret-path?key=1";
          fake.failNext(Fault.redirect(status, secretAddress));
          InvalidResponseException error =
              failure(InvalidResponseException.class, style, operation);
          assertEquals(status, error.status());
          assertSays("localhost", error);
          assertSaysNot("secret-path", error);
          assertEquals(1, fake.requestCount());
        }
      }
      assertEquals(0, other.requestCount());
    }
  }

  @Test
  void aRedirectIsNotFollowedByABareCallEither() throws Exception {
    try (FakeAiGateway other = FakeAiGateway.start()) {
      fake.failNext(Fault.redirect(other.baseUrl()));
      assertEquals(302, client.api().getGateway("a", "b").execute().code());
      assertEquals(0, other.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreThanTheClientAcceptsIsRefused(Style style) {
    try (AiGatewayClient careful = builder().maxResponseBytes(100_000).build()) {
      String padding = "x".repeat(100_000);
      fake.failNext(Fault.body(200, "{\"x\": \"" + padding + "\"}"));
      InvalidResponseException error =
          assertThrows(
              InvalidResponseException.class, () -> style.call(Calls.GET, careful.gateways()));
      assertSays("100000", error);
      assertEquals(8192, error.rawBody().length());
    }
  }

  @Test
  void sixteenMebibytesAreAcceptedByDefault() {
    String head = "{\"success\":true,\"result\":{\"id\":\"existing\"},\"x\":\"";
    int room = 16 * 1024 * 1024 - head.length() - 2;
    fake.failNext(Fault.body(200, head + "x".repeat(room) + "\"}"));
    assertEquals(Calls.ID, gateways.get(Calls.ID).getId());
    fake.failNext(Fault.body(200, head + "x".repeat(room + 1) + "\"}"));
    assertSays(
        "16777216 bytes", failure(InvalidResponseException.class, Style.THROWING, Calls.GET));
  }

  @ParameterizedTest
  @CsvSource({"10000, 1024", "32768, 2048"})
  void moreValuesThanTheClientAcceptsAreRefused(long maxResponseBytes, int maxValues) {
    try (AiGatewayClient careful = builder().maxResponseBytes(maxResponseBytes).build()) {
      for (Style style : Style.values()) {
        fake.failNext(Fault.body(200, bodyOf(maxValues)));
        assertEquals(Calls.ID, ((Gateway) style.call(Calls.GET, careful.gateways())).getId());
        fake.failNext(Fault.body(200, bodyOf(maxValues + 1)));
        InvalidResponseException error =
            assertThrows(
                InvalidResponseException.class, () -> style.call(Calls.GET, careful.gateways()));
        assertSays("at most " + maxValues + " values", error);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheJvmWhileTheResponseIsReadComesOutAsItself(Style style) {
    for (Error error :
        List.of(new OutOfMemoryError(), new StackOverflowError(), new NoClassDefFoundError())) {
      OkHttpClient callers =
          new OkHttpClient.Builder()
              .addInterceptor(chain -> failing(chain.proceed(chain.request()), error))
              .build();
      try (AiGatewayClient extended = builder().httpClient(callers).build()) {
        assertSame(
            error, assertThrows(Error.class, () -> style.call(Calls.UPDATE, extended.gateways())));
      }
    }
  }

  private static Response failing(Response response, Error error) {
    ResponseBody body = Objects.requireNonNull(response.body());
    Source source =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) {
            throw error;
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
        .build();
  }

  /** The members of a union are looked at twice, but count once. */
  private static String bodyOf(int values) {
    String ones = ",1".repeat(values - 12);
    return "{\"success\":true,\"result\":{\"id\":\"existing\",\"dlp\":{\"enabled\":true,"
        + "\"policies\":[],\"new\":[1,{\"a\":[]}"
        + ones
        + "]},\"newer\":null}}";
  }
}
