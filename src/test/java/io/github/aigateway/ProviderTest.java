package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A provider is its name. What {@link Provider#of} refuses is in {@link ArgumentsOfCallsTest}. */
@Tag("quick")
class ProviderTest {

  private static final Pattern LISTED =
      Pattern.compile("Known are ([^.]*?),\\s+and\\s+([a-z-]+)\\s+for the address");

  @Test
  void theConstantsAreTheProvidersThatTheDocumentLists()
      throws IOException, IllegalAccessException {
    Matcher document = LISTED.matcher(Files.readString(Path.of("openapi/ai-gateway.yaml")));
    assertTrue(document.find());
    List<String> listed = new ArrayList<>(List.of(document.group(1).split(",\\s+")));
    listed.add(document.group(2));

    List<String> values = new ArrayList<>();
    for (Field constant : Provider.class.getFields()) {
      String value = ((Provider) constant.get(null)).value();
      assertEquals(constant.getName(), value.toUpperCase(Locale.ROOT).replace('-', '_'));
      values.add(value);
    }
    assertEquals(listed, values);
  }

  @Test
  void equalityIsThatOfTheName() {
    assertEquals(Provider.OPENAI, Provider.of("openai"));
    assertEquals(Provider.OPENAI.hashCode(), Provider.of("openai").hashCode());
    assertNotEquals(Provider.OPENAI, Provider.of("OpenAI"));
    assertNotEquals(Provider.OPENAI, (Object) "openai");
    assertEquals("of-tomorrow", Provider.of("of-tomorrow").toString());
  }
}
