package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.RequestSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Options change what they name, and leave the rest. */
@Tag("quick")
class RequestOptionsTest {

  private static final CallSettings BASE =
      new CallSettings(
          new RequestSettings(
              Duration.ofSeconds(1), Map.of("A", "1", "B", "1"), Map.of("a", "1", "b", "1")),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          4,
          Duration.ofSeconds(5));

  private final RequestOptions all =
      RequestOptions.builder()
          .accountId("account")
          .connectTimeout(Duration.ofSeconds(11))
          .attemptTimeout(Duration.ofSeconds(12))
          .callTimeout(Duration.ofSeconds(13))
          .maxRetries(7)
          .header("B", "secret")
          .query("b", "secret")
          .build();

  @Test
  void withoutAnyAllStays() {
    RequestOptions none = RequestOptions.builder().build();
    assertEquals(BASE, none.appliedTo(BASE));
    assertNull(none.accountId());
  }

  @Test
  void whatIsNamedChanges() {
    assertEquals(
        new CallSettings(
            new RequestSettings(
                Duration.ofSeconds(11),
                Map.of("A", "1", "B", "secret"),
                Map.of("a", "1", "b", "secret")),
            Duration.ofSeconds(12),
            Duration.ofSeconds(13),
            7,
            Duration.ofSeconds(5)),
        all.appliedTo(BASE));
    assertEquals("account", all.accountId());
  }

  @Test
  void aLaterHeaderReplacesAnEarlierOneWhateverTheCase() {
    RequestOptions twice =
        RequestOptions.builder()
            .header("X-Trace", "1")
            .header("b", "2")
            .header("x-TRACE", "3")
            .build();
    assertEquals(
        Map.of("A", "1", "b", "2", "x-TRACE", "3"), twice.appliedTo(BASE).request().headers());
  }

  @Test
  void headersOfLaterOptionsReplaceThoseOfEarlierOnesWhateverTheCase() {
    RequestOptions first = RequestOptions.builder().header("X-Trace", "1").build();
    RequestOptions second = RequestOptions.builder().header("x-trace", "2").build();
    assertEquals(
        Map.of("A", "1", "B", "1", "x-trace", "2"),
        second.appliedTo(first.appliedTo(BASE)).request().headers());
    assertEquals(
        Map.of("A", "1", "B", "1", "X-Trace", "1"),
        first.appliedTo(second.appliedTo(BASE)).request().headers());
  }

  @Test
  void queryParametersDifferByCase() {
    RequestOptions options = RequestOptions.builder().query("x", "2").query("X", "3").build();
    assertEquals(
        Map.of("a", "1", "b", "1", "x", "2", "X", "3"), options.appliedTo(BASE).request().query());
  }

  @Test
  void noValueOfAHeaderOrParameterIsPrinted() {
    assertEquals(
        "RequestOptions{accountId=account, headers=[B], query=[b], connectTimeout=PT11S,"
            + " attemptTimeout=PT12S, callTimeout=PT13S, maxRetries=7}",
        all.toString());
  }

  @Test
  void gatewaysPrintTheirAccountAndOptionsAndNoSecret() {
    try (AiGatewayClient client = AiGatewayClient.builder().apiToken("secret").build()) {
      Gateways gateways = client.gateways("other").with(all);
      String printed = all.toString().replaceFirst("RequestOptions", "Gateways");
      assertEquals(printed, gateways.toString());
      assertEquals("Async" + printed, gateways.async().toString());
      assertEquals(
          "Gateways{accountId=other, headers=[], query=[], connectTimeout=PT10S,"
              + " attemptTimeout=PT30S, callTimeout=PT2M, maxRetries=2}",
          client.gateways("other").toString());
    }
  }

  @Test
  void eachSetterChecks() {
    RequestOptions.Builder options = RequestOptions.builder();
    assertRefused("accountId must", () -> options.accountId(".."));
    assertRefused("The header Host", () -> options.header("Host", "a"));
    assertRefused("The value of the header A", () -> options.header("A", "a\n"));
    assertRefused(
        "The name of a query parameter must not be blank, but is ' '.",
        () -> options.query(" ", "a"));
    assertRefused("name must", () -> options.query("\ud800", "a"));
    assertRefused("The value of the query parameter 'a' must", () -> options.query("a", "a\n"));
    assertRefused("connectTimeout must", () -> options.connectTimeout(Duration.ZERO));
    assertRefused("attemptTimeout must", () -> options.attemptTimeout(Duration.ZERO));
    assertRefused("callTimeout must", () -> options.callTimeout(Duration.ofMillis(-1)));
    assertRefused("maxRetries must", () -> options.maxRetries(-1));
    assertRefused("maxRetries must", () -> options.maxRetries(11));
    assertEquals(BASE, options.build().appliedTo(BASE));
  }

  private static void assertRefused(String start, Runnable set) {
    String message = Messages.message(assertThrows(IllegalArgumentException.class, set::run));
    assertTrue(message.startsWith(start), message);
  }
}
