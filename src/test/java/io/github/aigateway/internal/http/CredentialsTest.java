package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has the credentials that were given, and no others. */
class CredentialsTest {

  private static final Request.Builder BARE = new Request.Builder().url("https://example.com");

  @Test
  void aTokenTakesThePlaceOfAnyOther() {
    Request.Builder request = complete().newBuilder();
    Request authenticated = Credentials.token("mine").applyTo(request).build();
    assertEquals("Bearer mine", authenticated.header("Authorization"));
    assertNull(authenticated.header("X-Auth-Email"));
    assertNull(authenticated.header("X-Auth-Key"));
  }

  @Test
  void aKeyTakesThePlaceOfAToken() {
    Request.Builder request = complete().newBuilder();
    assertSame(request, Credentials.key("me@example.com", "mine").applyTo(request));
    assertEquals("me@example.com", request.build().header("X-Auth-Email"));
    assertEquals("mine", request.build().header("X-Auth-Key"));
    assertNull(request.build().header("Authorization"));
  }

  @Test
  void aSuppliedTokenIsAskedForEachTime() {
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
  void everyVisibleCharacterMayBeInASecret() {
    Request request = Credentials.token("!~").applyTo(BARE).build();
    assertEquals("Bearer !~", request.header("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\u007f", " a", "a\n"})
  void nothingElseMayBe(String secret) {
    assertThrows(IllegalArgumentException.class, () -> Credentials.token(secret));
    assertThrows(IllegalArgumentException.class, () -> Credentials.key(secret, "k"));
    assertThrows(IllegalArgumentException.class, () -> Credentials.key("e", secret));
    Credentials supplied = Credentials.token(() -> secret);
    assertThrows(IllegalArgumentException.class, () -> supplied.applyTo(BARE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "X-Auth-Email", "X-Auth-Key", "Accept"})
  void requestsAreAuthenticatedAlikeIfEachHeaderIsTheSame(String header) {
    Request other = complete().newBuilder().header(header, "other").build();
    assertEquals(header.equals("Accept"), Credentials.areSame(complete(), other));
    assertEquals(header.equals("Accept"), Credentials.areSame(other, complete()));
  }

  private static Request complete() {
    return new Request.Builder()
        .url("https://example.com")
        .header("Authorization", "a")
        .header("X-Auth-Email", "b")
        .header("X-Auth-Key", "c")
        .build();
  }
}
