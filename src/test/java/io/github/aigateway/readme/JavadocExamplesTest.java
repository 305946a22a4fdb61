package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.Gateways;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each method of Gateways has an example, and what the Javadoc shows compiles. */
class JavadocExamplesTest {

  private static final Path SOURCES = Path.of("src/main/java/io/github/aigateway");

  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code(.*?)}</pre>");

  /** A comment and the public method that it belongs to. */
  private static final Pattern METHOD =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s*)*public ([^(={;]*\\([^)]*\\))");

  /** What an example may use without making it. */
  private static final String AROUND =
      """
      import com.google.gson.*;
      import io.github.aigateway.*;
      import io.github.aigateway.model.*;
      import java.util.*;
      import java.util.concurrent.*;
      import retrofit2.*;
      import retrofit2.http.*;

      abstract class Examples {
        AiGatewayClient client;
        Gateways gateways;
        String accountId;
        List<String> ids;
        Gateway fetched;
        CreateGatewayRequest wanted;
        UpdateGatewayRequest request;
        ListGatewaysOptions options;
      """;

  @TempDir Path classes;

  @Test
  void eachMethodOfGatewaysHasAnExample() throws IOException {
    String code =
        Files.readString(SOURCES.resolve("Gateways.java"))
            + Files.readString(SOURCES.resolve("ResultGateways.java"));
    List<MatchResult> methods = METHOD.matcher(code).results().toList();
    long declared =
        Stream.of(Gateways.class, Gateways.class.getSuperclass())
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
            .count();
    assertEquals(declared, methods.size());
    methods.stream()
        .filter(method -> !method.group(2).matches(".* (client|toString)\\(\\)"))
        .forEach(method -> assertTrue(method.group(1).contains("<pre>"), method.group(2)));
  }

  @Test
  void examplesCompile() throws IOException {
    StringBuilder code = new StringBuilder(AROUND);
    List<String> examples = examples();
    assertTrue(examples.size() > 25, () -> examples.size() + " examples");
    for (int i = 0; i < examples.size(); i++) {
      code.append("  void example")
          .append(i)
          .append("() {\n")
          .append(examples.get(i))
          .append("}\n");
    }
    assertEquals("", compile(code.append("}\n").toString()));
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    try (var files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        EXAMPLE
            .matcher(Files.readString(file))
            .results()
            .map(example -> example.group(1).replaceAll("(?m)^ *\\* ?", "").strip())
            .map(example -> example.endsWith("}") ? example : example.replaceFirst(";?$", ";"))
            .forEach(examples::add);
      }
    }
    return examples;
  }

  /** Returns what the compiler says against it. */
  private String compile(String code) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter refused = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///Examples.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    compiler.getTask(refused, null, null, options, null, List.of(source)).call();
    return refused.toString();
  }
}
