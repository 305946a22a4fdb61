package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the guides say what compiled code does, and what the POM holds. */
class ReadmeTest {

  private static final List<Path> SNIPPETS =
      List.of(
          Path.of("src/test/java/io/github/aigateway/readme"),
          Path.of("src/it/kotlin/src/main/kotlin"),
          Path.of("src/it/module-path/src/main/java"),
          Path.of("src/it/observability/src/main/java/observability"),
          Path.of("src/it/language-models/src/main/java/languagemodels"),
          Path.of("src/it/spring-boot/src/main/java/springboot"),
          Path.of("src/it/spring-boot/src/test/java/springboot"));

  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// \\[([a-z-]+)]\n(.*?)^ *// \\[/\\1]$");

  /** A dependency of Gradle's. */
  private static final Pattern GRADLE =
      Pattern.compile("(\\w*(?:mplementation|RuntimeOnly))\\(\"([^\"]+)\"\\)");

  /** All pages, the README first. */
  private final String text = String.join("\n", Pages.all().stream().map(Pages::read).toList());

  private final String pom = Pages.read(Path.of("pom.xml"));

  @Test
  void everySnippetIsARegionOfCompiledCodeAndTheOtherWayRound() throws IOException {
    Map<String, String> regions = regions();
    List<String> blocks = new ArrayList<>(blocks("java"));
    blocks("kotlin").stream().filter(block -> !GRADLE.matcher(block).find()).forEach(blocks::add);
    assertFalse(blocks.isEmpty());
    for (String block : blocks) {
      assertTrue(regions.containsValue(block), "Not a region of " + SNIPPETS + ":\n" + block);
    }
    regions.forEach((name, code) -> assertTrue(blocks.contains(code), "On no page: " + name));
  }

  @Test
  void snippetsOfTheJavadocsOverviewAreRegionsOfCompiledCodeToo() throws IOException {
    String overview = Pages.read(Path.of("src/main/javadoc/overview.html"));
    List<String> blocks =
        Pattern.compile("(?s)<pre>\\{@code (.*?)\n}</pre>")
            .matcher(overview)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(blocks.size(), overview.split("<pre>", -1).length - 1);
    assertFalse(blocks.isEmpty());
    assertTrue(regions().values().containsAll(blocks), blocks::toString);
  }

  @Test
  void mavenSnippetsHaveTheCoordinatesOfThePom() {
    List<String> dependencies =
        blocks("xml").stream()
            .flatMap(
                block ->
                    Pattern.compile("(?s)<dependency>.*?</dependency>").matcher(block).results())
            .map(MatchResult::group)
            .toList();
    assertEquals(
        List.of(
            ours(""),
            ours(":testing") + ":test",
            "com.squareup.okhttp3:mockwebserver:" + pom("version.okhttp") + ":test",
            "com.squareup.okhttp3:okhttp-bom:" + pom("version.okhttp5") + ":import",
            "com.squareup.okhttp3:okhttp-jvm",
            "com.squareup.okhttp3:okhttp-tls:" + pom("version.okhttp")),
        dependencies.stream().map(ReadmeTest::coordinates).toList());
  }

  @Test
  void gradleSnippetsHaveTheCoordinatesOfThePom() {
    List<String> dependencies =
        blocks("kotlin").stream()
            .flatMap(block -> GRADLE.matcher(block).results())
            .map(match -> match.group(1) + " " + match.group(2))
            .toList();
    assertEquals(
        List.of(
            "implementation " + ours(""),
            "testImplementation " + ours(":testing"),
            "testRuntimeOnly com.squareup.okhttp3:mockwebserver:" + pom("version.okhttp"),
            "implementation com.squareup.okhttp3:okhttp:" + pom("version.okhttp5"),
            "implementation com.squareup.okhttp3:okhttp-jvm:" + pom("version.okhttp5")),
        dependencies);
  }

  @Test
  void projectsOnOkHttp5FollowTheRecipe() {
    List<String> recipe =
        blocks("xml").stream()
            .filter(block -> block.matches("(?s).*<artifactId>okhttp-(bom|jvm)<.*"))
            .toList();
    assertEquals(2, recipe.size());
    for (String project : List.of("okhttp5", "eventsource-okhttp5")) {
      String consumer =
          Pages.read(Path.of("src/it/okhttp", project, "pom.xml"))
              .replace("${version.okhttp}", pom("version.okhttp5"));
      for (String block : recipe) {
        assertTrue(withoutBlanks(consumer).contains(withoutBlanks(block)), project);
      }
    }
  }

  @Test
  void theShrunkProjectFollowsTheRecipe() {
    Path project = Path.of("src/it/shrunk");
    String build =
        Pages.read(project.resolve("pom.xml"))
            .replaceAll(
                "@version.maven-dependency-plugin@", pom("version.maven-dependency-plugin"));
    assertEquals(
        1,
        blocks("xml").stream()
            .filter(block -> block.startsWith("<plugin>"))
            .filter(block -> withoutBlanks(build).contains(withoutBlanks(block)))
            .count());
    List<String> rules = blocks("proguard");
    assertEquals(2, rules.size());
    String ofProject = Pages.read(project.resolve("proguard.pro"));
    assertTrue(rules.stream().allMatch(ofProject::contains), rules::toString);
  }

  @Test
  void versionsAreThoseOfThePom() {
    assertTrue(text.contains("Java " + pom("maven.compiler.release") + " or newer"));
    assertTrue(
        text.contains(
            "| OkHttp | " + pom("version.okhttp") + " and " + pom("version.okhttp5") + " |"));
    assertTrue(text.contains("| Retrofit | " + pom("version.retrofit") + " |"));
    assertTrue(text.contains("| " + pom("version.gson") + ": everything."));
    assertTrue(text.contains("| " + pom("version.kotlin") + " |"));
    assertTrue(text.contains("| " + pom("version.proguard") + ". "));
  }

  @Test
  void propertiesAndVersionsOfRecipesAreThoseOfTheirProjects() {
    assertEquals(
        List.of(
            Pages.read(Path.of("src/it/spring-boot/src/main/resources/application.properties"))
                .strip()),
        blocks("properties"));
    assertTrue(text.contains("Spring Boot " + version("spring-boot", "spring-boot-dependencies")));
    assertTrue(text.contains("openai-java " + version("language-models", "openai-java")));
    assertTrue(
        text.contains("langchain4j-open-ai " + version("language-models", "langchain4j-open-ai")));
  }

  @Test
  void commandsThatAreNamedExist() {
    Matcher commands = Pattern.compile("\\bscripts/[a-z0-9-]+").matcher(text);
    assertTrue(
        commands.results().allMatch(command -> Files.isExecutable(Path.of(command.group()))));
  }

  /** In the version of the last release; before the first one, in that of the POM. */
  private String ours(String classifier) {
    Matcher matcher =
        Pattern.compile(
                "(?s)<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>")
            .matcher(pom);
    assertTrue(matcher.find());
    Matcher released =
        Pattern.compile("(?m)^## (\\S+) \\(").matcher(Pages.read(Path.of("CHANGELOG.md")));
    String version = released.find() ? released.group(1) : matcher.group(3);
    return matcher.group(1) + ":" + matcher.group(2) + ":" + version + classifier;
  }

  private String pom(String property) {
    Matcher matcher = Pattern.compile("<" + property + ">(.*?)</").matcher(pom);
    assertTrue(matcher.find(), property);
    return matcher.group(1);
  }

  private static String version(String project, String artifact) {
    Matcher matcher =
        Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>(.*?)</")
            .matcher(Pages.read(Path.of("src/it", project, "pom.xml")));
    assertTrue(matcher.find(), artifact);
    return matcher.group(1);
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String coordinates(String dependency) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of("groupId", "artifactId", "version", "classifier", "scope")) {
      Matcher matcher = Pattern.compile("<" + part + ">(.*?)</").matcher(dependency);
      if (matcher.find()) {
        parts.add(matcher.group(1));
      }
    }
    return String.join(":", parts);
  }

  private List<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(text)
        .results()
        .map(match -> match.group(1).strip())
        .toList();
  }

  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (Path folder : SNIPPETS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          REGION
              .matcher(Pages.read(file))
              .results()
              .forEach(
                  match ->
                      assertFalse(
                          regions.put(match.group(1), match.group(2).stripTrailing().stripIndent())
                              != null,
                          match.group(1)));
        }
      }
    }
    return regions;
  }
}
