package io.github.aigateway;

import java.util.List;
import java.util.SplittableRandom;

/** Makes texts that have been trouble in addresses and headers. */
final class RandomText {

  private static final List<String> PIECES =
      List.of(
          "/",
          "%2f",
          "%2F",
          "..",
          ".",
          "%2e%2e",
          ";",
          "?",
          "#",
          "&",
          "=",
          "+",
          " ",
          "%20",
          "%",
          "%%",
          "%00",
          "%zz",
          "\\",
          ":",
          "@",
          "//",
          "\u0000",
          "\n",
          "\r\n",
          "\t",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\u202e",
          "é",
          "e\u0301",
          "😀",
          "\ud83d",
          "\ude00",
          "\uffff",
          "<",
          "\"",
          "'",
          "|",
          "`",
          "{",
          "}",
          "{id}",
          "[",
          "^",
          "~",
          "!",
          "$",
          ",",
          "a",
          "my-gateway",
          "openai",
          "url",
          "http://example.com",
          "search",
          "\r\nHost: example.com");

  private final SplittableRandom random;

  RandomText(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      switch (random.nextInt(8)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(0x80));
        default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }

  /** One that is not refused for a reason that has nothing to do with its use. */
  static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || (c >= 0xd800 && c <= 0xdfff));
  }

  static boolean isSegment(String text) {
    return isWellFormed(text)
        && !text.isBlank()
        && !text.equals(".")
        && !text.equals("..")
        && text.codePointCount(0, text.length()) <= Arguments.MAX_ID;
  }
}
