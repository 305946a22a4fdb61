package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.json.JsonMismatchException;
import org.junit.jupiter.api.Test;

class EnumAdapterTest {

  private record Color(String value) {}

  private static final EnumAdapter<Color> COLOR =
      new EnumAdapter<>() {
        @Override
        protected Color of(String text) {
          return new Color(text);
        }

        @Override
        protected String text(Color color) {
          return color.value();
        }
      };

  @Test
  void anyTextIsAValueAndWrittenAsItCame() {
    assertEquals(new Color("Réd "), Json.parse("\"Réd \"", COLOR));
    assertEquals("\"Réd \"", Json.print(new Color("Réd "), COLOR));
  }

  @Test
  void whatIsNoTextIsAMismatch() {
    JsonMismatchException mismatch =
        assertThrows(JsonMismatchException.class, () -> Json.parse("5", COLOR));
    assertEquals("Expected a string but was a number at path $", mismatch.getMessage());
  }
}
