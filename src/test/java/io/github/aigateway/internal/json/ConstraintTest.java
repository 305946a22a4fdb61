package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstraintTest {

  private static <T> void assertAllowed(T value, Constraint<T> constraint) {
    Violations violations = new Violations("Model", "");
    violations.check("m", value, constraint);
    assertDoesNotThrow(violations::throwIfAny);
  }

  private static <T> void assertRefused(String expected, T value, Constraint<T> constraint) {
    Violations violations = new Violations("Model", "");
    violations.check("m", value, constraint);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, violations::throwIfAny);
    assertEquals("Model cannot be built: " + expected + ".", refused.getMessage());
  }

  @Test
  void whatIsMissingOrWrongIsNamedInOneMessageThatEndsWithAdvice() {
    Violations violations = new Violations("Model", "Start again.");
    violations.require("there", true);
    violations.require("id", false);
    violations.check("absent", null, Constraint.string(1, 1, "a"));
    violations.check("name", "", Constraint.string(1, null, null));
    assertEquals(
        "Model cannot be built: id is required; name must have at least 1 characters (had 0)."
            + " Start again.",
        assertThrows(IllegalArgumentException.class, violations::throwIfAny).getMessage());
  }

  @Test
  void theLengthOfTextIsCountedInCharactersOfUnicode() {
    assertAllowed("😀😀", Constraint.string(2, 2, null));
    assertRefused(
        "m must have at most 1 characters (had 2)", "😀😀", Constraint.string(null, 1, null));
  }

  @Test
  void patternsMeanWhatTheyDoInOpenApi() {
    assertAllowed("xaby", Constraint.string(null, null, "a|b"));
    assertAllowed("a$b", Constraint.string(null, null, "a\\$"));
    assertAllowed("a", Constraint.string(null, null, "^a$"));
    assertRefused("m must match ^a$", "a\n", Constraint.string(null, null, "^a$"));
    assertRefused("m must match a", "b", Constraint.string(null, null, "a"));
  }

  @Test
  void aTextThatIsTooLongForItsPatternIsRefused() {
    assertRefused(
        "m must match ^(a|b)*$", "ab".repeat(50_000), Constraint.string(null, null, "^(a|b)*$"));
  }

  @Test
  void theBoundsOfANumberAreAllowedUnlessTheyAreExclusive() {
    assertAllowed(5L, Constraint.<Long>number("5", false, "5", false, "2.5"));
    assertAllowed(5L, Constraint.<Long>number("4", true, "6", true, null));
    assertAllowed(5L, Constraint.<Long>number(null, true, null, true, null));
    assertRefused(
        "m must be at least 6 (was 5)", 5L, Constraint.<Long>number("6", false, null, false, null));
    assertRefused(
        "m must be at most 4 (was 5)", 5L, Constraint.<Long>number(null, false, "4", false, null));
  }

  @Test
  void itemsOfAListAreCheckedByTheirPlace() {
    List<@Nullable String> items = Arrays.asList("a", null, "bb");
    assertRefused(
        "m[2] must have at most 1 characters (had 2)",
        items,
        Constraint.list(null, null, false, Constraint.string(1, 1, null)));
    assertAllowed(List.of("a", "a"), Constraint.list(2, 2, false, Constraint.string(1, 1, null)));
  }

  @Test
  void valuesOfAMapAreCheckedByTheirName() {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("a", "x");
    values.put("b", null);
    values.put("c", "yy");
    assertRefused(
        "m must have at most 2 entries (had 3); m.c must have at most 1 characters (had 2)",
        values,
        Constraint.map(1, 2, Constraint.string(1, 1, null)));
    assertAllowed(Map.of("a", "x"), Constraint.map(1, 1, Constraint.string(1, 1, null)));
  }
}
