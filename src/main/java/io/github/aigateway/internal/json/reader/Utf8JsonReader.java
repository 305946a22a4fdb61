package io.github.aigateway.internal.json.reader;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces Gson's reader. It is as strict as {@link Strictness#STRICT}, but keeps halves of
 * surrogate pairs. It reads bytes, so it is faster: it decodes only what is needed, and makes no
 * name twice. It can also look ahead.
 */
public final class Utf8JsonReader extends JsonReader {

  private static final Utf8Scanner NO_TEXT =
      new Utf8Scanner(InputStream.nullInputStream(), new byte[1]);

  private Utf8Scanner text = NO_TEXT;
  private final JsonPlace place = new JsonPlace();
  private final Outline outline = new Outline();
  private boolean strictAboutTypes;

  /** The next token; null if it is not known yet. */
  private @Nullable JsonToken token;

  /** Makes a reader without a document. */
  public Utf8JsonReader() {
    super(Reader.nullReader());
    setStrictness(Strictness.STRICT);
  }

  /** Begins a document. The reader uses this memory until it is closed. */
  public Utf8JsonReader over(InputStream in, byte[] memory, int maxValues) {
    text = new Utf8Scanner(in, memory);
    place.begin(maxValues);
    token = null;
    return this;
  }

  /** Whether a value of another type than documented is refused, not kept. */
  public boolean isStrictAboutTypes() {
    return strictAboutTypes;
  }

  /** Sets {@link #isStrictAboutTypes}, and returns what it was. */
  public boolean setStrictAboutTypes(boolean strict) {
    boolean before = strictAboutTypes;
    strictAboutTypes = strict;
    return before;
  }

  @Override
  public JsonToken peek() throws IOException {
    if (token == null) {
      token = place.find(text);
    }
    return token;
  }

  private void take(JsonToken expected) throws IOException {
    if (peek() != expected) {
      throw new IllegalStateException(
          "Expected " + expected + " but was " + token + " at path " + getPath());
    }
    token = null;
  }

  @Override
  public void beginArray() throws IOException {
    take(JsonToken.BEGIN_ARRAY);
    enter(JsonPlace.ARRAY);
  }

  @Override
  public void endArray() throws IOException {
    take(JsonToken.END_ARRAY);
    place.leave();
  }

  @Override
  public void beginObject() throws IOException {
    take(JsonToken.BEGIN_OBJECT);
    enter(JsonPlace.OBJECT);
  }

  @Override
  public void endObject() throws IOException {
    take(JsonToken.END_OBJECT);
    place.leave();
  }

  private void enter(int scope) throws MalformedJsonException {
    place.require(place.depth() <= getNestingLimit(), "Nested too deep");
    place.enter(scope);
  }

  @Override
  public boolean hasNext() throws IOException {
    JsonToken next = peek();
    return next != JsonToken.END_OBJECT
        && next != JsonToken.END_ARRAY
        && next != JsonToken.END_DOCUMENT;
  }

  @Override
  public String nextName() throws IOException {
    take(JsonToken.NAME);
    String name = text.name();
    place.setName(name);
    return name;
  }

  /**
   * Reads the next member's name, and finds its value, if exactly these bytes come: a comma, the
   * name in quotes, a colon. A first member has no comma. If false, the name may still be this one,
   * in another spelling.
   */
  public boolean readNameIf(String name, byte[] spelling) throws IOException {
    int scope = place.scope();
    boolean isFirst = scope == JsonPlace.OBJECT;
    if (token != null
        || !(isFirst || scope == JsonPlace.OBJECT_WITH_MEMBER)
        || !text.readIf(spelling, isFirst ? 1 : 0)) {
      return false;
    }
    place.setScope(JsonPlace.OBJECT_WITH_MEMBER);
    place.setName(name);
    token = place.value(text);
    return true;
  }

  @Override
  public String nextString() throws IOException {
    boolean isNumber = peek() == JsonToken.NUMBER;
    take(isNumber ? JsonToken.NUMBER : JsonToken.STRING);
    String value = isNumber ? text.numberText() : text.string();
    place.step();
    return value;
  }

  /** Reads a string that comes often. Equal short ones share one object. */
  public String nextRecurring() throws IOException {
    take(JsonToken.STRING);
    String value = text.name();
    place.step();
    return value;
  }

  @Override
  public boolean nextBoolean() throws IOException {
    take(JsonToken.BOOLEAN);
    place.step();
    return text.booleanValue();
  }

  @Override
  public void nextNull() throws IOException {
    take(JsonToken.NULL);
    place.step();
  }

  /** Whether the next value is an integer of at most 18 digits. */
  public boolean isShortInteger() throws IOException {
    return peek() == JsonToken.NUMBER && text.isShortInteger();
  }

  @Override
  public long nextLong() throws IOException {
    if (isShortInteger()) {
      take(JsonToken.NUMBER);
      place.step();
      return text.shortInteger();
    }
    return Long.parseLong(nextString());
  }

  @Override
  public void skipValue() throws IOException {
    int outside = place.depth();
    do {
      JsonToken next = peek();
      if (next == JsonToken.NAME) {
        nextName();
      } else if (next == JsonToken.BEGIN_OBJECT) {
        beginObject();
      } else if (next == JsonToken.BEGIN_ARRAY) {
        beginArray();
      } else if (next == JsonToken.END_DOCUMENT) {
        return;
      } else if (next == JsonToken.END_OBJECT || next == JsonToken.END_ARRAY) {
        take(next);
        place.leave();
      } else {
        take(next);
        text.skip(next);
        place.step();
      }
    } while (place.depth() > outside);
  }

  /**
   * Passes over a value that will be read again, which is when what is in it is checked and
   * counted. This saves a twentieth of the time to read a gateway.
   */
  private void passOver() throws IOException {
    JsonToken first = peek();
    if (first != JsonToken.BEGIN_OBJECT && first != JsonToken.BEGIN_ARRAY) {
      skipValue();
      return;
    }
    int outside = place.depth();
    take(first);
    enter(first == JsonToken.BEGIN_OBJECT ? JsonPlace.OBJECT : JsonPlace.ARRAY);
    while (place.depth() > outside) {
      int c = text.nextBracket();
      if (c == '{' || c == '[') {
        enter(c == '{' ? JsonPlace.OBJECT : JsonPlace.ARRAY);
      } else {
        place.require(c == (place.scope() == JsonPlace.OBJECT ? '}' : ']'), "Not the bracket");
        place.leave();
      }
    }
  }

  /**
   * Looks ahead at the members of the next object. It is valid until the next call.
   *
   * @param hasText whether the text of a member matters
   */
  public Outline outline(Predicate<String> hasText) throws IOException {
    JsonToken object = peek();
    text.hold();
    place.hold();
    outline.clear();
    try {
      readOutline(hasText);
    } catch (EOFException | MalformedJsonException broken) {
      // To read it again fails, too, and says where.
    }
    text.rewind();
    place.rewind();
    token = object;
    return outline;
  }

  private void readOutline(Predicate<String> hasText) throws IOException {
    beginObject();
    while (hasNext()) {
      String name = nextName();
      boolean isText = peek() == JsonToken.STRING && hasText.test(name);
      outline.add(name, isText ? nextRecurring() : null);
      if (!isText) {
        passOver();
      }
    }
  }

  @Override
  public String getPath() {
    return place.path(false);
  }

  @Override
  public String getPreviousPath() {
    return place.path(true);
  }

  /** Frees all but the reader itself. The stream stays open. */
  @Override
  public void close() {
    text = NO_TEXT;
    place.end();
    outline.clear();
    token = null;
  }
}
