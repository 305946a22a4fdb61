package io.github.aigateway.nasty;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources as the build does, but for the classes. */
public final class Compiler {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Kept open: most of the time goes into reading the class path. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, null, null);

  private Compiler() {}

  /**
   * Returns what the compiler has to say about the sources and their comments.
   *
   * @param visitor sees each source as the compiler reads it
   */
  public static List<String> compile(
      Map<String, String> sources, Consumer<CompilationUnitTree> visitor) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((path, text) -> files.add(new Source(path, text)));
    List<String> options =
        List.of(
            "-Xlint:all,-processing",
            "-Xdoclint:all,-missing",
            "-Xmaxerrs",
            "1000",
            "-proc:none",
            "--should-stop=ifError=FLOW",
            "-implicit:none",
            "-classpath",
            System.getProperty("java.class.path"));
    JavacTask task = (JavacTask) JAVAC.getTask(null, FILES, found, options, null, files);
    task.parse().forEach(visitor);
    task.analyze();
    return found.getDiagnostics().stream().map(Object::toString).toList();
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
