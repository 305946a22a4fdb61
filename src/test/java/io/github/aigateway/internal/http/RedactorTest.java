package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential is masked wherever a text holds it, whole or cut off, and nothing else is. */
class RedactorTest {

  /** No beginning of an escape. */
  private static final String SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/.~\"";

  /** As many as properties take: mutation tests ask for fewer. */
  private static final int TRIES = Integer.getInteger("jqwik.tries.default", 5_000);

  private static final String MARKS = "\\\\%%uU4145bntf/\"aAf0";

  @Test
  void eachKindOfCredentialIsMasked() {
    Request.Builder request = request().header("X-Auth-Key", "the-key");
    Redactor redactor =
        new Redactor(List.of(request.header("X-Auth-Email", "me@example.com").build()));

    assertEquals("a *** of *** is", redactor.redact("a the-key of me@example.com is"));
  }

  @Test
  void theCredentialsOfEachRequestAreMasked() {
    Redactor redactor =
        new Redactor(
            List.of(
                request().header("Authorization", "Bearer the-first-token").build(),
                request().build(),
                request().header("X-Auth-Key", "the-other-key").build()));
    assertEquals("*** and ***", redactor.redact("the-first-token and the-other-key"));
    assertFalse(redactor.hasSurelyNoPartIn("a the-first-token"));
    assertFalse(redactor.hasSurelyNoPartIn("a the-other-key"));
    assertTrue(redactor.hasSurelyNoPartIn("a third-token-or-key"));
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

  @ParameterizedTest
  @CsvSource({
    "0123456789ab, ***",
    "x0123456789abx, x***x",
    "456789ABCDEF, ***",
    "456789abcde, 456789abcde",
    "<456789abcdefghij and 0123456789abcdef!, <*** and ***!",
    "89abcdefghijklmnopqrstuvwxyz, ***",
    "zzzz89abcdefghij, zzzz***",
    "0123456789ab0123456789ab, ***",
    "456789abc...defghijkl, 456789abc...defghijkl"
  })
  void twelveCharactersOfATokenAreMaskedWhereverTheyStand(String text, String masked) {
    assertEquals(masked, redacted("0123456789abcdefghijklmnopqrstuvwxyz", text));
  }

  @Test
  void anyTwelveCharactersInAnySpellingAreMasked() {
    SplittableRandom random = new SplittableRandom(15);
    for (int i = 0; i < TRIES; i++) {
      String token = visible(random, random.nextInt(12, 60), SAFE);
      int from = random.nextInt(token.length() - 11);
      int to = random.nextInt(from + 12, token.length() + 1);
      String before = visible(random, random.nextInt(6), "<> ");
      String after = visible(random, random.nextInt(6), "<> ");
      String spelled = spelled(random, token.substring(from, to));
      String text = before + spelled + after;
      assertEquals(before + "***" + after, redacted(token, text), () -> token + " in " + text);
    }
  }

  @Test
  void aTokenOfMarksIsMaskedInEachSpellingOfTheWhole() {
    SplittableRandom random = new SplittableRandom(151);
    for (int i = 0; i < TRIES; i++) {
      String token = visible(random, random.nextInt(12, 40), MARKS);
      for (Spelling spelling : Spelling.values()) {
        String text = "<" + spelling.of(token) + ">";
        assertEquals("<***>", redacted(token, text), () -> token + " in " + text);
      }
    }
  }

  @Test
  void aTokenThatIsCutOffAnywhereInAnySpellingIsMaskedFromFourLettersOn() {
    String token = "TokenMark/4f1c+9==";
    for (Spelling spelling : Spelling.values()) {
      for (int kept = spelling.of(token.substring(0, 4)).length();
          kept <= spelling.of(token).length();
          kept++) {
        String cut = spelling.of(token).substring(0, kept);
        assertEquals("<***", redacted(token, "<" + cut));
        assertEquals("<***… and", redacted(token, "<" + cut + "… and"));
      }
    }
  }

  @Test
  void anEmailIsMaskedAsAWhole() {
    Redactor redactor =
        new Redactor(
            List.of(request().header("X-Auth-Email", "somebody@company.example.com").build()));
    assertEquals(
        "for *** at company.example.com",
        redactor.redact("for Somebody%40Company.example.com at company.example.com"));
    assertEquals("for ***", redactor.redact("for somebody@comp"));
  }

  @Test
  void whatIsLikeATokenAndNoneStaysAsItIs() {
    SplittableRandom random = new SplittableRandom(152);
    for (int i = 0; i < TRIES; i++) {
      String token = visible(random, 40, "abc");
      String text = visible(random, 12, "abc") + "d" + visible(random, 60, "abd") + "d";
      boolean holdsAPart = false;
      for (int at = 0; at + 12 <= token.length(); at++) {
        holdsAPart |= text.contains(token.substring(at, at + 12));
      }
      assertEquals(holdsAPart, !redacted(token, text).equals(text), () -> token + " in " + text);
    }
    assertEquals("50 % \\ \\u 100%", redacted("sesame", "50 % \\ \\u 100%"));
  }

  /** Texts in which nearly each place nearly begins, or goes on, as the token does. */
  private static List<UnaryOperator<String>> almost() {
    return List.of(
        token -> (token.substring(0, 11) + "!").repeat(8192 / 12),
        token -> "a".repeat(8192),
        token -> "a".repeat(11) + "!" + "a".repeat(8180),
        token -> "\\u0061".repeat(8192 / 6),
        token -> "%61".repeat(8192 / 3),
        token -> "\\".repeat(8192),
        token -> "%".repeat(8192),
        token -> "%5c".repeat(8192 / 3),
        token -> "aaaa…".repeat(8192 / 5),
        token -> "\uffff".repeat(8192),
        token -> (token.substring(0, 3999) + "!").repeat(2) + "…".repeat(192));
  }

  @Test
  void workGrowsWithTheTextAndNotWithTheToken() {
    for (String token : List.of("ab".repeat(2_000), "a".repeat(4_000), "a".repeat(3_999) + "b")) {
      for (UnaryOperator<String> almost : almost()) {
        String text = almost.apply(token);
        long once = looks(token, text);
        long twice = looks(token, text + text);
        long withTwice = looks(token + token, text);
        String counts = once + ", " + twice + ", " + withTwice + ": " + text.substring(0, 20);
        assertTrue(once <= 40L * text.length(), counts);
        assertTrue(twice <= 2.1 * once, counts);
        assertTrue(withTwice <= 1.1 * once, counts);
      }
    }
  }

  private static long looks(String token, String text) {
    CountedText counted = new CountedText(text);
    redactor(token).redact(counted);
    return counted.looks();
  }

  @Test
  void aFailureQuotesASecretIfAnythingItLeadsToDoes() {
    Redactor redactor = redactor("0123456789abcdef");
    Exception quoting = new IOException("no 456789abcdef here");
    Exception suppressing = new IOException("harmless");
    suppressing.addSuppressed(new IOException("harmless", quoting));
    assertTrue(redactor.isQuotedBy(quoting));
    assertTrue(redactor.isQuotedBy(new IOException("harmless", quoting)));
    assertTrue(redactor.isQuotedBy(suppressing));
    quoting.initCause(suppressing);
    assertTrue(redactor.isQuotedBy(suppressing));
  }

  @Test
  void aFailureWithoutASecretQuotesNone() {
    Redactor redactor = redactor("0123456789abcdef");
    Exception one = new IOException("harmless");
    Exception other = new IOException(null, one);
    one.initCause(other);
    assertFalse(redactor.isQuotedBy(one));
    assertFalse(redactor.isQuotedBy(null));
  }

  @Test
  void whatAFailurePrintsCountsAsItsMessage() {
    Redactor redactor = redactor("0123456789abcdef");
    Exception printing =
        new IOException("harmless") {
          private static final long serialVersionUID = 1L;

          @Override
          public String getLocalizedMessage() {
            return "0123456789abcdef";
          }
        };
    Exception failing =
        new IOException("harmless") {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("no message");
          }
        };
    assertTrue(redactor.isQuotedBy(printing));
    assertTrue(redactor.isQuotedBy(failing), "nobody knows what it says");
  }

  @Test
  void withoutCredentialsNothingIsMasked() {
    assertEquals("sesame", new Redactor(List.of(request().build())).redact("sesame"));
  }

  private static Request.Builder request() {
    return new Request.Builder().url("https://api.example.com");
  }

  private static Redactor redactor(String token) {
    return new Redactor(List.of(request().header("Authorization", "Bearer " + token).build()));
  }

  private static String redacted(String token, String text) {
    return redactor(token).redact(text);
  }

  private static String visible(SplittableRandom random, int length, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Each character in a spelling of its own. */
  private static String spelled(SplittableRandom random, String text) {
    StringBuilder spelled = new StringBuilder();
    Spelling[] spellings = Spelling.values();
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      spelled.append(spellings[random.nextInt(spellings.length)].of(c));
    }
    return spelled.toString();
  }
}
