package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is plainly free of credentials only if it has no escape and no part of any of them. */
class PlainTextsTest {

  @ParameterizedTest
  @CsvSource({
    "8d2f0a1b2c3d4e5f-FRA, true",
    "'', true",
    "100%, false",
    "%20, false",
    "\\u0061, false",
    "a\\, false",
    "Bearer 01234, true",
    "<abcdefghijkl>, false",
    "<ABCDEFGHIJKL>, false",
    "abcdefghijk, true",
    "abcdefghijk-lmnopqrstuv, true",
    "klmnopqrstuv, false",
    "my key-of-mine!, false",
    "my key-of-min!, true",
    "a@b.c, false",
    "x a@b.c, false",
    "a@b., true"
  })
  void itHasNoPartOfACredential(String text, boolean free) {
    Request request =
        new Request.Builder()
            .url("https://a.example")
            .header("Authorization", "Bearer 0123456789-abcdefghijklmnopqrstuv")
            .header("X-Auth-Key", "key-of-mine")
            .header("X-Auth-Email", "a@b.c")
            .build();
    assertEquals(free, new Redactor(List.of(request)).hasSurelyNoPartIn(text));
  }

  @Test
  void aShortTokenIsSoughtWithoutItsScheme() {
    Request request =
        new Request.Builder()
            .url("https://a.example")
            .header("Authorization", "Bearer sesame")
            .build();
    assertFalse(new Redactor(List.of(request)).hasSurelyNoPartIn("a sesame"));
  }
}
