package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.io.StringReader;
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
  void constraintsNameWhatIsWrong() {
    Violations violations = new Violations("Model", "");
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

  private static Object kept(ValueAdapter<?> adapter, String json) throws IOException {
    return adapter.readOrKeep(new JsonReader(new StringReader(json)));
  }

  @Test
  void aNumberThatTheTypeDoesNotHaveIsKeptByItsText() throws IOException {
    assertEquals(new BigDecimal("1.50"), kept(ValueAdapters.DECIMAL, "1.50"));
    assertEquals(60L, kept(ValueAdapters.INTEGER, "6e1"));
    for (String odd : List.of("\"1\"", "true", "[1]", "1e99999999999")) {
      assertEquals(
          new Mistyped(Json.parse(odd, ValueAdapters.ANY)), kept(ValueAdapters.DECIMAL, odd));
      assertEquals(
          new Mistyped(Json.parse(odd, ValueAdapters.ANY)), kept(ValueAdapters.INTEGER, odd));
    }
    assertEquals(
        new Mistyped(Json.parse("1.5", ValueAdapters.ANY)), kept(ValueAdapters.INTEGER, "1.5"));
  }

  @Test
  void treesOfOneKindRefuseAnother() {
    assertEquals(new JsonObject(), Json.parse("{}", ValueAdapters.OBJECT));
    assertEquals(new JsonArray(), Json.parse("[]", ValueAdapters.ARRAY));
    assertThrows(JsonMismatchException.class, () -> Json.parse("[]", ValueAdapters.OBJECT));
    assertThrows(JsonMismatchException.class, () -> Json.parse("{}", ValueAdapters.ARRAY));
  }

  @Test
  void onlyWhatHoldsJsonIsCopied() {
    assertTrue(ValueAdapters.list(ValueAdapters.nullable(ValueAdapters.OBJECT)).holdsJson());
    assertTrue(ValueAdapters.map(ValueAdapters.ANY).holdsJson());
    assertFalse(ValueAdapters.list(ValueAdapters.nullable(ValueAdapters.STRING)).holdsJson());
    assertFalse(ValueAdapters.map(ValueAdapters.INTEGER).holdsJson());
  }

  @Test
  void theAdapterOfAClassIsThatOfItsValuesOrItsModel() {
    assertSame(ValueAdapters.INTEGER, ValueAdapters.of(Long.class, null));
    assertSame(Note.ADAPTER, ValueAdapters.of(Note.class, Note.ADAPTER));
    assertNull(ValueAdapters.of(Note.class, null));
  }

  @Test
  void anAdapterThatComesLaterDoesAsItsOwn() throws IOException {
    ValueAdapter<Note> lazy = ValueAdapters.lazy(number -> Note.ADAPTER, 1);
    assertTrue(
        lazy.fits(Outline.of(JsonParser.parseString("{\"id\":1,\"ttl\":1}").getAsJsonObject())));
    assertFalse(lazy.fits(Outline.of(new JsonObject())));
    assertFalse(ValueAdapters.STRING.fits(Outline.of(new JsonObject())));
    assertEquals("an object", lazy.kind());
    assertEquals(Note.of("{}"), Json.parse("{}", lazy));
    assertEquals("{\"id\":\"a\"}", Json.print(Note.of("{\"id\":\"a\"}"), lazy));
    assertEquals(new Mistyped(new JsonArray()), kept(lazy, "[]"));
  }

  @Test
  void aMismatchThatIsMovedWasStillFoundWhereItWas() {
    JsonMismatchException mismatch =
        assertThrows(JsonMismatchException.class, () -> Json.parse("1", ValueAdapters.STRING));
    JsonMismatchException moved = ValueAdapter.below("$.a", mismatch);
    assertEquals("Expected a string but was a number at path $.a", moved.getMessage());
    assertEquals(List.of(mismatch.getStackTrace()), List.of(moved.getStackTrace()));
  }
}
