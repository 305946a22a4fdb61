package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.ErrorBody;
import io.github.aigateway.internal.http.Evidence;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.RetryAfter;
import io.github.aigateway.internal.http.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Any bytes as the body of a failed call. */
class ErrorDecoderFuzz {

  private static final Subject SUBJECT = new Subject("getGateway", "account", "prod");

  @RegisterExtension static final FuzzedExecutions EXECUTIONS = new FuzzedExecutions();

  @FuzzTest(maxDuration = "1s")
  @DictionaryEntries({
    "{\"success\":false,\"errors\":[",
    "\"result\":null",
    "\"errors\":",
    "\"code\":7001",
    "\"code\":\"7002\"",
    "\"message\":\"already exists\"",
    "\"path\":[\"body\",0,1.5,null]",
    "\"documentation_url\":\"https://example.com\"",
    "\"source\":{\"pointer\":\"/id\"}",
    "\"error_chain\":[{\"code\":1,\"error_chain\":[]}]",
    "\"error_code\":1015",
    "\"retry_after\":30",
    "\"retry_after\":1e99999999999",
    "\"title\":\"Error\"",
    "\"type\":\"about:blank\"",
    "\\u0000",
    "1e999999999",
    "999999999999999"
  })
  void errorsAreUnderstoodOrPassedOver(byte[] body) {
    EXECUTIONS.count();
    String text = new String(body, StandardCharsets.UTF_8);
    ErrorBody decoded = ErrorBody.decode(text);
    Duration wait = RetryAfter.parse(decoded.retryAfter(), Instant.EPOCH);
    assertFalse(wait != null && wait.isNegative());
    List<ApiError> errors = ApiErrors.of(decoded);
    assertNotNull(errors.toString());

    Refused<String> refused =
        new Refused<>(new Evidence(400, null, wait, text), Headers.of(), decoded, false, null);
    Progress progress = new Progress(1, false, Duration.ZERO, null);
    AiGatewayException failure =
        assertInstanceOf(Result.Err.class, Conclusions.result(SUBJECT, refused, progress)).error();
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.length() < 1_000);
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }
}
