package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

final class DecimalAdapter extends ValueAdapter<BigDecimal> {

  /** A limit: the time for parsing grows with the square of the length. */
  private static final int MAX_LENGTH = 1_000;

  DecimalAdapter() {
    super(JsonToken.NUMBER, "a number");
  }

  @Override
  public BigDecimal read(JsonReader in) throws IOException {
    expect(in);
    return parse(in.nextString(), in);
  }

  @Override
  Object readOrKeep(JsonReader in) throws IOException {
    return in.peek() == JsonToken.NUMBER
        ? parseOrKeep(in, DecimalAdapter::parse)
        : super.readOrKeep(in);
  }

  /** Reads a number; one that cannot be parsed so is kept by its text. */
  static Object parseOrKeep(JsonReader in, BiFunction<String, JsonReader, Object> parse)
      throws IOException {
    // In a tree of a caller's there may be numbers of any class and length.
    @Nullable JsonElement tree = in instanceof Utf8JsonReader ? null : ValueAdapters.ANY.read(in);
    String text = tree == null ? in.nextString() : tree.getAsString();
    try {
      return parse.apply(text, in);
    } catch (JsonMismatchException otherNumber) {
      return new Mistyped(tree == null ? JsonParser.parseString(text) : tree);
    }
  }

  /** Parses the text that was read last. */
  static BigDecimal parse(String text, JsonReader in) {
    if (text.length() > MAX_LENGTH) {
      throw new JsonMismatchException(
          "Expected a number of at most " + MAX_LENGTH + " characters but was a longer one",
          in.getPreviousPath());
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException exponentTooLarge) {
      throw new JsonMismatchException(
          "Expected a number but its exponent is out of range", in.getPreviousPath());
    }
  }

  @Override
  public void write(JsonWriter out, BigDecimal value) throws IOException {
    JsonTree.writeNumber(out, value);
  }

  /** A subclass may change its value, so it is copied. */
  @Override
  public BigDecimal freeze(BigDecimal value, String name) {
    return FrozenJson.decimal(value, name);
  }
}
