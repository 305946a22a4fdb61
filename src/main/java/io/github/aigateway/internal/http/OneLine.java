package io.github.aigateway.internal.http;

/** Makes a server's texts fit for messages and logs. */
public final class OneLine {

  /**
   * Characters that end a line, move the cursor, are invisible or change the writing direction.
   * Compiled only when it is needed, which is rare.
   */
  private static final String UNPRINTABLE = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+";

  /** Longer than any request id. */
  private static final int LONGEST = 200;

  private OneLine() {}

  /** The text as one line of up to 200 characters. */
  static String clean(String text) {
    return clean(text, LONGEST);
  }

  /**
   * The text as one line; if it is cut, it ends in "…". Mask credentials first: one that is cut, or
   * has a blank in it, is not found any more.
   */
  public static String clean(String text, int longest) {
    String line = isVisibleAscii(text) ? text : text.replaceAll(UNPRINTABLE, " ");
    if (line.length() <= longest) {
      return line;
    }
    boolean splitsAPair = longest > 0 && Character.isHighSurrogate(line.charAt(longest - 1));
    return line.substring(0, splitsAPair ? longest - 1 : longest) + "…";
  }

  /** Nearly all texts are visible ASCII, and a regular expression is slow. */
  private static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
