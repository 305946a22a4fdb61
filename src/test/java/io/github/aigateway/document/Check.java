package io.github.aigateway.document;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.aigateway.nasty.Generator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The check as it was compiled for the build, with the libraries of the generator alone. */
final class Check {

  private static final Path CLASSES = Path.of("target/document/classes");
  private static final Path TEMPLATES = Path.of("openapi/templates");
  private static final Method RUN = run();
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final Path directory;

  /** Keeps its files in a directory. */
  Check(Path directory) {
    this.directory = directory;
  }

  /** Returns what is said about a document. */
  List<String> refusals(String document) throws IOException {
    return refusals(Files.writeString(directory.resolve("document.yaml"), document));
  }

  /** Returns what is said about a small document to which parts are added. */
  List<String> refusals(Map<String, Object> parts) throws IOException {
    return refusals(
        GSON.toJson(document(parts)).replaceAll("\"#/(?!components/)", "\"#/components/schemas/"));
  }

  @SuppressWarnings("unchecked") // what the method returns
  List<String> refusals(Path document) throws IOException {
    try {
      return (List<String>) RUN.invoke(null, document, output(), TEMPLATES);
    } catch (ReflectiveOperationException failed) {
      throw new IOException(failed);
    }
  }

  /** Where the document is written if it is not refused. */
  Path output() {
    return directory.resolve("document.json");
  }

  private static Map<String, Object> document(Map<String, Object> parts) {
    Map<String, Object> operation =
        read("{operationId: go, tags: [Odd], responses: {'204': {description: ok}}}");
    operation.putAll(members(parts, "operation"));
    Map<String, Object> schemas =
        read(
            """
            A: {type: object, required: [a], properties: {a: {type: string}}}
            B: {type: object, required: [b], properties: {b: {type: string}}}
            E: {type: string, enum: [a, b]}
            """);
    schemas.putAll(members(parts, "schemas"));
    Map<String, Object> document = read("{openapi: 3.0.3, info: {title: Odd, version: '1'}}");
    document.put("paths", Map.of("/t", Map.of(parts.getOrDefault("method", "get"), operation)));
    document.put("components", Map.of("schemas", schemas));
    document.putAll(members(parts, "document"));
    return document;
  }

  @SuppressWarnings("unchecked") // all of these are objects
  private static Map<String, Object> members(Map<String, Object> parts, String name) {
    return (Map<String, Object>) parts.getOrDefault(name, Map.of());
  }

  @SuppressWarnings("unchecked") // all of these are objects
  private static Map<String, Object> read(String yaml) {
    return (Map<String, Object>) load(yaml);
  }

  static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static Method run() {
    System.setProperty("log.level", "error");
    try {
      URL[] places = {CLASSES.toUri().toURL(), Generator.JAR.toUri().toURL()};
      return new URLClassLoader(places, ClassLoader.getPlatformClassLoader())
          .loadClass("io.github.aigateway.document.DocumentCheck")
          .getMethod("run", Path.class, Path.class, Path.class);
    } catch (MalformedURLException | ReflectiveOperationException missing) {
      throw new IllegalStateException("The build compiles the check first.", missing);
    }
  }
}
