package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.Outline;
import io.github.aigateway.json.JsonMismatchException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAdapterTest {

  private static final ModelAdapter<Note> STRICT =
      Note.adapter("Strict", false, true, Member.of(1, "note", Note.ADAPTER));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\"a\"}",
        "{\"text\":null}",
        "{\"id\":5,\"text\":{\"a\":[1.50]},\"done\":true}",
        "{\"id\":\"a\",\"next\":{\"id\":\"b\",\"next\":null}}",
        "{\"text\":\"a\",\"new\":{\"n\":null,\"d\":1.50},\"newer\":null}",
        "{\"text\":\"cut \\ud83d\",\"new\":\"\\ude00 \\ud83d\\ude00\"}"
      })
  void aModelIsWrittenAsItWasRead(String json) throws IOException {
    assertEquals(json.replace("\\ud83d\\ude00", "\ud83d\ude00"), Note.of(json).json());
    assertEquals(Note.of(json), Note.ADAPTER.read(new JsonReader(new StringReader(json))));
  }

  @Test
  void membersAreReadInAnyOrderAndTheLastOfOneNameCounts() {
    Note note = Note.of("{\"new\":[1,2],\"text\":\"a\",\"id\":\"x\",\"text\":\"b\",\"ttl\":1}");
    assertEquals("{\"id\":\"x\",\"ttl\":1,\"text\":\"b\",\"new\":[1,2]}", note.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"x\",\"ttl\":1,\"next\":{\"id\":\"y\",\"ttl\":2}}",
        "{ \"id\":\"x\", \"ttl\":1, \"next\":{ \"id\":\"y\", \"ttl\":2}}",
        "{\"id\" : \"x\" ,\"ttl\" : 1 ,\"next\" : {\"id\" : \"y\" ,\"ttl\" : 2}}",
        "{\"id\":\n\"x\",\"ttl\":\t1,\"next\":\r\n{\"id\": \"y\",\"ttl\": 2}}",
        "{\"\\u0069d\":\"x\",\"tt\\u006c\":1,\"next\":{\"i\\u0064\":\"y\",\"ttl\":2}}"
      })
  void membersAreTheSameHoweverTheirNamesAreSpelled(String json) {
    assertEquals(
        "{\"id\":\"x\",\"ttl\":1,\"next\":{\"id\":\"y\",\"ttl\":2}}", Note.of(json).json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{,\"id\":\"x\"}",
        "{\"id\":\"x\"\"ttl\":1}",
        "{\"id\":\"x\",,\"ttl\":1}",
        "{\"id\":,\"ttl\":1}",
        "{\"id\":}",
        "{\"id\":\"x\",\"ttl\"}",
        "{\"id\":\"x\",\"ttl\":1",
        "{\"id\"::\"x\"}",
        "{\"id\":\"x\",}"
      })
  void anObjectThatIsNotWellFormedIsRefused(String json) {
    assertThrows(JsonSyntaxException.class, () -> Note.of(json));
  }

  @Test
  void whatIsNoObjectIsAMismatch() {
    JsonMismatchException mismatch = assertThrows(JsonMismatchException.class, () -> Note.of("[]"));
    assertEquals("Expected an object but was an array at path $", mismatch.getMessage());
  }

  @Test
  void aStrictMemberOrModelRefusesAnotherType() {
    assertEquals(
        "Expected a boolean but was a string at path $.done",
        assertThrows(JsonMismatchException.class, () -> Note.of("{\"done\":\"yes\"}"))
            .getMessage());
    assertEquals(
        "Expected a string but was a number at path $.note.next.text",
        assertThrows(
                JsonMismatchException.class,
                () -> Json.parse("{\"note\":{\"next\":{\"text\":5}}}", STRICT))
            .getMessage());
    assertEquals("{\"text\":5}", Note.of("{\"text\":5}").json());
  }

  @Test
  void aWriterThatLeavesNullsOutWritesThoseOfAModelAndLeavesOutOthersAgain() throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter out = new JsonWriter(text);
    out.setSerializeNulls(false);
    Note.ADAPTER.write(out, Note.of("{\"text\":null}"));
    assertEquals("{\"text\":null}", text.toString());
    assertFalse(out.getSerializeNulls());
  }

  @Test
  void anObjectFitsIfAllRequiredMembersAreThere() {
    assertTrue(
        Note.ADAPTER.fits(
            Outline.of(JsonParser.parseString("{\"ttl\":1,\"id\":null}").getAsJsonObject())));
    assertFalse(
        Note.ADAPTER.fits(Outline.of(JsonParser.parseString("{\"ttl\":1}").getAsJsonObject())));
  }

  @Test
  void aStrictModelIsStrictWithAReaderOfGsonToo() throws IOException {
    assertEquals(
        Json.parse("{\"note\":{\"id\":\"a\"}}", STRICT),
        STRICT.read(new JsonReader(new StringReader("{\"note\":{\"id\":\"a\"}}"))));
    JsonReader odd = new JsonReader(new StringReader("[{\"note\":{\"text\":5}}]"));
    odd.beginArray();
    assertEquals(
        "Expected a string but was a number at path $[0].note.text",
        assertThrows(JsonMismatchException.class, () -> STRICT.read(odd)).getMessage());
    JsonReader list = new JsonReader(new StringReader("[]"));
    assertEquals(
        "Expected an object but was an array at path $",
        assertThrows(JsonMismatchException.class, () -> STRICT.read(list)).getMessage());
  }
}
