package io.github.aigateway.specdiff;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.spi.ToolProvider;

/** Tools of the JDK, in this process. */
final class JavaTools {

  private JavaTools() {}

  static void compile(Collection<Path> sources, Path classes, List<Path> classPath) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath"));
    arguments.add(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    sources.forEach(source -> arguments.add(source.toString()));
    run("javac", arguments);
  }

  /** Makes a jar of all that is in the directory; returns the jar. */
  static Path pack(Path classes, Path jar) {
    run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  private static void run(String tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    assertEquals(0, code, said::toString);
  }
}
