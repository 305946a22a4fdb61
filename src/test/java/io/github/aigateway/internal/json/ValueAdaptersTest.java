package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueAdaptersTest {

  @ParameterizedTest
  @CsvSource({"60, 60", "60.0, 60", "6e1, 60", "-0, 0", "9223372036854775807, 9223372036854775807"})
  void integersAreReadByValue(String json, long value) {
    assertEquals(value, Json.parse(json, ValueAdapters.INTEGER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"5\"", "5.5", "9223372036854775808", "1e9999999999", "true", "null"})
  void whatIsNoIntegerIsRefused(String json) {
    assertThrows(JsonMismatchException.class, () -> Json.parse(json, ValueAdapters.INTEGER), json);
  }

  @Test
  void decimalsKeepTheirPrecisionUpToABound() {
    String longest = "1" + "0".repeat(999);
    assertEquals(new BigDecimal(longest), Json.parse(longest, ValueAdapters.DECIMAL));
    assertEquals("25.50", Json.print(new BigDecimal("25.50"), ValueAdapters.DECIMAL));
    assertThrows(
        JsonMismatchException.class, () -> Json.parse(longest + "0", ValueAdapters.DECIMAL));
    assertThrows(JsonMismatchException.class, () -> Json.parse("\"1\"", ValueAdapters.DECIMAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true true", "true]", "{\"a\":1,}", "{a:1}", "NaN", "'a'"})
  void whatIsNoJsonOrGoesOnIsRefused(String json) {
    assertThrows(JsonParseException.class, () -> Json.parse(json, ValueAdapters.ANY));
  }

  @Test
  void textThatBreaksOffIsASyntaxError() {
    assertThrows(JsonSyntaxException.class, () -> Json.parse("[1", ValueAdapters.ANY));
  }

  @Test
  void listsAndMapsNameThePlaceOfANull() {
    ValueAdapter<List<String>> list = ValueAdapters.list(ValueAdapters.STRING);
    assertEquals(List.of("a"), list.freeze(List.of("a"), "names"));
    NullPointerException inList =
        assertThrows(
            NullPointerException.class, () -> list.freeze(Arrays.asList("a", null), "names"));
    assertEquals("names[1]", inList.getMessage());
    NullPointerException inMap =
        assertThrows(
            NullPointerException.class,
            () ->
                ValueAdapters.map(ValueAdapters.STRING)
                    .freeze(Collections.singletonMap("k", null), "tags"));
    assertEquals("tags.k", inMap.getMessage());
  }

  @Test
  void aMismatchNamesItsPlaceInBoundedLength() {
    String name = "n".repeat(500);
    JsonMismatchException mismatch =
        assertThrows(
            JsonMismatchException.class,
            () -> Json.parse("{\"" + name + "\":1}", ValueAdapters.map(ValueAdapters.STRING)));
    String message = String.valueOf(mismatch.getMessage());
    assertTrue(message.startsWith("Expected a string but was a number at path $.nnn"), message);
    assertTrue(message.length() < 300, message);
    assertTrue(
        String.valueOf(mismatch.below("$.base").getMessage()).contains("at path $.base.nnn"));
  }

  @Test
  void constraintsNameWhatIsWrong() {
    Violations violations = new Violations("Model");
    violations.check("n", 5L, Constraint.<Long>number("5", true, "5", true, "2"));
    violations.check("m", 5L, Constraint.<Long>number("5", false, "5", false, "5"));
    violations.check("s", "a\n", Constraint.string(3, 9, "^a$"));
    violations.check("l", List.of("a", "a"), Constraint.list(3, 1, true, Constraint.none()));
    violations.check("u", List.of("a", "b"), Constraint.list(2, 2, true, Constraint.none()));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, violations::throwIfAny);
    assertEquals(
        "Model cannot be built: n must be above 5 (was 5); n must be below 5 (was 5); n must be a"
            + " multiple of 2 (was 5); s must have at least 3 characters (had 2); s must match"
            + " ^a$; l must have at least 3 items (had 2); l must have at most 1 items (had 2); l"
            + " must not hold an item twice.",
        refused.getMessage());
  }
}
