package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Any bytes as the body of a failed call. */
class ErrorDecoderFuzz {

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
    ErrorDecoder decoded = ErrorDecoder.decode(text);
    Duration wait = RetryAfter.parse(decoded.retryAfter(), Instant.EPOCH);
    assertFalse(wait != null && wait.isNegative());
    assertFalse(decoded.hasCode(7002) && decoded.errors().isEmpty());
    assertNotNull(decoded.errors().toString());

    Answer answer = new Answer(400, null, wait, null, text);
    ApiException failure = Failures.api("getGateway", 1, false, answer, decoded.errors(), null);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.length() < 1_000);
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }
}
