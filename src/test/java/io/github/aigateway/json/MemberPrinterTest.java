package io.github.aigateway.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberPrinterTest {

  private static final Extras NONE = new Extras.Builder().build();

  private static JsonElement json(String text) {
    return Json.parse(text, ValueAdapters.ANY);
  }

  @Test
  void membersThatAreThereArePrintedInTheirOrder() {
    assertEquals("Model{}", new MemberPrinter("Model").print(NONE));
    assertEquals(
        "Model{id=a, ttl=5, note=null}",
        new MemberPrinter("Model")
            .add("id", "a", false)
            .add("absent", null, false)
            .add("ttl", 5L, false)
            .add("note", null, true)
            .print(NONE));
  }

  @Test
  void secretsArePrintedAsStars() {
    assertEquals(
        "Model{token=***, key=null}",
        new MemberPrinter("Model")
            .addSecret("token", "s3cret", false)
            .addSecret("absent", null, false)
            .addSecret("key", null, true)
            .print(NONE));
  }

  @Test
  void unknownMembersArePrintedByNameAlone() {
    Extras.Builder extras = new Extras.Builder();
    extras.putUnknown("new", new JsonPrimitive("s3cret"));
    extras.putUnknown("newer", json("[1]"));
    assertEquals("Model{new=***, newer=***}", new MemberPrinter("Model").print(extras.build()));
  }

  @Test
  void ofJsonOfAnyTypeOnlySingleValuesArePrinted() {
    String text =
        new MemberPrinter("Model")
            .add("value", json("7"), false)
            .add("object", json("{\"a\":\"s3cret\"}"), false)
            .add("array", json("[\"s3cret\"]"), false)
            .add("nothing", new JsonObject(), false)
            .add("none", new JsonArray(), false)
            .add("list", List.of(json("{\"a\":\"s3cret\"}"), json("true")), false)
            .add("map", Map.of("k", json("[\"s3cret\"]")), false)
            .print(NONE);
    assertFalse(text.contains("s3cret"), text);
    assertEquals(
        "Model{value=7, object=***, array=***, nothing={}, none=[], list=[***, true], map={k=***}}",
        text);
  }
}
