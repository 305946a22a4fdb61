package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.ErrorBody;
import io.github.aigateway.internal.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error's body tells is read as far as it can be. */
@Tag("quick")
class ApiErrorsTest {

  @Test
  void anErrorHasAllItsParts() {
    ErrorBody decoded =
        ErrorBody.decode(
            """
            {"success": false, "messages": [1, {}], "errors": [
              {"code": 7001, "message": "no", "path": ["body", "otel", 0, "1", true, {}, 1.5],
               "documentation_url": "https://example.com", "source": {"pointer": "/otel"},
               "error_chain": [{"code": "6111"}, "behind", 7, []]}]}\
            """);
    assertTrue(decoded.saysFailure());
    assertEquals(
        List.of(
            new ApiError(
                7001L,
                "no",
                List.of("body", "otel", 0L, "1", "true", "1.5"),
                "https://example.com",
                "/otel",
                List.of(
                    new ApiError(6111L, null, List.of(), null, null, List.of()),
                    said("behind"),
                    said("7")))),
        ApiErrors.of(decoded));
    ApiError error = ApiErrors.of(decoded).get(0);
    assertTrue(error.hasCode(7001));
    assertTrue(error.hasCode(6111));
    assertFalse(error.hasCode(1));
  }

  @Test
  void anErrorDescribesItselfInOneLine() {
    ApiError cause = new ApiError(7L, null, List.of(), null, null, List.of());
    ApiError error = new ApiError(1L, "too small", List.of("a", 0L), null, null, List.of(cause));
    assertEquals("1 at a.0: too small (7 (no message))", error.describe());
    assertEquals("b", new ApiError(null, "b", List.of(), null, null, List.of()).describe());
    assertTrue(error.hasCode(1));
    assertTrue(error.hasCode(7));
    assertFalse(error.hasCode(2));
    assertTrue(error.says("small"));
    assertFalse(error.says("large"));
    assertFalse(cause.says("small"));
  }

  @Test
  void anErrorMayBeATextAlone() {
    assertEquals(List.of(said("a"), said("b")), errors("{\"errors\": [\"a\", null, [], \"b\"]}"));
  }

  @Test
  void partsOfAnotherTypeAreNone() {
    assertEquals(
        List.of(new ApiError(null, null, List.of(), null, null, List.of())),
        errors(
            "{\"errors\": [{\"code\": \"x\", \"message\": {}, \"path\": 1, \"source\": 1,"
                + " \"error_chain\": {}}]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999", "-1", "\"5\""})
  void aCodeHasFifteenDigitsAtMost(String code) {
    Long expected = Long.valueOf(code.replace("\"", ""));
    assertEquals(expected, errors("{\"errors\": [{\"code\": " + code + "}]}").get(0).code());
    assertNull(errors("{\"errors\": [{\"code\": 1000000000000000}]}").get(0).code());
  }

  @Test
  void whatIsCutShortCountsUpToThere() {
    ErrorBody decoded =
        ErrorBody.decode("{\"success\": false, \"errors\": [{\"code\": 1}, {\"code\": 2");
    assertTrue(decoded.saysFailure());
    assertEquals(1, ApiErrors.of(decoded).size());
  }

  @Test
  void membersOfOtherTypesArePassedOver() {
    ErrorBody decoded =
        ErrorBody.decode("{\"success\": {\"a\": [1]}, \"errors\": {\"b\": 2}, \"error_code\": 3}");
    assertFalse(decoded.saysFailure());
    assertEquals(3L, ApiErrors.of(decoded).get(0).code());
    assertTrue(ErrorBody.decode("{\"success\": 0, \"success\": false}").saysFailure());
    assertFalse(ErrorBody.decode("{\"success\": true}").saysFailure());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[{\"errors\": [\"a\"]}]", "<html>", "\"errors\"", "{'a': 1}"})
  void whatIsNoObjectTellsNothing(String body) {
    ErrorBody decoded = ErrorBody.decode(body);
    assertFalse(decoded.saysFailure());
    assertEquals(List.of(), ApiErrors.of(decoded));
    assertNull(decoded.retryAfter());
  }

  @Test
  void theOrderOfMembersDoesNotMatter() {
    assertTrue(ErrorBody.decode("{\"errors\": [\"a\"], \"success\": false}").saysFailure());
  }

  @Test
  void whatIsNotStrictlyJsonTellsNothing() {
    assertFalse(ErrorBody.decode("{\"success\": FALSE}").saysFailure());
  }

  @Test
  void anErrorOfTheEdgeIsOne() {
    ErrorBody decoded =
        ErrorBody.decode(
            "{\"error_code\": 1015, \"retry_after\": 30, \"title\": \"slow\", \"type\": \"t\"}");
    assertEquals(
        List.of(new ApiError(1015L, "slow", List.of(), "t", null, List.of())),
        ApiErrors.of(decoded));
    assertEquals("30", decoded.retryAfter());
  }

  @Test
  void errorsOfTheApiCountMoreThanTheOneOfTheEdge() {
    assertEquals(List.of(said("a")), errors("{\"error_code\": 1, \"errors\": [\"a\"]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "'\"30\"', PT30S",
    "30.0, PT30S",
    "3e1, PT30S",
    "29.001, PT30S",
    "1e-999999999, PT1S",
    "1e-99999999999, PT1S",
    "0, PT0S",
    "-0, PT0S",
    "0e999999999999, PT0S"
  })
  void theWaitOfTheEdgeIsANumberOrDigitsInWholeSeconds(String json, Duration wait) {
    assertEquals(wait, waitOfTheEdge(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854776",
        "99999999999999999999999999",
        "\"99999999999999999999999999\"",
        "1e16",
        "1e999999999",
        "1e99999999999",
        "1e00000000000000000016"
      })
  void aWaitOfTheEdgeBeyondAnyIsTheLongestOne(String json) {
    assertEquals(Duration.ofMillis(Long.MAX_VALUE), waitOfTheEdge(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0.5",
        "-1e99999999999",
        "\"-1\"",
        "\"1.5\"",
        "\"soon\"",
        "\"\"",
        "true",
        "null",
        "[30]",
        "{}"
      })
  void anyOtherWaitOfTheEdgeIsNone(String json) {
    assertNull(ErrorBody.decode("{\"retry_after\": " + json + "}").retryAfter());
  }

  private static @Nullable Duration waitOfTheEdge(String json) {
    String text = ErrorBody.decode("{\"retry_after\": " + json + "}").retryAfter();
    return RetryAfter.parse(text, Instant.EPOCH);
  }

  private static List<ApiError> errors(String body) {
    return ApiErrors.of(ErrorBody.decode(body));
  }

  private static ApiError said(String message) {
    return new ApiError(null, message, List.of(), null, null, List.of());
  }
}
