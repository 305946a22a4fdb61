package io.github.aigateway.internal.http;

import java.util.regex.Pattern;

/** Texts that the server chose, as they may stand in a message or in a log. */
public final class OneLine {

  /** What ends a line, moves the cursor, is not seen, or turns the direction of writing. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /** Longer than any request id. */
  private static final int LONGEST = 200;

  private OneLine() {}

  /** The text as one line of up to 200 characters. */
  static String clean(String text) {
    return clean(text, LONGEST);
  }

  /**
   * The text as one line; one that is longer ends in "…". Mask credentials first: what is cut or
   * pulled apart by a blank is found no more.
   */
  public static String clean(String text, int longest) {
    String line = isVisibleAscii(text) ? text : UNPRINTABLE.matcher(text).replaceAll(" ");
    if (line.length() <= longest) {
      return line;
    }
    boolean splitsAPair = longest > 0 && Character.isHighSurrogate(line.charAt(longest - 1));
    return line.substring(0, splitsAPair ? longest - 1 : longest) + "…";
  }

  /** Nearly all texts are, and a regular expression takes its time. */
  private static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
