package io.github.aigateway.internal.http;

/** A text that counts how often a character of it is looked at. */
final class CountedText implements CharSequence {

  private final CharSequence text;
  private long looks;

  CountedText(CharSequence text) {
    this.text = text;
  }

  long looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks++;
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    looks += end - start;
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    looks += length();
    return text.toString();
  }
}
