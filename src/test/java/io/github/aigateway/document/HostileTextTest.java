package io.github.aigateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import io.github.aigateway.nasty.Compiler;
import io.github.aigateway.nasty.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing in a document becomes code: whatever text stands at whatever place, the document is
 * refused, or its code has the text in comments and in texts of Java only, where it is the same.
 */
class HostileTextTest {

  private static final Path DOCUMENT =
      Path.of("src/test/resources/io/github/aigateway/document/hostile.yaml");

  private static final String CODE = "static { System.setProperty(\"pwned\", \"1\"); }";

  private static final String REFERENCE = "#/components/schemas/";

  /** No file can hold half a character, and no YAML a control character. */
  private static final Pattern ODD = Pattern.compile("[\\p{Cs}\\x7f-\\x9f]");

  private static final List<String> TEXTS =
      List.of(
          "*/ " + CODE + " /**",
          "\\u002a/ " + CODE + " /** \\\\u002a/ \\/u002a/ " + CODE,
          "&quot;); " + CODE + " &#42;/ &#x2a;/ " + CODE,
          "\"); " + CODE + " //",
          "\\\"; \\u000a" + CODE,
          "\n" + CODE + "\r\n@throws\r" + CODE,
          "\u2028" + CODE + "\u2029",
          "{@link Missing} {@code } {" + CODE,
          "<script>alert(1)</script><a href=\"javascript:alert(1)\">",
          "@throws Missing @Deprecated",
          "${java.version} #{1} {{classname}} {{{description}}} {{! %s%n%1$s%",
          "say \"hi\" \\d it's = `so` a lone \\",
          "a/*b \\/ \\\\/c",
          "--> ]]> ''' \"\"\" --%> &lt; \ud83d\ude00 na\u00efve \u4e2d\u6587",
          "half \ud83d of it \u0000\u001a\u0085\u202e",
          "",
          "long words ".repeat(30) + "x".repeat(600));

  @TempDir private Path directory;
  private Check check;
  private JsonElement document;

  @BeforeEach
  void read() throws IOException {
    check = new Check(directory);
    document = new Gson().toJsonTree(Check.load(Files.readString(DOCUMENT)));
  }

  @Test
  void isRefusedOrStaysAText() throws IOException {
    Set<String> literals = literals(Map.of());
    List<String> places = places();
    for (int turn = 0; turn < TEXTS.size(); turn++) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (int i = 0; i < places.size(); i++) {
        texts.put(places.get(i), text(places.get(i), TEXTS.get((turn + i) % TEXTS.size()), i));
      }
      dropRefused(texts);
      assertTrue(texts.size() > 60, () -> "Only these are not refused: " + texts);
      Set<String> found = literals(texts);
      texts.forEach(
          (place, text) ->
              assertTrue(!literals.contains(place) || found.contains(text), () -> place + text));
    }
  }

  @Test
  void isInOneLiteralOfThePagesScript() throws IOException {
    List<String> places = places();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      texts.put(places.get(i), text(places.get(i), "\"}; alert(" + i + "); //", i));
    }
    dropRefused(texts);
    assertEquals(List.of(), check.refusals(replaced(texts)));
    String script = Files.readString(directory.resolve("document.js"));
    String start = "const openApiDocument = ";
    assertEquals(start, script.substring(0, start.length()));
    String literal = script.substring(start.length(), script.length() - ";\n".length());
    assertTrue(literal.split(Pattern.quote("\\\"}; alert("), -1).length > 60, literal);
    assertEquals(
        new Gson().toJsonTree(Check.load(replaced(texts))),
        new Gson().getAdapter(JsonElement.class).fromJson(literal));
  }

  /** Names differ from each other, and paths keep their parameters. */
  private static String text(String place, String text, int number) {
    String unique = place.contains(" ") ? text : text + " " + number;
    return place.startsWith("/") ? place + unique : unique;
  }

  /** Drops the texts that the check refuses, by the places or else the words of its refusals. */
  private void dropRefused(Map<String, String> texts) throws IOException {
    boolean isBlamed = true;
    while (isBlamed) {
      List<String> refusals = check.refusals(replaced(texts));
      Set<String> pointers = new HashSet<>();
      refusals.forEach(it -> pointers.add(it.replaceAll("(?s)^[^#]*#|: .*", "")));
      Set<String> blamed = new HashSet<>();
      blame(document, texts, "", pointers, blamed);
      isBlamed =
          texts.keySet().removeAll(blamed) || texts.values().removeIf(it -> isIn(refusals, it));
    }
  }

  private static boolean isIn(List<String> refusals, String text) {
    return !text.isBlank() && refusals.stream().anyMatch(it -> it.contains(text));
  }

  /** Collects the places that have a text at one of the pointers. */
  private static void blame(
      JsonElement json,
      Map<String, String> texts,
      String pointer,
      Set<String> pointers,
      Set<String> blamed) {
    if (json instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        String inner = pointer + "/" + escaped(replaced(member.getKey(), texts));
        if (isIn(pointers, inner)) {
          blamed.add(member.getKey());
        }
        blame(member.getValue(), texts, inner, pointers, blamed);
      }
    } else if (json instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        blame(array.get(i), texts, pointer + "/" + i, pointers, blamed);
      }
    } else if (isIn(pointers, pointer)) {
      blamed.add(json.getAsString());
    }
  }

  private static boolean isIn(Set<String> pointers, String pointer) {
    return pointers.contains(pointer.replaceAll("\\p{Cntrl}", " "));
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }

  /** Generates and compiles; returns all texts of Java. */
  private Set<String> literals(Map<String, String> texts) throws IOException {
    assertEquals(List.of(), check.refusals(replaced(texts)));
    Path fresh = Files.createTempDirectory(directory, "turn");
    Map<String, String> sources = Generator.generate(Files.readString(check.output()), fresh);
    Set<String> literals = new HashSet<>();
    assertEquals(List.of(), Compiler.compile(sources, it -> new Reader(literals).scan(it, null)));
    return literals;
  }

  /** Collects the texts of Java, and finds code that none of our templates has. */
  private static final class Reader extends TreeScanner<Void, Object> {
    private final Set<String> literals;

    Reader(Set<String> literals) {
      this.literals = literals;
    }

    @Override
    public Void visitClass(ClassTree type, Object unused) {
      assertTrue(type.getMembers().stream().noneMatch(BlockTree.class::isInstance));
      return super.visitClass(type, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Object unused) {
      assertFalse(identifier.getName().contentEquals("System"));
      return super.visitIdentifier(identifier, null);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Object unused) {
      literals.add(String.valueOf(literal.getValue()));
      return super.visitLiteral(literal, null);
    }
  }

  /** All texts and names of the document, but for words of OpenAPI. */
  private List<String> places() {
    Set<String> found = new LinkedHashSet<>();
    collect(document, found);
    return found.stream().filter(it -> !it.matches("[a-zA-Z]+|[$#].*|x-.*")).toList();
  }

  private static void collect(JsonElement json, Set<String> found) {
    if (json instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        found.add(member.getKey());
        collect(member.getValue(), found);
      }
    } else if (json instanceof JsonArray array) {
      array.forEach(item -> collect(item, found));
    } else if (json instanceof JsonPrimitive text && text.isString()) {
      found.add(text.getAsString());
    }
  }

  private String replaced(Map<String, String> texts) {
    String json = replaced(document, texts).toString();
    return ODD.matcher(json).replaceAll(it -> "\\\\u%04x".formatted((int) it.group().charAt(0)));
  }

  private static JsonElement replaced(JsonElement json, Map<String, String> texts) {
    if (json instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object
          .entrySet()
          .forEach(it -> copy.add(replaced(it.getKey(), texts), replaced(it.getValue(), texts)));
      return copy;
    }
    if (json instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(item -> copy.add(replaced(item, texts)));
      return copy;
    }
    return json instanceof JsonPrimitive text && text.isString()
        ? new JsonPrimitive(replaced(text.getAsString(), texts))
        : json;
  }

  /** A name stays the same in references. */
  private static String replaced(String string, Map<String, String> texts) {
    if (string.startsWith(REFERENCE)) {
      String name = string.substring(REFERENCE.length());
      return REFERENCE + escaped(texts.getOrDefault(name, name)).replace("%", "%25");
    }
    return texts.getOrDefault(string, string);
  }
}
