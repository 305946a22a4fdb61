package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that a server sends back do not come out of a failure. */
class RedactionTest extends AgainstFake {

  private static final String TOKEN = "TokenMark/4f1c+9==";

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().maxRetries(0);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatTheServerSendsBackIsMasked(Style style) {
    String token = fake.apiToken();
    fake.failNext(Fault.status(401, 10000, "bad token " + token));
    assertMasked(token, failure(AuthenticationException.class, style, Calls.GET));
    fake.failNext(Fault.status(302, 10000, "bad token " + token).header("Location", "/" + token));
    InvalidResponseException redirect = failure(InvalidResponseException.class, style, Calls.GET);
    assertFalse((redirect + redirect.rawBody()).contains(token));
  }

  @Test
  void aSecretThatIsCutOffWithTheBodyIsMasked() {
    List<UnaryOperator<String>> spellings =
        List.of(text -> text, text -> text.replace("/", "\\/"), RedactionTest::unicode);
    try (AiGatewayClient marked = builder().apiToken(TOKEN).build()) {
      for (UnaryOperator<String> spelling : spellings) {
        String spelled = spelling.apply(TOKEN);
        for (int kept = 4; kept <= spelled.length(); kept++) {
          String body = "x".repeat(8 * 1024 - kept) + spelled;
          fake.failNext(Fault.body(500, "text/plain", body.getBytes(StandardCharsets.UTF_8)));
          ServerException error = failure(ServerException.class, marked);
          assertTrue(error.rawBody().endsWith("x***"), () -> end(error.rawBody()));
        }
      }
    }
  }

  @Test
  void aSecretThatIsCutOffInAPathIsInNoMessageOfTheCauseEither() {
    try (AiGatewayClient marked = builder().apiToken(TOKEN).build()) {
      for (int before = 140; before < 190; before++) {
        String name = "x".repeat(before) + TOKEN;
        fake.failNext(
            Fault.body(
                200,
                "{\"success\":true,\"result\":{\"otel\":[{\"headers\":{\"" + name + "\":1}}]}}"));
        assertSaysNothing(failure(InvalidResponseException.class, marked));
      }
    }
  }

  @Test
  void aSecretThatIsCutOffWithTheMessageIsMasked() {
    try (AiGatewayClient marked = builder().apiToken(TOKEN).build()) {
      for (int before = 480; before < 600; before++) {
        String line = "x".repeat(before) + TOKEN + "\r\n";
        fake.failNext(Fault.raw(line.getBytes(StandardCharsets.US_ASCII)));
        assertSaysNothing(failure(TransportException.class, marked));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void aRequestIdThatIsASecretIsMasked(int status) {
    LogCapture log = LogCapture.start(Level.ALL);
    try {
      fake.failNext(Fault.body(status, "{}").header("cf-ray", fake.apiToken()));
      AiGatewayException error =
          assertInstanceOf(Result.Err.class, gateways.tryGet(Calls.ID)).error();
      assertSays("request ***", error);
      assertSaysNot(fake.apiToken(), error);
      assertEquals(
          "***",
          error instanceof ApiException refused
              ? refused.requestId()
              : ((InvalidResponseException) error).requestId());
      assertFalse(log.lines().toString().contains(fake.apiToken()), log.lines()::toString);
      assertTrue(log.lines().toString().contains("request ***"), log.lines()::toString);
    } finally {
      log.close();
    }
  }

  @Test
  void aHostThatIsASecretIsMaskedAlthoughHostsHaveNoCase() {
    try (AiGatewayClient marked = builder().apiToken("TokenMark.4f1c").build()) {
      fake.failNext(Fault.redirect("https://TokenMark.4f1c/"));
      InvalidResponseException error = failure(InvalidResponseException.class, marked);
      assertSays("the host ***", error);
    }
  }

  private static <E extends AiGatewayException> E failure(Class<E> type, AiGatewayClient marked) {
    return assertThrows(type, () -> marked.gateways().get(Calls.ID));
  }

  private static void assertSaysNothing(Throwable failure) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      assertSaysNot(TOKEN.substring(0, 4), link);
    }
  }

  private static void assertMasked(String secret, ApiException error) {
    String all = error + error.rawBody() + error.errors();
    assertFalse(all.contains(secret), all);
    assertSays("***", error);
    assertTrue(error.errors().toString().contains("***"), error.errors()::toString);
    assertTrue(error.rawBody().contains("***"), error::rawBody);
  }

  private static String end(String text) {
    return text.substring(text.length() - 100);
  }

  private static String unicode(String text) {
    StringBuilder spelled = new StringBuilder();
    text.chars().forEach(c -> spelled.append(String.format("\\u%04X", c)));
    return spelled.toString();
  }
}
