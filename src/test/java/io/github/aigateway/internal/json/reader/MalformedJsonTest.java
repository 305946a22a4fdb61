package io.github.aigateway.internal.json.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.stream.MalformedJsonException;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.internal.json.ValueAdapters;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is malformed is told apart from what breaks off, and from JSON of another type. */
class MalformedJsonTest {

  private static void read(String json) throws IOException {
    Json.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ValueAdapters.ANY, 1000);
  }

  private static void assertMalformed(String json) {
    assertThrows(MalformedJsonException.class, () -> read(json), json);
  }

  @Test
  void signsOutOfPlaceAreMalformed() {
    for (String json :
        List.of(
            "[1 22]",
            "[1}",
            "[,1]",
            "[1,]",
            "[1,,2]",
            "]",
            "}",
            ",",
            ":",
            "{,}",
            "{1:2}",
            "{xa\":1}",
            "{\"a\":1x\"b\":2}",
            "{\"a\":1]",
            "{\"a\":1,}",
            "{\"a\"x1}",
            "{\"a\",1}",
            "{\"a\":,}",
            "{\"a\"}",
            "{\"a\":1 \"b\":2}",
            "\u0000",
            "[\u00001]",
            "1 1",
            "{}{}",
            "1\u0000",
            "[]]")) {
      assertMalformed(json);
    }
  }

  @Test
  void wordsThatJsonDoesNotHaveAreMalformed() {
    for (String json :
        List.of(
            "tru ",
            "[tru]",
            "[fals]",
            "[nul]",
            "trux",
            "True",
            "fals]",
            "falsy",
            "nul}",
            "nil",
            "x",
            "'a'",
            "NaN",
            "Infinity",
            "+1",
            ".5",
            "//",
            "#1",
            "[a]")) {
      assertMalformed(json);
    }
  }

  @Test
  void numbersThatJsonDoesNotHaveAreMalformed() {
    for (String json :
        List.of(
            "-",
            "-x",
            "--1",
            "01",
            "-01",
            "00",
            "1.",
            "1.e5",
            "1.x",
            "-.5",
            "1e",
            "1e+",
            "1E-x",
            "1ee5",
            "1e5.0",
            "0x1",
            "1_000",
            "1/",
            "1:",
            "1".repeat(1024))) {
      assertMalformed(json);
      assertMalformed("[" + json + "]");
      assertMalformed("[" + json + ",1]");
    }
  }

  @Test
  void stringsThatJsonDoesNotHaveAreMalformed() {
    for (String text :
        List.of(
            "\u0000", "\u001f", "a\nb", "é\t", "\\n\r", "\\x", "\\'", "\\0", "\\u12", "\\u123",
            "é\\u12", "\\u12g4", "\\u12G4", "\\u 123", "\\u+123", "\\u０１２３", "\\u/000", "\\u:000",
            "\\u@000", "\\u`000")) {
      assertMalformed("\"" + text + "\"");
      assertMalformed("{\"" + text + "\":1}");
    }
  }

  @Test
  void whatBreaksOffEndsTooEarly() {
    for (String json :
        List.of(
            "[",
            "[1",
            "[1,",
            "[\"a",
            "[\"\\",
            "[\"é",
            "{",
            "{\"a",
            "",
            " ",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,")) {
      assertThrows(EOFException.class, () -> read(json), json);
    }
  }

  @Test
  void theMessageNamesThePlace() {
    assertMessage("Not a value at path $.a[1]", "{\"a\":[0,x]}");
    assertMessage("An array does not end at path $.a[1]", "{\"a\":[0}");
    assertMessage("A member without a name at path $.a.", "{\"a\":{b:1}}");
  }

  private static void assertMessage(String expected, String json) {
    assertEquals(
        expected, assertThrows(MalformedJsonException.class, () -> read(json)).getMessage());
  }
}
