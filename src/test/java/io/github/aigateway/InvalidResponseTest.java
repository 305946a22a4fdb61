package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that is not what the API promises is never a value, and never repeated. */
class InvalidResponseTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void eachUnusableResponseIsTheSameFailureInEveryStyle(Style style) {
    List<Fault> responses = List.of(Fault.htmlPage(200), Fault.emptyBody(204));
    for (Calls operation : Calls.values()) {
      for (Fault response : responses) {
        fake.clearRequests();
        fake.failNext(response);
        InvalidResponseException error = failure(InvalidResponseException.class, style, operation);
        assertEquals(1, fake.requestCount(), response::toString);
        assertEquals(1, error.attempts());
        assertEquals(operation.changes(), error.mayHaveBeenApplied());
        assertEquals(operation.operationId(), error.operation());
        assertFalse(Objects.requireNonNull(error.requestId()).isEmpty());
        assertEquals(response.toString().contains("204") ? 204 : 200, error.status());
      }
    }
  }

  @Test
  void aWrongTypeIsNamedByItsPathWithoutTheValue() {
    fake.failNext(
        Fault.body(
            200, "{\"success\": true, \"result\": {\"id\": \"a\", \"otel\": [\"secret\"]}}"));
    InvalidResponseException error =
        failure(InvalidResponseException.class, Style.THROWING, Calls.GET);
    assertSays("result.otel[0]", error);
    assertSaysNot("secret", error);
    assertTrue(error.rawBody().contains("secret"), error::rawBody);
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
  void moreBytesThanTheClientAcceptsAreRefused(Style style) {
    String body =
        "{\"success\": true, \"result\": {\"id\": \"existing\"}, \"x\": \""
            + "x".repeat(100_000)
            + "\"}";
    fake.fail(Fault.body(200, body));
    try (AiGatewayClient enough = builder().maxResponseBytes(body.length()).build();
        AiGatewayClient less = builder().maxResponseBytes(body.length() - 1).build()) {
      assertEquals(Calls.ID, ((Gateway) style.call(Calls.GET, enough.gateways())).getId());
      InvalidResponseException error =
          assertThrows(
              InvalidResponseException.class, () -> style.call(Calls.GET, less.gateways()));
      assertSays("more than " + (body.length() - 1) + " bytes", error);
      assertEquals(8192, error.rawBody().length());
    }
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

  /** The members of a union are looked at twice, but count once. */
  private static String bodyOf(int values) {
    String ones = ",1".repeat(values - 12);
    return "{\"success\":true,\"result\":{\"id\":\"existing\",\"dlp\":{\"enabled\":true,"
        + "\"policies\":[],\"new\":[1,{\"a\":[]}"
        + ones
        + "]},\"newer\":null}}";
  }
}
