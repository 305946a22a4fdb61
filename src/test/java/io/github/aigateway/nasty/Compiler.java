package io.github.aigateway.nasty;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources as the build does, and leaves the classes where nobody looks. */
final class Compiler {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Kept open: most of the time goes into reading the class path. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, null, null);

  private Compiler() {}

  /** Returns what the compiler has to say about the sources. */
  static List<String> compile(Map<String, String> sources) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((path, text) -> files.add(new Source(path, text)));
    List<String> options =
        List.of(
            "-Xlint:all,-processing",
            "-Xmaxerrs",
            "1000",
            "-proc:none",
            "--should-stop=ifError=FLOW",
            "-implicit:none",
            "-d",
            Files.createDirectories(Path.of("target/generator/classes")).toString(),
            "-XDcompilePolicy=attribute",
            "-classpath",
            System.getProperty("java.class.path"));
    JAVAC.getTask(null, FILES, found, options, null, files).call();
    return found.getDiagnostics().stream().map(it -> it.getMessage(Locale.ROOT)).toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
