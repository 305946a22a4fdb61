package io.github.aigateway.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import io.github.aigateway.internal.json.reader.Utf8JsonReader;
import java.io.IOException;
import java.math.BigDecimal;

/** Integers by value: {@code 60}, {@code 60.0} and {@code 6e1} are the same. */
final class IntegerAdapter extends ValueAdapter<Long> {

  @Override
  public Long read(JsonReader in) throws IOException {
    expect(in, JsonToken.NUMBER, "an integer");
    if (in instanceof Utf8JsonReader own && own.isShortInteger()) {
      return own.nextLong();
    }
    String text = in.nextString();
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
