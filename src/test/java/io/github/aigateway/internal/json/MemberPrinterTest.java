package io.github.aigateway.internal.json;

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

  private static final int MEMBER = 1;
  private static final int NULL_MEMBER = 2;
  private static final Extras EXTRAS = extras();

  private static Extras extras() {
    Extras.Builder extras = new Extras.Builder();
    extras.receive(NULL_MEMBER, true);
    return extras.build();
  }

  private static JsonElement json(String text) {
    return Json.parse(text, ValueAdapters.ANY);
  }

  @Test
  void membersThatAreThereArePrintedInTheirOrder() {
    assertEquals("Model{}", new MemberPrinter("Model", EXTRAS).print());
    assertEquals(
        "Model{id=a, ttl=5, note=null}",
        new MemberPrinter("Model", EXTRAS)
            .add("id", "a", MEMBER)
            .add("absent", null, MEMBER)
            .add("ttl", 5L, MEMBER)
            .add("note", null, NULL_MEMBER)
            .print());
  }

  @Test
  void secretsArePrintedAsStars() {
    assertEquals(
        "Model{token=***, key=null}",
        new MemberPrinter("Model", EXTRAS)
            .addSecret("token", "s3cret", MEMBER)
            .addSecret("absent", null, MEMBER)
            .addSecret("key", null, NULL_MEMBER)
            .print());
  }

  @Test
  void unknownMembersArePrintedByNameAlone() {
    Extras.Builder extras = new Extras.Builder();
    extras.putUnknown("new", new JsonPrimitive("s3cret"));
    extras.putUnknown("newer", json("[1]"));
    assertEquals("Model{new=***, newer=***}", new MemberPrinter("Model", extras.build()).print());
  }

  @Test
  void ofJsonOfAnyTypeOnlySingleValuesArePrinted() {
    String text =
        new MemberPrinter("Model", EXTRAS)
            .add("value", json("7"), MEMBER)
            .add("object", json("{\"a\":\"s3cret\"}"), MEMBER)
            .add("array", json("[\"s3cret\"]"), MEMBER)
            .add("nothing", new JsonObject(), MEMBER)
            .add("none", new JsonArray(), MEMBER)
            .add("list", List.of(json("{\"a\":\"s3cret\"}"), json("true")), MEMBER)
            .add("map", Map.of("k", json("[\"s3cret\"]")), MEMBER)
            .print();
    assertFalse(text.contains("s3cret"), text);
    assertEquals(
        "Model{value=7, object=***, array=***, nothing={}, none=[], list=[***, true], map={k=***}}",
        text);
  }
}
