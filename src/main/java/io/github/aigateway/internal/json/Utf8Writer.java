package io.github.aigateway.internal.json;

import java.io.Writer;
import okio.Buffer;

/**
 * Writes JSON straight into a buffer, without a copy in between. UTF-8 has no half of a surrogate
 * pair: it is written as an escape, as JavaScript does.
 */
final class Utf8Writer extends Writer {

  private final Buffer buffer;

  Utf8Writer(Buffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public void write(int c) {
    buffer.writeUtf8CodePoint(c & 0xffff);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) {
    int end = offset + length;
    int from = offset;
    for (int half = nextHalf(text, from, end); half < end; half = nextHalf(text, from, end)) {
      buffer.writeUtf8(text, from, half);
      buffer.writeUtf8("\\u").writeUtf8(Integer.toHexString(text.charAt(half)));
      from = half + 1;
    }
    buffer.writeUtf8(text, from, end);
  }

  /** The place of the next surrogate that stands alone; the end if there is none. */
  private static int nextHalf(String text, int from, int end) {
    for (int at = from; at < end; at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        boolean pair =
            at + 1 < end && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
          return at;
        }
        at++;
      }
    }
    return end;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
