package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a field to the document is all it takes for it to appear wherever a field appears. */
class NewFieldTest {

  private static final String MODELS = "src/main/java/io/github/aigateway/model/";

  @TempDir private Path directory;

  @Test
  void appearsEverywhere() throws IOException {
    String schema = "\n    ResultInfo:\n";
    String document = Files.readString(Path.of("openapi/ai-gateway.yaml"));
    int properties =
        document.indexOf("      properties:\n", document.indexOf(schema))
            + "      properties:\n".length();
    assertTrue(document.contains(schema));
    String field =
        """
                brand_new:
                  type: integer
                  minimum: 7
                  description: How new it is, in days.
        """;

    Map<String, String> sources =
        Generator.generate(
            document.substring(0, properties) + field + document.substring(properties), directory);

    String model = sources.getOrDefault(MODELS + "ResultInfo.java", "");
    assertContains(model, "* How new it is, in days.");
    assertContains(model, "MEMBER_BRAND_NEW = Member.of(1, \"brand_new\", ModelAdapters.ofLong()");
    assertContains(model, ".allowing(Constraint.number( \"7\",");
    assertContains(model, "Long getBrandNew() {");
    assertContains(model, "public boolean hasBrandNew() {");
    assertContains(model, "public Builder brandNew(long brandNew) {");
  }

  /** Whatever the white space: the formatter comes later. */
  private static void assertContains(String source, String part) {
    String found = source.replaceAll("\\s+", "");
    assertTrue(found.contains(part.replaceAll("\\s+", "")), () -> part + " is not in\n" + source);
  }
}
