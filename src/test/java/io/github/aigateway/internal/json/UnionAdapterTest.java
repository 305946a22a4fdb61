package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnionAdapterTest {

  private static UnionAdapter<Object, JsonElement> union(@Nullable String discriminator) {
    return union(discriminator, new UnionAdapter.Variant<>("note", Note.class, Note.ADAPTER));
  }

  private static UnionAdapter<Object, JsonElement> union(
      @Nullable String discriminator, UnionAdapter.Variant<?> variant) {
    return new UnionAdapter<>(discriminator, JsonElement.class, List.of(variant)) {
      @Override
      protected JsonElement unknown(JsonElement json) {
        return json;
      }

      @Override
      protected JsonElement json(JsonElement unknown) {
        return unknown;
      }
    };
  }

  private static final ValueAdapter<Object> UNION = union("kind");

  private static final ValueAdapter<List<Object>> LIST = ValueAdapters.list(UNION);

  private static JsonReader gsons(String json) {
    return new JsonReader(new StringReader(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':[[}}                    | Not a value at path $[0].id[0][0]",
        "{'id':{'a':[1},'kind':'note'} | An array does not end at path $[0].id.a[1]",
        "{'id':[{'a':1],'kind':'note'} | An object does not end at path $[0].id[0].a",
        "{'id':[a'b],'kind':'note'}    | Not a value at path $[0].id[0]",
        "{'id':[1 2],'kind':'note'}    | An array does not end at path $[0].id[1]",
        "{'id':[1],'kind':x}           | Not a value at path $[0].kind"
      })
  void whatIsMalformedInAUnionIsNamedAsElsewhere(String object, String message) {
    String json = "[" + object.replace('\'', '"') + "]";
    Throwable thrown = assertThrows(JsonSyntaxException.class, () -> Json.parse(json, LIST));
    assertEquals(MalformedJsonException.class, thrown.getCause().getClass());
    assertEquals(message, thrown.getCause().getMessage());
  }

  @Test
  void theVariantIsReadWhereverItsKindStands() throws IOException {
    String json = "[{\"kind\":\"note\",\"id\":\"b\"},{\"id\":\"b\",\"kind\":\"note\"}]";
    Note variant = Note.of("{\"kind\":\"note\",\"id\":\"b\"}");
    List<Object> expected = List.of(variant, variant);
    assertEquals(expected, Json.parse(json, LIST));
    assertEquals(expected, LIST.read(gsons(json)));
    assertEquals(expected, LIST.fromJsonTree(JsonParser.parseString(json)));
  }

  @Test
  void whatIsNoVariantIsKeptAsItCame() throws IOException {
    for (String json :
        List.of(
            "{\"kind\":\"other\"}",
            "{\"kind\":5}",
            "{\"kind\":null}",
            "{\"kind\":[\"note\"]}",
            "{\"kind\":true}",
            "{}",
            "[{\"kind\":\"note\"}]",
            "\"note\"",
            "null")) {
      JsonElement expected = JsonParser.parseString(json);
      assertEquals(expected, Json.parse(json, UNION));
      assertEquals(expected, UNION.read(gsons(json)));
    }
  }

  @Test
  void aMismatchWithinAVariantNamesItsPlaceInTheDocument() {
    String json = "[{},{\"kind\":\"note\",\"done\":5}]";
    String expected = "Expected a boolean but was a number at path $[1].done";
    assertEquals(
        expected,
        assertThrows(JsonMismatchException.class, () -> Json.parse(json, LIST)).getMessage());
    assertEquals(
        expected,
        assertThrows(JsonMismatchException.class, () -> LIST.read(gsons(json))).getMessage());
  }

  @Test
  void withoutADiscriminatorTheVariantIsFoundByItsRequiredMembers() {
    ValueAdapter<Object> union = union(null);
    assertEquals(
        Note.of("{\"id\":\"a\",\"ttl\":1}"), Json.parse("{\"id\":\"a\",\"ttl\":1}", union));
    JsonElement other = JsonParser.parseString("{\"id\":\"a\"}");
    assertEquals(other, Json.parse("{\"id\":\"a\"}", union));
    assertTrue(
        union.fits(Outline.of(JsonParser.parseString("{\"ttl\":1,\"id\":1}").getAsJsonObject())));
    assertFalse(union.fits(Outline.of(other.getAsJsonObject())));
  }

  @Test
  void aUnionWithinAUnionIsFoundByItsOwnDiscriminator() {
    UnionAdapter<Object, JsonElement> outer =
        union(null, new UnionAdapter.Variant<>("", Object.class, UNION));
    assertTrue(outer.isDiscriminator("kind"));
    assertFalse(outer.isDiscriminator("id"));
    String note = "{\"id\":\"a\",\"kind\":\"note\"}";
    assertEquals(Note.of(note), Json.parse(note, outer));
    String other = "{\"id\":\"note\",\"kind\":\"x\"}";
    assertEquals(JsonParser.parseString(other), Json.parse(other, outer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"kind\":\"note\",\"id\":null}", "{\"kind\":null,\"a\":[null]}", "7"})
  void eachVariantIsWrittenAsItCame(String json) {
    assertEquals(
        JsonParser.parseString(json),
        JsonParser.parseString(Json.print(Json.parse(json, UNION), UNION)));
  }
}
