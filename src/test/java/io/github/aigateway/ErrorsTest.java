package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  @Test
  void aSuccessThatSaysFalseBeforeItBreaksOffIsAnError() {
    fake.fail(Fault.body(200, "{\"success\": false, \"errors\": [\"no\"], \"result\": {\"id"));
    assertSays("no", failure(ApiException.class, Style.THROWING, Calls.GET));
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
  void anErrorKeepsAllThatTheApiSays() {
    fake.failNext(
        Fault.body(
            400,
            """
            {"success": false, "messages": [], "result": null, "errors": [
              {"code": 7001, "message": "Required", "path": ["body", "otel", 0, "url"],
               "documentation_url": "https://example.com/7001",
               "source": {"pointer": "/otel/0/url"},
               "error_chain": [{"code": 6111, "message": "behind it"}]},
              {"message": "without a code"},
              "a bare text",
              {"code": "1003", "message": "a code as text"}
            ]}\
            """));
    List<ApiError> errors = failure(BadRequestException.class, Style.THROWING, Calls.GET).errors();
    ApiError first = errors.get(0);
    assertEquals(4, errors.size());
    assertEquals(7001L, first.code());
    assertEquals("Required", first.message());
    assertEquals(List.of("body", "otel", 0L, "url"), first.path());
    assertEquals("https://example.com/7001", first.documentationUrl());
    assertEquals("/otel/0/url", first.pointer());
    assertEquals(6111L, first.errorChain().get(0).code());
    assertEquals("without a code", errors.get(1).message());
    assertEquals("a bare text", errors.get(2).message());
    assertEquals(1003L, errors.get(3).code());
  }

  @ParameterizedTest
  @EnumSource
  void aDuplicateIsToldApart(Style style) {
    put(Calls.NEW_ID);
    AlreadyExistsException error = failure(AlreadyExistsException.class, style, Calls.CREATE);
    assertEquals(400, error.status());
    assertFalse(error.mayHaveBeenApplied());
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
  void theMessageNamesTheFirstFiveErrors() {
    String errors =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> "{\"code\": 7001, \"message\": \"e" + i + "\"}")
            .collect(Collectors.joining(","));
    fake.failNext(Fault.body(400, "{\"success\": false, \"errors\": [" + errors + "]}"));
    BadRequestException error = failure(BadRequestException.class, Style.THROWING, Calls.GET);
    assertEquals(6, error.errors().size());
    assertSays("e5", error);
    assertSaysNot("e6", error);
  }

  @Test
  void anErrorOfTheEdgeTellsItsCodeAndItsWait() {
    fake.failNext(
        Fault.body(
            429,
            "{\"type\": \"https://example.com/1015\", \"title\": \"Error 1015: rate limited\","
                + " \"status\": 429, \"error_code\": 1015, \"retry_after\": 90}"));
    RateLimitException error = failure(RateLimitException.class, Style.RESULT, Calls.GET);
    assertEquals(1015L, error.errors().get(0).code());
    assertEquals(Duration.ofSeconds(90), error.retryAfter());
    assertSays("rate limited", error);
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

  @ParameterizedTest
  @ValueSource(
      strings = {"\\r\\n", "\\u0000", "\\u0085", "\\u009b2J", "\\u2028", "\\u202e", "\\u200b"})
  void aMessageIsOneLineOfWhatCanBePrinted(String unprintable) {
    String text = "one" + unprintable + "two...";
    fake.failNext(Fault.body(400, "{\"errors\": [{\"code\": 1, \"message\": \"" + text + "\"}]}"));
    String message =
        Messages.message(failure(BadRequestException.class, Style.THROWING, Calls.GET));
    String visible = unprintable.endsWith("2J") ? " 2J" : " ";
    assertTrue(message.endsWith("1 one" + visible + "two..."), message);
  }

  @Test
  void aMessageIsOfBoundedLengthAndCutsNoCharacterInTwo() {
    for (String start : List.of("", "a")) {
      String text = start + "\ud83d\ude00".repeat(500);
      fake.failNext(
          Fault.body(400, "{\"errors\": [{\"code\": 1, \"message\": \"" + text + "\"}]}"));
      String message =
          Messages.message(failure(BadRequestException.class, Style.THROWING, Calls.GET));
      assertTrue(message.length() <= 602, () -> "length " + message.length());
      assertTrue(message.endsWith("\ude00…."), message);
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
