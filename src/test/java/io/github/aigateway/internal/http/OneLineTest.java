package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text from the server forges no line of a log, hides nothing in it, and does not fill it. */
class OneLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "8f2a4c1e9b7d0a35-FRA", "a b", "grün €😀", "***", "a…"})
  void aTextThatCanBeReadStaysAsItIs(String text) {
    assertEquals(text, OneLine.clean(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nb",
        "a\n\n\nb",
        "a\tb",
        "a\u0000b",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "a\u009bb",
        "a\u2028b",
        "a\u2029b",
        "a\u202eb",
        "a\u200bb",
        "a\u2066b",
        "a\ufeffb",
        "a\u00adb",
        "a\r\u202e\u2028\u0000b",
        "a\udb40\udc41b"
      })
  void whatEndsALineOrMovesTheCursorOrIsNotSeenBecomesOneBlank(String text) {
    assertEquals("a b", OneLine.clean(text));
  }

  @Test
  void noCharacterOfThoseKindsIsLeft() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(all::appendCodePoint);
    String line = OneLine.clean(all.toString(), Integer.MAX_VALUE);
    assertFalse(line.codePoints().anyMatch(OneLineTest::isUnprintable));
    long printable = all.codePoints().filter(c -> !isUnprintable(c)).count();
    assertEquals(printable, line.codePoints().filter(c -> c != ' ').count() + 1);
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    assertEquals("abc…", OneLine.clean("abcd", 3));
    assertEquals("abc", OneLine.clean("abc", 3));
    assertEquals("a".repeat(200), OneLine.clean("a".repeat(200)));
    assertEquals("a".repeat(200) + "…", OneLine.clean("a".repeat(201)));
    assertEquals("…", OneLine.clean("a", 0));
  }

  @Test
  void aCutSplitsNoCharacter() {
    assertEquals("ab…", OneLine.clean("ab😀c", 3));
    assertEquals("ab😀…", OneLine.clean("ab😀c", 4));
  }
}
