package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.internal.json.reader.JsonMismatchException;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelAdapterTest {

  private record Note(@Nullable String text, Extras extras) {}

  private static final ModelAdapter<Note> NOTE =
      new ModelAdapter<>() {
        @Override
        public Note read(JsonReader in) throws IOException {
          String text = null;
          Extras.Builder extras = new Extras.Builder();
          begin(in);
          while (in.hasNext()) {
            String name = in.nextName();
            if (name.equals("text")) {
              text = ValueAdapters.STRING.readNullable(in);
              extras.receive(1, text == null);
            } else {
              extras.putUnknown(name, ValueAdapters.ANY.read(in));
            }
          }
          in.endObject();
          return new Note(text, extras.build());
        }

        @Override
        protected Extras writeMembers(JsonWriter out, Note note) throws IOException {
          writeMember(out, "text", ValueAdapters.STRING, note.text(), note.extras(), 1);
          return note.extras();
        }
      };

  @Test
  void aModelIsWrittenAsItWasRead() {
    for (String json :
        new String[] {
          "{}",
          "{\"text\":\"a\"}",
          "{\"text\":null}",
          "{\"text\":\"a\",\"new\":{\"n\":null,\"d\":1.50},\"newer\":null}"
        }) {
      assertEquals(json, Json.print(Json.parse(json, NOTE), NOTE));
    }
  }

  @Test
  void theValueOfAKnownMemberIsReadWhereverItStands() {
    Note note = Json.parse("{\"new\":[1,2],\"text\":\"a\"}", NOTE);
    assertEquals("a", note.text());
    assertEquals("{\"text\":\"a\",\"new\":[1,2]}", Json.print(note, NOTE));
    assertNull(Json.parse("{\"new\":1}", NOTE).text());
  }

  @Test
  void whatIsNoObjectIsAMismatch() {
    JsonMismatchException mismatch =
        assertThrows(JsonMismatchException.class, () -> Json.parse("[]", NOTE));
    assertEquals("Expected an object but was an array at path $", mismatch.getMessage());
  }

  @Test
  void aWriterThatLeavesNullsOutWritesThoseOfAModelAndLeavesOutOthersAgain() throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter out = new JsonWriter(text);
    out.setSerializeNulls(false);
    NOTE.write(out, Json.parse("{\"text\":null}", NOTE));
    assertEquals("{\"text\":null}", text.toString());
    assertFalse(out.getSerializeNulls());
  }
}
