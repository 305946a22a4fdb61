package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has the credentials that were given, and no others. */
class CredentialsTest {

  private static final Request.Builder BARE = new Request.Builder().url("https://example.com");

  @Test
  void aTokenTakesThePlaceOfAnyOther() throws NoCredentialsException {
    Request.Builder request = complete().newBuilder();
    Request authenticated = Credentials.token("mine", "apiToken").applyTo(request).build();
    assertEquals("Bearer mine", authenticated.header("Authorization"));
    assertNull(authenticated.header("X-Auth-Email"));
    assertNull(authenticated.header("X-Auth-Key"));
  }

  @Test
  void aKeyTakesThePlaceOfAToken() throws NoCredentialsException {
    Request.Builder request = complete().newBuilder();
    assertSame(request, Credentials.key("me@example.com", "email", "mine", "key").applyTo(request));
    assertEquals("me@example.com", request.build().header("X-Auth-Email"));
    assertEquals("mine", request.build().header("X-Auth-Key"));
    assertNull(request.build().header("Authorization"));
  }

  @Test
  void aSuppliedTokenIsAskedForEachTime() throws NoCredentialsException {
    int[] asked = {0};
    Credentials supplied = Credentials.token(() -> "t" + ++asked[0]);
    assertEquals("Bearer t1", supplied.applyTo(BARE).build().header("Authorization"));
    assertEquals("Bearer t2", supplied.applyTo(BARE).build().header("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "X-Auth-Email", "X-Auth-Key"})
  void eachHeaderIsFoundAndRemoved(String header) {
    Request request = Credentials.removeFrom(BARE.build()).newBuilder().header(header, "a").build();
    assertTrue(Credentials.areIn(request));
    assertFalse(Credentials.areIn(Credentials.removeFrom(request)));
  }

  @Test
  void everyVisibleCharacterMayBeInASecret() throws NoCredentialsException {
    Request request = Credentials.token("!~", "apiToken").applyTo(BARE).build();
    assertEquals("Bearer !~", request.header("Authorization"));
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of("", "must not be blank: is the environment variable or property"),
        Arguments.of(" \n", "must not be blank"),
        Arguments.of("secret\n", "must not end with a line break, as the text of a file does."),
        Arguments.of("secret\r\n", "must not end with a line break"),
        Arguments.of(" secret", "must not have blanks or line breaks around it. Remove it"),
        Arguments.of("secret\t", "must not have blanks or line breaks around it."),
        Arguments.of("sec ret", "but has a blank at index 3. Copy it again."),
        Arguments.of("sec\nret", "but has a line break at index 3."),
        Arguments.of("secret\u0000", "but has a control character at index 6."),
        Arguments.of(" sécret", "but has a blank at index 0."),
        Arguments.of("sécret", "but has a character that is not ASCII at index 1."));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreToldApartAndTheSecretIsNotQuoted(String secret, String words) {
    assertSays("apiToken", words, () -> Credentials.token(secret, "apiToken"));
    assertSays("KEY", words, () -> Credentials.key("e@x", "email", secret, "KEY"));
    Credentials supplied = Credentials.token(() -> secret);
    assertSays("The supplied API token", words, () -> supply(supplied));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer secret", "bearer secret", " Bearer secret\n"})
  void aPastedHeaderIsNoToken(String pasted) {
    String words = "must be the token alone: leave out 'Bearer ', which the client adds.";
    assertSays("apiToken", words, () -> Credentials.token(pasted, "apiToken"));
    Credentials supplied = Credentials.token(() -> pasted);
    assertSays("The supplied API token", words, () -> supply(supplied));
  }

  @Test
  void anEmailThatIsNoneMayBeTheKey() {
    String words = "must be an email address with an @. Is it swapped with the API key?";
    assertSays("EMAIL", words, () -> Credentials.key("secret", "EMAIL", "e@x", "KEY"));
    assertSays(
        "EMAIL",
        "must not end with a line break",
        () -> Credentials.key("secret@x\n", "EMAIL", "k", "KEY"));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullSaysWhatIsUsuallyMissing() {
    String isItSet = " is null: is the environment variable or property that it is read from set?";
    assertNullSays("apiToken" + isItSet, () -> Credentials.token((String) null, "apiToken"));
    assertNullSays("email" + isItSet, () -> Credentials.key(null, "email", "k", "key"));
    assertNullSays("key" + isItSet, () -> Credentials.key("e@x", "email", null, "key"));
    Credentials supplied = Credentials.token(() -> null);
    assertNullSays("The supplied API token" + isItSet, () -> supply(supplied));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "X-Auth-Email", "X-Auth-Key", "Accept"})
  void requestsAreAuthenticatedAlikeIfEachHeaderIsTheSame(String header) {
    Request other = complete().newBuilder().header(header, "other").build();
    assertEquals(header.equals("Accept"), Credentials.areSame(complete(), other));
    assertEquals(header.equals("Accept"), Credentials.areSame(other, complete()));
  }

  /** Throws what is wrong with the supplied token. */
  private static void supply(Credentials supplied) throws Throwable {
    throw assertThrows(NoCredentialsException.class, () -> supplied.applyTo(BARE)).getCause();
  }

  private static Request complete() {
    return new Request.Builder()
        .url("https://example.com")
        .header("Authorization", "a")
        .header("X-Auth-Email", "b")
        .header("X-Auth-Key", "c")
        .build();
  }

  private static void assertSays(String name, String words, Executable misuse) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, misuse).getMessage());
    assertTrue(message.startsWith(name + " must ") && message.contains(words), message);
    assertFalse(message.contains("sec") || message.contains("cret"), message);
  }

  private static void assertNullSays(String message, Executable misuse) {
    assertEquals(message, assertThrows(NullPointerException.class, misuse).getMessage());
  }
}
