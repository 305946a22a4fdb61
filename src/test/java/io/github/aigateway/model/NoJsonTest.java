package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no JSON is refused, and what is JSON after all is not. */
class NoJsonTest {

  @Test
  void aNumberOfAnUnknownMemberIsAsLongAsGsonReadsIt() throws IOException {
    String longest = "1" + "0".repeat(1022);
    JsonReader gson = new JsonReader(new StringReader(longest));
    gson.setStrictness(Strictness.STRICT);
    assertEquals(longest, gson.nextString());
    assertEquals(
        "{\"new\":" + longest + "}", Gateway.fromJson("{\"new\":" + longest + "}").toJson());

    JsonReader longer = new JsonReader(new StringReader(longest + "0"));
    longer.setStrictness(Strictness.STRICT);
    assertThrows(MalformedJsonException.class, longer::nextString);
    for (String member : List.of("new", "cache_ttl", "id")) {
      String json = "{\"" + member + "\":" + longest + "0}";
      assertThrows(JsonSyntaxException.class, () -> Gateway.fromJson(json));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"id\":\"x\"",
        "{\"id\":\"x\",}",
        "{\"id\":\"x\"} {}",
        "{\"id\":\"x\"}x",
        "{\"id\":\"x\"}]",
        "{id:\"x\"}",
        "{'id':'x'}",
        "{\"id\":x}",
        "{\"new\":x}",
        "{\"cache_ttl\":NaN}",
        "{\"new\":NaN}",
        "{\"cache_ttl\":060}",
        "{\"cache_ttl\":+60}",
        "{\"new\":tRue}",
        "{\"id\"=\"x\"}",
        "{\"id\":\"x\";\"zdr\":true}",
        "{/* */}",
        "{} // no",
        "{\"id\":\"\\x\"}",
        "{\"id\":\"\\ud80\"}",
        "{\"id\":\"a\nb\"}",
        "<html></html>",
        "error code: 504"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThrows(JsonSyntaxException.class, () -> Gateway.fromJson(text));
  }

  @Test
  void nestingThatWouldOverflowTheStackIsRefused() {
    String deep = "[".repeat(100_000);

    assertThrows(JsonSyntaxException.class, () -> Gateway.fromJson("{\"new\":" + deep));
    assertThrows(JsonSyntaxException.class, () -> Gateway.fromJson("{\"dlp\":" + deep));
    assertThrows(
        JsonSyntaxException.class, () -> ErrorDetail.fromJson("{\"error_chain\":[".repeat(50_000)));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void nullIsNamed() {
    assertEquals(
        "json",
        assertThrows(NullPointerException.class, () -> Gateway.fromJson(null)).getMessage());
  }
}
