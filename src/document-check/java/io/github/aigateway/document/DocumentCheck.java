package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Refuses a document, or writes it as the generator reads it. */
public final class DocumentCheck {

  /** Making them takes longer than a check. */
  private static final Names NAMES = new Names();

  private DocumentCheck() {}

  /**
   * Ends with 1, and says why, if a document is refused.
   *
   * @param arguments the directory of the templates, that of the JSON files to write, and the
   *     documents
   */
  public static void main(String[] arguments) throws IOException {
    List<String> refusals = new ArrayList<>();
    for (String file : List.of(arguments).subList(2, arguments.length)) {
      Path document = Path.of(file);
      String json = document.getFileName().toString().replace(".yaml", ".json");
      refusals.addAll(run(document, Path.of(arguments[1], json), Path.of(arguments[0])));
    }
    refusals.forEach(System.out::println);
    System.exit(refusals.isEmpty() ? 0 : 1);
  }

  /**
   * Returns what is wrong with a document; writes it if that is nothing.
   *
   * @param file the document
   * @param output where it is written as JSON; beside it, for the page, as it stands, as a script
   * @param templates the directory of the templates
   * @return a line for each refusal
   */
  public static List<String> run(Path file, Path output, Path templates) throws IOException {
    Files.deleteIfExists(output);
    Refusals refusals = new Refusals(file.toString().replace('\\', '/'));
    JsonNode root = DocumentReader.read(Files.readString(file), refusals);
    if (refusals.lines().isEmpty()) {
      JsonNode input = check(new Document(root), new TakenNames(templates), refusals);
      if (refusals.lines().isEmpty()) {
        Files.createDirectories(output.toAbsolutePath().getParent());
        Files.writeString(output, json(input));
        String script = output.getFileName().toString().replace(".json", ".js");
        // A page that is opened from a file can read no other files, but scripts.
        Files.writeString(
            output.resolveSibling(script), "const openApiDocument = " + json(root) + ";\n");
      }
    }
    return refusals.lines();
  }

  private static String json(JsonNode node) throws IOException {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  /** Returns what the generator reads. */
  private static JsonNode check(Document document, TakenNames taken, Refusals refusals) {
    if (!document.root().text("openapi").matches("3\\.0\\.\\d+")) {
      refusals.add("/openapi", "Only OpenAPI 3.0 is supported", "Write openapi: 3.0.3");
      return document.root().node();
    }
    new ReferenceRules(document, refusals).check();
    new ExtensionRules(document, refusals).check();
    new RawNameRules(document, refusals).check();
    new TextRules(document, NAMES, refusals).check();
    new StartRules(document, refusals).check();
    JsonNode input = GeneratorInput.of(document, NAMES);
    checkInput(new Document(input), taken, refusals);
    return input;
  }

  private static void checkInput(Document document, TakenNames taken, Refusals refusals) {
    new OperationRules(document, NAMES, refusals).check();
    new ParameterRules(document, refusals).check();
    new BodyRules(document, refusals).check();
    new SchemaRules(document, refusals).check();
    new UnionRules(document, refusals).check();
    new KindRules(document, NAMES, refusals).check();
    new ClassNameRules(document, NAMES, taken, refusals).check();
    new MemberNameRules(document, NAMES, refusals).check();
  }
}
