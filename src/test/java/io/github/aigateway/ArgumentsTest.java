package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static io.github.aigateway.Messages.assertSaysNot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check lets through what is allowed, as it is, and names what it refuses. */
@Tag("quick")
class ArgumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b", "...", "ä€😀", "a/b"})
  void aSegmentIsTakenAsItIs(String value) {
    assertSame(value, Arguments.pathSegment(value, "id"));
  }

  @Test
  void aSegmentHasSixtyFourCharactersAtMost() {
    assertEquals(128, Arguments.pathSegment("😀".repeat(64), "id").length());
    assertSays(
        "64 characters, but has 65", refused(() -> Arguments.pathSegment("😀".repeat(65), "id")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        ".",
        "..",
        "a\nb",
        "a\n",
        "a\u0000",
        "a\u007f",
        "\ud800",
        "a\udc00b",
        "😀\udc00"
      })
  void whatIsNoSegmentIsRefused(String value) {
    assertSays("id must", refused(() -> Arguments.pathSegment(value, "id")));
  }

  @Test
  void theRuleTheValueAndTheRemedyAreNamed() {
    assertEquals("id must not be blank, but is ' '.", says(() -> Arguments.pathSegment(" ", "id")));
    assertSays("another address", refused(() -> Arguments.pathSegment("..", "id")));
    assertEquals(
        "id must not have control characters or halves of surrogate pairs, but is 'a\\u000a'."
            + " Remove what is around it with strip().",
        says(() -> Arguments.pathSegment("a\n", "id")));
    assertEquals(
        "search must not have control characters or halves of surrogate pairs, but is"
            + " 'a\\u0000b\\ud83d\\u202e'.",
        says(() -> Arguments.wellFormed("a\u0000b\ud83d\u202e", "search")));
  }

  @Test
  void ofALongValueTheBeginningIsNamed() {
    assertEquals(
        "id must have at most 64 characters, but has 80: '" + "😀".repeat(80) + "'.",
        says(() -> Arguments.pathSegment("😀".repeat(80), "id")));
    assertEquals(
        "id must have at most 64 characters, but has 81: '" + "😀".repeat(80) + "…'.",
        says(() -> Arguments.pathSegment("😀".repeat(81), "id")));
  }

  @Test
  void timesAreLongerThanZero() {
    assertEquals(Duration.ofNanos(1), Arguments.positive(Duration.ofNanos(1), "t"));
    assertEquals(
        "t must be longer than zero, but is PT0S. To wait without a limit, set a long time, such as"
            + " Duration.ofDays(1).",
        says(() -> Arguments.positive(Duration.ZERO, "t")));
    refused(() -> Arguments.positive(Duration.ofNanos(-1), "t"));
  }

  @Test
  void aTimeBeyondACenturyIsOne() {
    Duration century = Duration.ofDays(36_500);
    assertEquals(century.minusNanos(1), Arguments.positive(century.minusNanos(1), "t"));
    assertEquals(century, Arguments.positive(century.plusNanos(1), "t"));
  }

  @Test
  void aWaitMayBeNone() {
    assertEquals(Duration.ZERO, Arguments.notNegative(Duration.ZERO, "t"));
    assertEquals(Duration.ofDays(1), Arguments.notNegative(Duration.ofDays(1), "t"));
    assertSays("t must not", refused(() -> Arguments.notNegative(Duration.ofNanos(-1), "t")));
  }

  @Test
  void aNumberMayBeEitherBound() {
    assertEquals(1, Arguments.between(1, 1, 3, "n"));
    assertEquals(3, Arguments.between(3, 1, 3, "n"));
    assertSays("n must be from 1 to 3, but is 0", refused(() -> Arguments.between(0, 1, 3, "n")));
    refused(() -> Arguments.between(4, 1, 3, "n"));
    assertEquals(
        "page must be at least 1, but is 0.", says(() -> ListGatewaysOptions.builder().page(0)));
  }

  @Test
  void aHeadersNameIsOneOfHttp() {
    assertEquals("X-a_1~", Arguments.headerName("X-a_1~"));
    for (String name : new String[] {"", " ", "a b", "a:b", "a\r\nb", "ä"}) {
      assertSays("marks", refused(() -> Arguments.headerName(name)));
    }
    assertEquals(
        "The name of a header must be letters, digits and the marks !#$%&'*+-.^_`|~ alone, but has"
            + " ':' behind 'X-Key'. The value is the second argument.",
        says(() -> Arguments.headerName("X-Key: secret")));
    assertSays("but is empty", refused(() -> Arguments.headerName("")));
  }

  @Test
  void insteadOfAHeaderThatTheClientSetsTheMethodIsNamed() {
    assertSays("apiToken(", refused(() -> Arguments.headerName("Authorization")));
    assertSays("apiKey(", refused(() -> Arguments.headerName("X-Auth-Key")));
    assertSays("userAgentSuffix(", refused(() -> Arguments.headerName("User-Agent")));
    assertSays("proxyAuthenticator", refused(() -> Arguments.headerName("Proxy-Authorization")));
    assertEquals(
        "The header Host is set by the client and cannot be replaced.",
        says(() -> Arguments.headerName("Host")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "AUTHORIZATION",
        "X-Auth-Email",
        "x-auth-key",
        "X-Auth-User-Service-Key",
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
        "Content-Type",
        "Content-Length",
        "Content-Encoding",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Proxy-Authorization",
        "HTTP2-Settings",
        "TE",
        "Trailer",
        "Expect",
        "Upgrade"
      })
  void aHeaderThatTheClientSetsIsRefused(String name) {
    assertSays(name, refused(() -> Arguments.headerName(name)));
  }

  @Test
  void aHeadersValueIsVisibleAsciiAndBlanksAndNeverQuoted() {
    assertEquals("\t !~", Arguments.headerValue("\t !~", "X-A"));
    for (String end :
        new String[] {"\r\nX-Evil: 1", "\n", "\u0000", "\u001f", "\u007f", "é", "😀"}) {
      IllegalArgumentException refused =
          refused(() -> Arguments.headerValue("secret" + end, "X-A"));
      assertSays("X-A", refused);
      assertSays(" at index 6.", refused);
      assertSaysNot("secr", refused);
    }
  }

  @Test
  void aQuerysValueIsNeverQuoted() {
    assertSame("ä", Arguments.queryValue("ä", "key"));
    assertEquals(
        "The value of the query parameter 'key' must not have control characters or halves of"
            + " surrogate pairs.",
        says(() -> Arguments.queryValue("secret\n", "key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "a\n", "a\tb", "ä", "a\u007f"})
  void aUserAgentIsVisibleAsciiWithBlanksWithin(String suffix) {
    assertSame("a (b; c)/1!~", Arguments.userAgentSuffix("a (b; c)/1!~"));
    assertSays("my-service/1.2", refused(() -> Arguments.userAgentSuffix(suffix)));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsNamed() {
    assertNull("id", value -> Arguments.pathSegment(value, "id"));
    assertNull("search", value -> Arguments.wellFormed(value, "search"));
    assertNull("name", Arguments::headerName);
    assertNull("value", value -> Arguments.headerValue(value, "X-A"));
    assertNull("value", value -> Arguments.queryValue(value, "a"));
    assertEquals("t", assertThrows(NullPointerException.class, () -> time(null)).getMessage());
  }

  private static Duration time(Duration value) {
    return Arguments.notNegative(Arguments.positive(value, "t"), "t");
  }

  @SuppressWarnings("NullAway") // on purpose
  private static void assertNull(String name, Function<String, Object> check) {
    NullPointerException refused =
        assertThrows(NullPointerException.class, () -> check.apply(null));
    assertEquals(name, refused.getMessage());
  }

  private static String says(Runnable check) {
    return Messages.message(refused(check));
  }

  private static IllegalArgumentException refused(Runnable check) {
    return assertThrows(IllegalArgumentException.class, check::run);
  }
}
