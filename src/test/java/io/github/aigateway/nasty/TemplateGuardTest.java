package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The originals of the templates that we replace are those we know. */
class TemplateGuardTest {

  private static final Path CHECKSUMS = Path.of("src/test/resources/overridden-templates.sha256");
  private static final String STOCK = "Java/";

  @Test
  void originalsAreThoseThatOurTemplatesWereMadeFrom() throws IOException {
    assertEquals(
        Files.readString(CHECKSUMS),
        String.join("\n", overridden().values()) + "\n",
        "Another generator has other originals of templates that we replace, or we replace more or"
            + " fewer of them. Compare the originals of both versions, take over what matters to"
            + " openapi/templates, name the version at the head of each template, and write the"
            + " actual lines into "
            + CHECKSUMS
            + ".");
  }

  @Test
  void eachTemplateSaysWhyItIsThere() throws IOException {
    String version = Pom.read().property("version.openapi-generator");
    Map<String, String> overridden = overridden();
    for (Path template : ours()) {
      String text = Files.readString(template);
      boolean replaces =
          overridden.keySet().stream().anyMatch(it -> it.endsWith("/" + template.getFileName()));
      assertTrue(text.startsWith("{{! "), template + " has no comment at its head");
      if (replaces) {
        assertTrue(
            text.startsWith("{{! Replaces the stock template ") && text.contains(" " + version),
            template + " replaces a stock template of " + version + " and does not say so");
      } else {
        assertFalse(text.startsWith("{{! Replaces"), template + " has a name that the stock lacks");
      }
    }
  }

  @Test
  void noLineOfATemplateIsTooLongToRead() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path template : ours()) {
      Files.readAllLines(template).stream()
          .filter(it -> it.length() > 120)
          .forEach(it -> tooLong.add(template.getFileName() + ": " + it));
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void onlyWhatTheGeneratorLooksForHasAName() throws IOException {
    assertEquals(
        Set.of("api", "apiPackageInfo", "model", "modelPackageInfo"),
        overridden().keySet().stream()
            .map(it -> it.replaceAll(".*/|[.]mustache", ""))
            .collect(Collectors.toSet()),
        "Give a template that only ours include a name that the stock lacks: it needs no guard.");
  }

  /** The stock templates with the names of ours, and their lines as sha256sum writes them. */
  private static Map<String, String> overridden() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    String library = STOCK + "libraries/" + Pom.read().setting("library") + "/";
    try (JarFile jar = new JarFile(Generator.JAR.toFile())) {
      for (Path template : ours()) {
        for (String folder : new String[] {STOCK, library}) {
          JarEntry entry = jar.getJarEntry(folder + template.getFileName());
          if (entry != null) {
            try (InputStream original = jar.getInputStream(entry)) {
              String hash = HexFormat.of().formatHex(sha256().digest(original.readAllBytes()));
              lines.put(entry.getName(), hash + "  " + entry.getName());
            }
          }
        }
      }
    }
    return lines;
  }

  private static Path[] ours() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("openapi/templates"))) {
      return files.sorted().toArray(Path[]::new);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
