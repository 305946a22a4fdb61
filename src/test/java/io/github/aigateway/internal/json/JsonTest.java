package io.github.aigateway.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.aigateway.json.JsonMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A document is read the same, whatever was read before it or is read meanwhile. */
class JsonTest {

  private static final String DOCUMENT = "[{\"a\":[1,true,null]},\"text\"]";

  @Test
  void afterADocumentThatBreaksOff() {
    for (String broken : new String[] {"[[{\"a\":", "{\"a\" 1}", "[tru", "\"text", ""}) {
      assertThrows(JsonSyntaxException.class, () -> Json.parse(broken, ValueAdapters.ANY));
      assertEquals(DOCUMENT, Json.parse(DOCUMENT, ValueAdapters.ANY).toString());
    }
  }

  @Test
  void afterADocumentWithMoreValuesThanAreAllowed() throws IOException {
    assertThrows(JsonMismatchException.class, () -> read(DOCUMENT, 6));
    assertEquals(DOCUMENT, read(DOCUMENT, 7).toString());
    assertThrows(JsonMismatchException.class, () -> read(DOCUMENT, 6));
  }

  private static JsonElement read(String json, int maxValues) throws IOException {
    return Json.read(new ByteArrayInputStream(json.getBytes(UTF_8)), ValueAdapters.ANY, maxValues);
  }

  @Test
  void whileAnotherDocumentIsRead() {
    ValueAdapter<String> nested =
        new ValueAdapter<>(null, "a value") {
          @Override
          public String read(JsonReader in) throws IOException {
            in.beginArray();
            String within = Json.parse(in.nextString(), ValueAdapters.ANY).toString();
            String after = in.nextString();
            in.endArray();
            return within + after;
          }

          @Override
          public void write(JsonWriter out, String value) {}
        };
    assertEquals("{\"b\":[2]}after", Json.parse("[\"{\\\"b\\\":[2]}\",\"after\"]", nested));
  }

  @Test
  void theNamesThatAreSentAgainAreNotMadeAgainHoweverManyOthersWereReadBefore() {
    Random random = new Random(7);
    Json.parse(members(random, 10_000), ValueAdapters.ANY);
    String object = members(random, 100);
    for (int i = 0; i < 20; i++) {
      Json.parse(object, ValueAdapters.ANY);
    }
    assertTrue(sameNames(object), "a name was made again");
  }

  private static String members(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> '"' + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36) + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @SuppressWarnings("ReferenceEquality") // that is the question
  private static boolean sameNames(String object) {
    Iterator<String> names = names(object);
    Iterator<String> again = names(object);
    boolean same = true;
    while (names.hasNext()) {
      same &= names.next() == again.next();
    }
    return same;
  }

  private static Iterator<String> names(String object) {
    return Json.parse(object, ValueAdapters.ANY).getAsJsonObject().keySet().iterator();
  }
}
