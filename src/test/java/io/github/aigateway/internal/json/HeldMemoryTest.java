package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What is left of documents in static fields, however long their names are: next to nothing. */
class HeldMemoryTest {

  private static final int DOCUMENTS = 16;
  private static final int DOCUMENT_BYTES = 15 << 20;
  private static final long MOST_HELD = 1 << 20;

  private static final ValueAdapter<Boolean> SKIPPING =
      new ValueAdapter<>(null, "a value") {
        @Override
        public Boolean read(JsonReader in) throws IOException {
          in.skipValue();
          return true;
        }

        @Override
        public void write(JsonWriter out, Boolean value) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void aLongNameIsLetGo() throws Exception {
    onEachSpareReader(i -> "{\"" + "n".repeat(DOCUMENT_BYTES - 10) + "\":" + i + "}");
    assertLittleIsHeld();
  }

  @Test
  void longNamesBeyondAsciiAtEachDepthAreLetGo() throws Exception {
    int depth = 100;
    String name = "€" + "n".repeat(DOCUMENT_BYTES / depth - 10);
    String json = ("{\"" + name + "\":").repeat(depth) + "0" + "}".repeat(depth);
    onEachSpareReader(i -> json);
    assertLittleIsHeld();
  }

  @Test
  void ofManyNamesAFewAreKept() throws Exception {
    onEachSpareReader(
        i -> {
          StringBuilder json = new StringBuilder("{\"first\":0");
          while (json.length() < DOCUMENT_BYTES - 100) {
            json.append(",\"").append("n".repeat(50)).append(1_000_000 * i + json.length());
            json.append("\":0");
          }
          return json + "}";
        });
    assertLittleIsHeld();
  }

  @Test
  void aDocumentThatIsCutShortIsLetGo() throws Exception {
    String json = "{\"" + "n".repeat(DOCUMENT_BYTES / 2) + "\":\"" + "v".repeat(DOCUMENT_BYTES / 2);
    onEachSlot(() -> assertThrows(IOException.class, () -> read(json)));
    assertLittleIsHeld();
  }

  private static boolean read(String json) throws IOException {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return Json.read(new ByteArrayInputStream(utf8), SKIPPING, Integer.MAX_VALUE);
  }

  private static void onEachSpareReader(IntFunction<String> json) throws Exception {
    int[] number = {0};
    onEachSlot(() -> read(json.apply(number[0]++)));
    assertEquals(DOCUMENTS, number[0]);
  }

  /** One after the other, on threads that have a reader each. */
  private static void onEachSlot(Callable<?> reading) throws Exception {
    Set<Long> slots = new HashSet<>();
    while (slots.size() < DOCUMENTS) {
      FutureTask<Object> task = new FutureTask<>(reading::call);
      Thread thread = new Thread(task);
      if (slots.add(thread.getId() % DOCUMENTS)) {
        thread.start();
        task.get();
      }
    }
  }

  private static void assertLittleIsHeld() throws Exception {
    long held = HeldMemory.ofStaticFields();
    assertTrue(held <= MOST_HELD, held + " bytes are held");
    assertTrue(held > 10_000, held + " bytes: readers and names were not seen");
  }
}
