package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API responds with an error: each is the right exception, with what the response held. */
class ErrorsTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().maxRetries(0);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadRequestException",
    "401, AuthenticationException",
    "403, PermissionDeniedException",
    "404, NotFoundException",
    "405, ApiException",
    "408, ApiException",
    "409, ApiException",
    "429, RateLimitException",
    "499, ApiException",
    "500, ServerException",
    "502, ServerException",
    "503, ServerException",
    "504, ServerException",
    "520, ServerException",
    "530, ServerException",
    "599, ServerException"
  })
  void eachStatusIsItsExceptionWhateverTheBody(int status, String type) {
    List<Fault> responses =
        List.of(
            Fault.status(status, 1234, "no way"),
            Fault.body(status, "{\"detail\": \"other JSON\"}"),
            Fault.body(status, "[1, 2]"),
            Fault.body(status, "{\"errors\": \"odd\", \"success\": 0}"),
            Fault.body(status, "{\"errors\": [{\"code\": 1"),
            Fault.htmlPage(status),
            Fault.textPage(status),
            Fault.emptyBody(status));
    for (Fault response : responses) {
      for (Style style : Style.values()) {
        fake.failNext(response);
        ApiException error = failure(ApiException.class, style, Calls.UPDATE);
        assertEquals(type, error.getClass().getSimpleName(), response::toString);
        assertEquals(status, error.status());
        assertEquals("updateGateway", error.operation());
        assertEquals(Calls.ID, error.gatewayId());
        assertEquals(fake.accountId(), error.accountId());
        assertEquals(1, error.attempts());
        assertEquals(status >= 500, error.mayHaveBeenApplied());
        assertTrue(
            message(error)
                .startsWith(
                    "updateGateway of 'existing' failed with status "
                        + status
                        + " (account "
                        + fake.accountId()
                        + ", request "),
            error::toString);
        assertSays("request " + Objects.requireNonNull(error.requestId()), error);
        assertFalse(error.requestId().isEmpty());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessThatSaysFalseIsAnError(Style style) {
    for (Calls operation : Calls.values()) {
      fake.failNext(Fault.unsuccessful(7009, "not today"));
      ApiException error = failure(ApiException.class, style, operation);
      assertEquals(200, error.status());
      assertEquals(7009L, error.errors().get(0).code());
      assertEquals(operation.changes(), error.mayHaveBeenApplied());
      assertEquals(operation.operationId(), error.operation());
      assertEquals(operation == Calls.LIST, error.gatewayId() == null);
      assertEquals(fake.accountId(), error.accountId());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 503})
  void theStatusOfAnErrorCountsMoreThanItsBody(int status) {
    fake.fail(Fault.status(status).header("Content-Encoding", "gzip"));
    ApiException error = failure(ApiException.class, Style.THROWING, Calls.GET);
    assertEquals(status, error.status());
    assertSays("Content-Encoding", error.getCause() == null ? error : error.getCause());
  }

  @Test
  void aBadRequestNamesTheFieldsAtFault() {
    fake.failNext(
        Fault.body(
            400,
            "{\"success\": false, \"errors\": [{\"code\": 7001, \"message\": \"too small\","
                + " \"path\": [\"body\", \"cache_ttl\"]},{\"code\": 7001, \"message\":"
                + " \"Required\", \"path\": [\"body\", \"otel\", 1]}]}"));
    BadRequestException error = failure(BadRequestException.class, Style.THROWING, Calls.CREATE);
    assertSame(BadRequestException.class, error.getClass());
    assertSays("body.cache_ttl", error);
    assertSays("body.otel.1", error);
    assertSays("too small", error);
    assertNull(error.getCause());
  }

  @Test
  void theRawBodyIsBoundedAndNeverInTheMessage() {
    String page = "<html>" + "marker ".repeat(10_000);
    fake.failNext(Fault.body(502, "text/html", page.getBytes(StandardCharsets.UTF_8)));
    try (AiGatewayClient careful = builder().maxResponseBytes(50_000).build()) {
      ServerException error =
          assertThrows(ServerException.class, () -> careful.gateways().get(Calls.ID));
      assertEquals(page.substring(0, 8192), error.rawBody());
      assertFalse(error.toString().contains("marker"), error::toString);
    }
  }

  @Test
  void exceptionsCanBeSerialized() throws Exception {
    fake.failNext(Fault.throttled("7").header("Ratelimit", "\"default\";r=0;t=7"));
    RateLimitException error = failure(RateLimitException.class, Style.THROWING, Calls.UPDATE);
    RateLimitException copy = (RateLimitException) copied(error);
    assertEquals(error.getMessage(), copy.getMessage());
    assertEquals(error.errors(), copy.errors());
    assertEquals(
        new RateLimit(0L, Duration.ofSeconds(7), 100L, Duration.ofMinutes(1)), error.rateLimit());
    assertEquals(error.rateLimit(), copy.rateLimit());
    assertEquals(Duration.ofSeconds(7), copy.retryAfter());
    fake.failNext(Fault.resetBeforeResponse());
    TransportException lost = failure(TransportException.class, Style.THROWING, Calls.CREATE);
    assertEquals(lost.reason(), ((TransportException) copied(lost)).reason());
    fake.failNext(Fault.truncatedJson());
    InvalidResponseException invalid =
        failure(InvalidResponseException.class, Style.THROWING, Calls.GET);
    assertEquals(invalid.rawBody(), ((InvalidResponseException) copied(invalid)).rawBody());
  }

  private static Object copied(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
