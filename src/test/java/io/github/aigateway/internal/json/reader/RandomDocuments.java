package io.github.aigateway.internal.json.reader;

import java.util.List;
import java.util.SplittableRandom;

/** Documents of JSON, and what may stand in them where it should not. */
final class RandomDocuments {

  static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          " ",
          "\n",
          "\t",
          "\r",
          "\f",
          "\u00a0",
          "\"a\"",
          "\"b\"",
          "\"\"",
          "\"",
          "\\",
          "\\\"",
          "\\n",
          "\\'",
          "\\u00e9",
          "\\ud83d",
          "\\ude00",
          "\\u12",
          "\\x",
          "é",
          "😀",
          "\u2028",
          "\u0000",
          "\u001f",
          "\u007f",
          "true",
          "false",
          "null",
          "nul",
          "TRUE",
          "0",
          "1",
          "-",
          "-0",
          "01",
          "1.",
          ".5",
          "1.50",
          "1e5",
          "1E-5",
          "1e",
          "+1",
          "12345678901234567890",
          "123456789012345678",
          "NaN",
          "Infinity",
          "//",
          "#",
          "/*",
          "*/",
          ";",
          "=",
          "'a'",
          "a");

  private RandomDocuments() {}

  /** A document without a fault, nested no deeper than this. */
  static String document(SplittableRandom random, int depth) {
    StringBuilder json = new StringBuilder();
    int kind = depth == 0 ? 2 + random.nextInt(6) : random.nextInt(8);
    if (kind == 0) {
      for (int i = random.nextInt(4); i > 0; i--) {
        json.append(json.isEmpty() ? "" : " , ").append(text(random)).append(':');
        json.append(document(random, depth - 1));
      }
      return "{" + json + "}";
    } else if (kind == 1) {
      for (int i = random.nextInt(4); i > 0; i--) {
        json.append(json.isEmpty() ? "" : ",").append(document(random, depth - 1));
      }
      return "[" + json + "\n]";
    }
    return switch (kind) {
      case 2 -> "true";
      case 3 -> "false";
      case 4 -> "null";
      case 5 -> "-1.50e+07";
      default -> text(random);
    };
  }

  private static String text(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> "\"" + "a".repeat(random.nextInt(5_000)) + "\"";
      case 1 -> "\"" + "é€😀".repeat(random.nextInt(800)) + "\"";
      case 2 -> "\"" + "\\u00e9\\\"\\ud83d\\ude00".repeat(random.nextInt(300)) + "\"";
      default -> "\"name" + random.nextInt(3_000) + "\"";
    };
  }
}
