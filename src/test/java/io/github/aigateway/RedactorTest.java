package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential is masked wherever a text holds it, whole or cut off, and nothing else is. */
class RedactorTest {

  @Test
  void eachKindOfCredentialIsMasked() {
    Request.Builder request = request().header("X-Auth-Key", "the-key");
    Redactor redactor = new Redactor(request.header("X-Auth-Email", "me@example.com").build());

    assertEquals("a *** of *** is", redactor.redact("a the-key of me@example.com is"));
  }

  @Test
  void aTokenIsMaskedWithoutItsScheme() {
    assertEquals("Bearer ***, ***", redacted("sesame", "Bearer sesame, SESAME"));
  }

  @Test
  void theSpellingsOfJsonAreMasked() {
    assertEquals("***", redacted("a/b+c", "a\\/b\\u002bc"));
    assertEquals("***", redacted("a/b+c", "\\u0061\\u002F\\u0062\\u002B\\u0063"));
    assertEquals("a.b+c", redacted("a/b+c", "a.b+c"));
  }

  @ParameterizedTest
  @CsvSource({
    "sesam, ***",
    "my sesa, my ***",
    "my ses, my ses",
    "sesa and, sesa and",
    "open sesa… now, open ***… now",
    "sesa… then sesam… and sesa, ***… then ***… and ***",
    "…sesam, …***",
    "\\u0073esa, ***",
    "'', ''"
  })
  void aStartThatIsCutOffIsMaskedFromFourLettersOn(String text, String masked) {
    assertEquals(masked, redacted("sesame", text));
  }

  @Test
  void aStartInTheLongestSpellingIsMasked() {
    String spelled = "\\u0073\\u0065\\u0073\\u0061\\u006d\\u006";
    assertEquals("x ***", redacted("sesame", "x " + spelled));
  }

  @Test
  void whatIsTooShortForACredentialIsNotMasked() {
    assertEquals("***", redacted("abcd", "abcd"));
    assertEquals("an abc", redacted("abc", "an abc"));
  }

  @Test
  void withoutCredentialsNothingIsMasked() {
    assertEquals("sesame", new Redactor(request().build()).redact("sesame"));
  }

  private static Request.Builder request() {
    return new Request.Builder().url("https://api.example.com");
  }

  private static String redacted(String token, String text) {
    return new Redactor(request().header("Authorization", "Bearer " + token).build()).redact(text);
  }
}
