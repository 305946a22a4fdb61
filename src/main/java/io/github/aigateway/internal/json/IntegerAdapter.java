package io.github.aigateway.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.math.BigDecimal;

/** Integers by value: {@code 60}, {@code 60.0} and {@code 6e1} are the same. */
final class IntegerAdapter extends ValueAdapter<Long> {

  IntegerAdapter() {
    super(JsonToken.NUMBER, "an integer of 64 bits");
  }

  @Override
  public Long read(JsonReader in) throws IOException {
    expect(in);
    if (in instanceof Utf8JsonReader own && own.isShortInteger()) {
      return own.nextLong();
    }
    return parse(in.nextString(), in);
  }

  @Override
  Object readOrKeep(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.NUMBER
        || (in instanceof Utf8JsonReader own && own.isShortInteger())) {
      return super.readOrKeep(in);
    }
    return DecimalAdapter.parseOrKeep(in, IntegerAdapter::parse);
  }

  private static Long parse(String text, JsonReader in) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException spelledOtherwise) {
      BigDecimal number = DecimalAdapter.parse(text, in);
      try {
        return number.longValueExact();
      } catch (ArithmeticException fractionOrTooLarge) {
        throw new JsonMismatchException(
            "Expected an integer of 64 bits but was another number", in.getPreviousPath());
      }
    }
  }

  @Override
  public void write(JsonWriter out, Long value) throws IOException {
    out.value(value.longValue());
  }
}
