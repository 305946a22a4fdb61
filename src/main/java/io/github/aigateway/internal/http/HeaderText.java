package io.github.aigateway.internal.http;

/** What a header can carry. Texts are described and never quoted: they may be secrets. */
public final class HeaderText {

  private HeaderText() {}

  /** Whether HTTP carries the character as it is, blanks aside. */
  public static boolean isVisible(char c) {
    return c > ' ' && c <= '~';
  }

  /** Names a character that is not visible ASCII, and where it is. */
  public static String described(String text, int index) {
    char c = text.charAt(index);
    String kind = "a character that is not ASCII";
    if (c == ' ') {
      kind = "a blank";
    } else if (c == '\n' || c == '\r') {
      kind = "a line break";
    } else if (Character.isISOControl(c)) {
      kind = "a control character";
    }
    return kind + " at index " + index;
  }
}
