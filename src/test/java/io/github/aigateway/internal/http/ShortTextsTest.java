package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** Only what is short is compared with a credential part by part: no other work is multiplied. */
class ShortTextsTest {

  private static final String TOKEN = "0123456789abcdef";

  @Test
  void aRequestIdIsCompared() {
    assertTrue(redactor(TOKEN).hasSurelyNoPartIn("8f2a4c1e9b7d0a35-FRA"));
    assertTrue(redactor("a".repeat(256)).hasSurelyNoPartIn("b".repeat(64)));
  }

  @Test
  void aLongTextIsSearchedInOnePass() {
    assertFalse(redactor(TOKEN).hasSurelyNoPartIn("b".repeat(65)));
  }

  @Test
  void aLongTokenIsSoughtInOnePass() {
    assertFalse(redactor("a".repeat(257)).hasSurelyNoPartIn("b"));
    assertEquals("b", redactor("a".repeat(257)).redact("b"));
  }

  private static Redactor redactor(String token) {
    Request request =
        new Request.Builder()
            .url("https://api.example/")
            .header("Authorization", "Bearer " + token)
            .build();
    return new Redactor(List.of(request));
  }
}
