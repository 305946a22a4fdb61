package io.github.aigateway.internal.json.reader;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a reader is in a JSON document: what may come next, and how many values have come. */
final class JsonPlace {

  // What the reader is in, and what it has read there. No enum: with one, it takes a twentieth
  // longer to read a gateway.
  static final int DOCUMENT = 0;
  static final int DOCUMENT_WITH_VALUE = 1;
  static final int ARRAY = 2;
  static final int ARRAY_WITH_ITEM = 3;
  static final int OBJECT = 4;
  static final int OBJECT_WITH_MEMBER = 5;

  /** Between a name and its value. */
  static final int MEMBER = 6;

  private int[] scopes = new int[8];
  private @Nullable String[] names = new @Nullable String[8];
  private int[] indices = new int[8];
  private int depth = 1;
  private int maxValues;
  private int values;
  private int heldDepth;
  private int heldValues;

  /** Begins a document. */
  void begin(int maxValues) {
    this.maxValues = maxValues;
    values = 0;
    depth = 1;
    scopes[0] = DOCUMENT;
    indices[0] = 0;
  }

  /** Frees the names, which may be as long as a response. */
  void end() {
    begin(0);
    Arrays.fill(names, null);
  }

  /** Finds the next token. The text of a name, string or number is still to be read. */
  JsonToken find(Utf8Scanner text) throws IOException {
    return switch (scope()) {
      case DOCUMENT -> {
        setScope(DOCUMENT_WITH_VALUE);
        yield value(text);
      }
      case DOCUMENT_WITH_VALUE -> {
        require(text.nextOrEnd() < 0, "The document goes on behind its end");
        yield JsonToken.END_DOCUMENT;
      }
      case ARRAY -> {
        setScope(ARRAY_WITH_ITEM);
        int c = text.next();
        yield c == ']' ? JsonToken.END_ARRAY : value(text, c);
      }
      case ARRAY_WITH_ITEM -> {
        int c = text.next();
        require(c == ',' || c == ']', "An array does not end");
        yield c == ']' ? JsonToken.END_ARRAY : value(text);
      }
      case OBJECT -> {
        int c = text.next();
        yield c == '}' ? JsonToken.END_OBJECT : name(c);
      }
      case OBJECT_WITH_MEMBER -> {
        int c = text.next();
        require(c == ',' || c == '}', "An object does not end");
        yield c == '}' ? JsonToken.END_OBJECT : name(text.next());
      }
      default -> {
        // MEMBER
        require(text.next() == ':', "A name without a value");
        setScope(OBJECT_WITH_MEMBER);
        yield value(text);
      }
    };
  }

  private JsonToken name(int c) throws IOException {
    require(c == '"', "A member without a name");
    setScope(MEMBER);
    return JsonToken.NAME;
  }

  /** Finds a value that begins with the next character. */
  JsonToken value(Utf8Scanner text) throws IOException {
    return value(text, text.next());
  }

  private JsonToken value(Utf8Scanner text, int c) throws IOException {
    found();
    JsonToken found = text.value(c);
    require(found != JsonToken.END_DOCUMENT, "Not a value");
    return found;
  }

  void require(boolean fulfilled, String otherwise) throws MalformedJsonException {
    if (!fulfilled) {
      throw new MalformedJsonException(otherwise + " at path " + path(false));
    }
  }

  int depth() {
    return depth;
  }

  int scope() {
    return scopes[depth - 1];
  }

  void setScope(int scope) {
    scopes[depth - 1] = scope;
  }

  /** Names the member that is about to be read. */
  void setName(String name) {
    names[depth - 1] = name;
  }

  /** Counts a value. Their number is limited: each takes many times the memory of its text. */
  private void found() {
    if (++values > maxValues) {
      throw new JsonMismatchException(
          "Expected at most " + maxValues + " values in all but there are more", path(false));
    }
  }

  /** A value was read. */
  void step() {
    indices[depth - 1]++;
  }

  void enter(int scope) {
    if (depth == scopes.length) {
      scopes = Arrays.copyOf(scopes, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    scopes[depth] = scope;
    names[depth] = null;
    indices[depth] = 0;
    depth++;
  }

  void leave() {
    depth--;
    step();
  }

  /** Remembers this place; {@link #rewind} goes back to it. */
  void hold() {
    heldDepth = depth;
    heldValues = values;
  }

  void rewind() {
    depth = heldDepth;
    values = heldValues;
  }

  /** The path of the next value, or of the previous one, as Gson writes it. */
  String path(boolean previous) {
    StringBuilder path = new StringBuilder("$");
    for (int i = 0; i < depth; i++) {
      switch (scopes[i]) {
        case ARRAY, ARRAY_WITH_ITEM -> {
          boolean back = previous && i == depth - 1 && indices[i] > 0;
          path.append('[').append(back ? indices[i] - 1 : indices[i]).append(']');
        }
        case OBJECT, OBJECT_WITH_MEMBER, MEMBER -> {
          path.append('.');
          if (names[i] != null) {
            path.append(names[i]);
          }
        }
        default -> {}
      }
    }
    return path.toString();
  }
}
