package io.github.aigateway.internal.json.reader;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the tokens of JSON in UTF-8: strings, numbers, literals and the marks between them. */
final class Utf8Scanner extends Utf8Bytes {

  /** Gson has the same limit. */
  private static final int MAX_NUMBER = 1024;

  /** Stands in a text for bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Whether the last string has characters beyond ASCII. */
  private boolean beyondAscii;

  private boolean escaped;

  /** The value of the last boolean. */
  private boolean booleanValue;

  private int numberLength;

  Utf8Scanner(InputStream in, byte[] memory) {
    super(in, memory);
  }

  /** The kind of value that begins with this character; {@code END_DOCUMENT} if none does. */
  JsonToken value(int c) throws IOException {
    return switch (c) {
      case '"' -> JsonToken.STRING;
      case '{' -> JsonToken.BEGIN_OBJECT;
      case '[' -> JsonToken.BEGIN_ARRAY;
      case 'n' -> rest("null") ? JsonToken.NULL : JsonToken.END_DOCUMENT;
      case 't', 'f' -> {
        booleanValue = c == 't';
        yield rest(booleanValue ? "true" : "false") ? JsonToken.BOOLEAN : JsonToken.END_DOCUMENT;
      }
      default -> {
        numberLength = c == '-' || (c >= '0' && c <= '9') ? number() : -1;
        yield numberLength > 0 ? JsonToken.NUMBER : JsonToken.END_DOCUMENT;
      }
    };
  }

  /** Reads the rest of a literal after its first character; false if it is another text. */
  private boolean rest(String literal) throws IOException {
    int length = literal.length() - 1;
    for (int i = 0; i < length; i++) {
      if (at(i) != literal.charAt(i + 1)) {
        return false;
      }
    }
    pos += length;
    return true;
  }

  /** The length of the number whose first character was read; -1 if it is no number. */
  private int number() throws IOException {
    pos--;
    int i = at(0) == '-' ? 1 : 0;
    int digits = digits(i);
    if (digits == 0 || (digits > 1 && at(i) == '0')) {
      return -1;
    }
    i += digits;
    if (at(i) == '.') {
      int fraction = digits(i + 1);
      if (fraction == 0) {
        return -1;
      }
      i += 1 + fraction;
    }
    if (at(i) == 'e' || at(i) == 'E') {
      i++;
      i += at(i) == '+' || at(i) == '-' ? 1 : 0;
      int exponent = digits(i);
      if (exponent == 0) {
        return -1;
      }
      i += exponent;
    }
    return i < MAX_NUMBER ? i : -1;
  }

  private int digits(int from) throws IOException {
    int i = from;
    while (at(i) >= '0' && at(i) <= '9' && i < MAX_NUMBER) {
      i++;
    }
    return i - from;
  }

  boolean booleanValue() {
    return booleanValue;
  }

  /** Reads the number that was found, as text. */
  String numberText() {
    String text = new String(bytes, pos, numberLength, StandardCharsets.ISO_8859_1);
    pos += numberLength;
    return text;
  }

  /** Whether the number that was found has only digits, at most 18. */
  boolean isShortInteger() {
    int first = bytes[pos] == '-' ? 1 : 0;
    if (numberLength - first > 18) {
      return false;
    }
    for (int i = pos + first; i < pos + numberLength; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  long shortInteger() {
    boolean negative = bytes[pos] == '-';
    long value = 0;
    for (int i = pos + (negative ? 1 : 0); i < pos + numberLength; i++) {
      value = 10 * value + bytes[i] - '0';
    }
    pos += numberLength;
    return negative ? -value : value;
  }

  /** Reads a string after its opening quote. */
  String string() throws IOException {
    int length = stringLength();
    String text =
        beyondAscii || escaped
            ? decoded(length)
            : new String(bytes, pos, length, StandardCharsets.ISO_8859_1);
    pos += length + 1;
    return text;
  }

  /**
   * Reads these bytes, without the first {@code from}, if they come next. False if other bytes do,
   * or if too few have come.
   */
  boolean readIf(byte[] expected, int from) {
    int end = pos + expected.length - from;
    if (end > limit || !Arrays.equals(bytes, pos, end, expected, from, expected.length)) {
      return false;
    }
    pos = end;
    return true;
  }

  /** Reads a member's name, or another text that comes often, after its opening quote. */
  String name() throws IOException {
    int length = stringLength();
    String name = beyondAscii || escaped ? decoded(length) : NameCache.name(bytes, pos, length);
    pos += length + 1;
    return name;
  }

  /** Passes over the single value that was found. */
  void skip(JsonToken found) throws IOException {
    if (found == JsonToken.NUMBER) {
      pos += numberLength;
    } else if (found == JsonToken.STRING) {
      int length = stringLength();
      // In a look ahead, nothing is checked: the text is read again.
      if (!isHeld() && (beyondAscii || escaped)) {
        decoded(length);
      }
      pos += length + 1;
    }
  }

  /** Reads the next bracket that is not in a string, of an object or an array. */
  int nextBracket() throws IOException {
    while (true) {
      int c = next();
      if (c == '"') {
        int length = stringLength();
        pos += length + 1;
      } else if (c == '{' || c == '}' || c == '[' || c == ']') {
        return c;
      }
    }
  }

  private int stringLength() throws IOException {
    beyondAscii = false;
    escaped = false;
    int i = 0;
    while (true) {
      byte[] window = bytes;
      int end = limit;
      int at = pos + i;
      // Bytes beyond ASCII are negative.
      while (at < end && window[at] >= ' ' && window[at] != '"' && window[at] != '\\') {
        at++;
      }
      i = at - pos;
      int c = at(i);
      if (c == '"') {
        return i;
      } else if (c == '\\') {
        escaped = true;
        i++;
        at(i);
      } else if (c >= 0x80) {
        beyondAscii = true;
      } else if (c < 0) {
        throw new EOFException("A string does not end");
      } else if (c < ' ') {
        throw new MalformedJsonException("A control character in a string");
      } else {
        continue;
      }
      i++;
    }
  }

  private String decoded(int length) throws IOException {
    Charset charset = beyondAscii ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, pos, length, charset);
    if (beyondAscii && text.indexOf(REPLACEMENT) >= 0) {
      // Either the text has this character, or it is no UTF-8. Only then does the decoder throw.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, pos, length));
    }
    return escaped ? Escapes.resolved(text) : text;
  }
}
