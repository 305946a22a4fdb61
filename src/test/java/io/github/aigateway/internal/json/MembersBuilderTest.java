package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersBuilderTest {

  private static String json(MembersBuilder builder) {
    return new Note(builder.build()).json();
  }

  private static String refusal(MembersBuilder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void whatIsMissingOrSetAndForbiddenIsNamedInOneMessage() {
    MembersBuilder builder = Note.ADAPTER.builder();
    assertEquals("Note cannot be built: id is required; ttl is required.", refusal(builder));
    builder.set(Note.ID, "long", "id");
    builder.set(Note.TTL, null, "ttl");
    assertEquals(
        "Note cannot be built: id must have at most 3 characters (had 4).", refusal(builder));
    builder.set(Note.ID, "a", "id");
    assertEquals("{\"id\":\"a\",\"ttl\":null}", json(builder));
  }

  @Test
  void whatIsCarriedOverIsNotChecked() {
    Members read = Note.of("{\"id\":\"long\",\"ttl\":\"none\",\"new\":1}").members();
    MembersBuilder builder = read.toBuilder();
    builder.set(Note.TEXT, "t", "text");
    assertEquals("{\"id\":\"long\",\"ttl\":\"none\",\"text\":\"t\",\"new\":1}", json(builder));
    assertEquals(read, Note.of("{\"id\":\"long\",\"ttl\":\"none\",\"new\":1}").members());
    assertEquals(
        "Note cannot be built: id is required.",
        refusal(Note.of("{\"id\":null,\"ttl\":1}").members().toBuilder()));
  }

  @Test
  void anotherModelTakesOverMembersByTheirNames() {
    Member<String> text = Member.of(1, "text", ValueAdapters.STRING);
    Member<Long> ttl = Member.of(2, "ttl", ValueAdapters.INTEGER).nullable();
    ModelAdapter<Note> other = Note.adapter("Other", text, ttl);
    Members source = Note.of("{\"id\":\"a\",\"ttl\":null,\"text\":null,\"new\":1}").members();
    Members taken = other.builderFrom(source).build();
    assertEquals("{\"ttl\":null,\"new\":1}", Json.print(new Note(taken), other));
    Members odd = Note.of("{\"ttl\":true}").members();
    assertEquals("{\"ttl\":true}", Json.print(new Note(other.builderFrom(odd).build()), other));
  }

  @Test
  void whatMayNotBeNullIsRefusedByTheNameOfTheArgument() {
    MembersBuilder builder = Note.ADAPTER.builder();
    assertEquals(
        "myId",
        assertThrows(NullPointerException.class, () -> builder.set(Note.ID, null, "myId"))
            .getMessage());
    assertEquals(
        "trees.a[0]",
        assertThrows(
                NullPointerException.class,
                () ->
                    builder.set(
                        Note.TREES,
                        Map.of("a", java.util.Arrays.asList((JsonArray) null)),
                        "trees"))
            .getMessage());
  }

  @Test
  void unknownMembersAreSetAndDropped() {
    MembersBuilder builder = Note.of("{\"id\":\"a\",\"ttl\":1,\"old\":1}").members().toBuilder();
    JsonArray value = new JsonArray();
    builder.putUnknown("new", value);
    value.add(1);
    builder.putUnknown("newer", new JsonPrimitive(2));
    builder.removeUnknown("newer");
    builder.removeUnknown("old");
    Members built = builder.build();
    builder.removeUnknown("new");
    assertEquals("{\"id\":\"a\",\"ttl\":1,\"new\":[]}", new Note(built).json());
    assertEquals("{\"id\":\"a\",\"ttl\":1}", json(builder));
    assertEquals(
        "'id' is a field that Note knows: set it with the builder's own method for it.",
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.putUnknown("id", new JsonPrimitive(1)))
            .getMessage());
  }

  @Test
  void aBuilderGoesOnWithoutChangingWhatItBuilt() {
    MembersBuilder builder = Note.of("{\"id\":\"a\",\"ttl\":1}").members().toBuilder();
    Members built = builder.build();
    builder.set(Note.ID, "b", "id");
    builder.set(Note.TREES, Map.of("k", List.of(new JsonPrimitive(1))), "trees");
    assertEquals("{\"id\":\"a\",\"ttl\":1}", new Note(built).json());
    assertEquals("Note{id=b, ttl=1, trees={k=[1]}}", builder.toString());
  }
}
