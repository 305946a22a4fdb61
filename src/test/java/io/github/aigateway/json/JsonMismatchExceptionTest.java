package io.github.aigateway.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a mismatch says of the JSON. */
class JsonMismatchExceptionTest {

  @Test
  void itSaysWhatIsWrongAndWhere() {
    JsonMismatchException mismatch = new JsonMismatchException("Expected this but was that", "$.a");
    assertEquals("Expected this but was that", mismatch.problem());
    assertEquals("$.a", mismatch.path());
    assertEquals("Expected this but was that at path $.a", mismatch.getMessage());
  }

  @Test
  void aLongPathIsCutInTheMessageOnly() {
    for (int length : new int[] {198, 199}) {
      String path = "$." + "n".repeat(length);
      JsonMismatchException mismatch = new JsonMismatchException("Odd", path);
      String shown = "$." + "n".repeat(198) + (length > 198 ? "…" : "");
      assertEquals("Odd at path " + shown, mismatch.getMessage());
      assertEquals(path, mismatch.path());
    }
  }
}
