package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersTest {

  private static String refusal(String json, Member<?> member) {
    Members members = Note.of(json).members();
    return assertThrows(IllegalStateException.class, () -> members.required(member)).getMessage();
  }

  @Test
  void aRequiredMemberIsThereOrNamed() {
    Members members = Note.of("{\"id\":\"a\",\"ttl\":null}").members();
    assertEquals("a", members.required(Note.ID));
    assertEquals("a", members.requiredOrNull(Note.ID));
    assertNull(members.requiredOrNull(Note.TTL));
    assertNull(members.optional(Note.TEXT));
    String missing = "This Note came without the required member 'id'.";
    assertEquals(missing, refusal("{}", Note.ID));
    assertEquals(missing, refusal("{\"id\":null}", Note.ID));
    Members none = Note.of("{}").members();
    assertEquals(
        "This Note came without the required member 'ttl'.",
        assertThrows(IllegalStateException.class, () -> none.requiredOrNull(Note.TTL))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"absent,false", "null,true", "true,false", "5,true"})
  void aMemberIsThereIfItHasAValueOfItsTypeOrANullThatIsAllowed(String value, boolean isThere) {
    String json = value.equals("absent") ? "{}" : "{\"ttl\":" + value + "}";
    assertEquals(isThere, Note.of(json).members().has(Note.TTL));
  }

  @Test
  void nullIsJsonLikeAnyOther() {
    Members members = Note.of("{\"any\":null,\"id\":null}").members();
    assertTrue(members.has(Note.ANY));
    assertEquals(JsonNull.INSTANCE, members.required(Note.ANY));
    assertFalse(members.has(Note.ID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id  | 7                    | a number        | a string
          id  | {"k":"s3cret"}       | an object       | a string
          ttl | "s3cret"             | a string        | an integer of 64 bits
          ttl | 1.5                  | another number  | an integer of 64 bits
          ttl | 9223372036854775808  | another number  | an integer of 64 bits
          ttl | 1e999999999          | another number  | an integer of 64 bits
          ttl | 1e99999999999        | another number  | an integer of 64 bits
          ttl | true                 | a boolean       | an integer of 64 bits
          trees | ["s3cret"]         | an array        | an object
          next  | "s3cret"           | a string        | an object
          """)
  void aValueOfAnotherTypeIsKeptAndOnlyItsGetterFails(
      String name, String value, String kind, String documented) {
    String json = "{\"done\":true,\"" + name + "\":" + value + ",\"new\":1}";
    Note note = Note.of(json);
    Member<?> member = Note.ADAPTER.member(name);
    assertFalse(note.members().has(member));
    assertEquals(
        "This Note came with "
            + kind
            + " as '"
            + name
            + "', which should be "
            + documented
            + ". getMistypedProperties() has it as it came.",
        assertThrows(IllegalStateException.class, () -> note.members().optional(member))
            .getMessage());
    assertEquals(Map.of(name, JsonParser.parseString(value)), note.members().mistyped());
    assertEquals(Note.of(json), note);
    assertEquals(Note.of(json).hashCode(), note.hashCode());
    assertNotEquals(Note.of("{\"done\":true,\"new\":1}"), note);
    assertEquals(JsonParser.parseString(json), JsonParser.parseString(note.json()));
    assertTrue(note.members().toString().contains(name + "=***"), note.toString());
    assertFalse(note.toString().contains("s3cret"), note.toString());
  }

  @Test
  void whatAGetterReturnsCanBeChangedAlone() {
    Members members = Note.of("{\"any\":[1],\"trees\":{\"a\":[[1]]},\"new\":[1]}").members();
    members.required(Note.ANY).getAsJsonArray().add(2);
    members.required(Note.TREES).get("a").get(0).getAsJsonArray().add(2);
    members.unknown().get("new").getAsJsonArray().add(2);
    assertEquals("Note{any=***, trees={a=[***]}, new=***}", members.toString());
    assertEquals("{\"any\":[1],\"trees\":{\"a\":[[1]]},\"new\":[1]}", new Note(members).json());
    assertNotSame(members.unknown().get("new"), members.unknown().get("new"));
    Members mistyped = Note.of("{\"id\":[1]}").members();
    mistyped.mistyped().get("id").getAsJsonArray().add(2);
    assertEquals("{\"id\":[1]}", new Note(mistyped).json());
  }

  @Test
  void membersThatAreThereArePrintedForPeopleWithoutSecrets() {
    assertEquals("Note{}", Note.of("{}").members().toString());
    assertEquals(
        "Note{id=a, ttl=null, key=***, done=true, new=***}",
        Note.of("{\"key\":\"s3cret\",\"ttl\":null,\"new\":\"s3cret\",\"id\":\"a\",\"done\":true}")
            .members()
            .toString());
    assertEquals("Note{key=null}", Note.of("{\"key\":null}").members().toString());
    ModelAdapter<Note> secret = Note.adapter("Note", true, false, Note.ID);
    assertEquals("Note{***}", Json.parse("{\"id\":\"a\"}", secret).members().toString());
  }

  @Test
  void membersAreEqualIfTheyWouldBeSentAlike() {
    Members one = Note.of("{\"id\":\"a\",\"new\":1,\"any\":{\"a\":1,\"b\":2}}").members();
    Members same = Note.of("{\"any\":{\"b\":2,\"a\":1},\"new\":1,\"id\":\"a\"}").members();
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    for (String other :
        new String[] {
          "{\"id\":\"b\",\"new\":1,\"any\":{\"a\":1,\"b\":2}}",
          "{\"id\":\"a\",\"new\":2,\"any\":{\"a\":1,\"b\":2}}",
          "{\"id\":\"a\",\"new\":1,\"any\":{\"a\":1,\"b\":3}}",
          "{\"id\":\"a\",\"new\":1,\"any\":{\"a\":1,\"b\":2},\"text\":null}"
        }) {
      assertNotEquals(one, Note.of(other).members());
      assertNotEquals(one.hashCode(), Note.of(other).members().hashCode());
    }
  }

  @Test
  void asTextsAListHasAnEntryForEachItem() {
    Member<List<Long>> numbers = Member.of(1, "n", ValueAdapters.list(ValueAdapters.INTEGER));
    Member<Boolean> flag = Member.of(2, "flag", ValueAdapters.BOOLEAN);
    ModelAdapter<Note> query =
        Note.adapter("Query", numbers, flag, Member.of(3, "x", ValueAdapters.STRING));
    Set<Map.Entry<String, String>> texts =
        Json.parse("{\"flag\":true,\"n\":[2,1,2]}", query).members().texts();
    assertEquals(
        List.of(
            Map.entry("n", "2"),
            Map.entry("n", "1"),
            Map.entry("n", "2"),
            Map.entry("flag", "true")),
        List.copyOf(texts));
    assertEquals(4, texts.size());
    assertEquals(Set.of(), Json.parse("{}", query).members().texts());
  }

  @Test
  void valuesOfAnotherTypeAreEqualIfTheirJsonIs() {
    Members one = Note.of("{\"id\":{\"a\":1}}").members();
    assertEquals(one, Note.of("{\"id\":{\"a\":1}}").members());
    for (String other : List.of("{\"id\":{\"a\":2}}", "{\"id\":\"a\"}", "{\"id\":[1]}")) {
      assertNotEquals(one, Note.of(other).members());
      assertNotEquals(one.hashCode(), Note.of(other).members().hashCode());
    }
  }
}
