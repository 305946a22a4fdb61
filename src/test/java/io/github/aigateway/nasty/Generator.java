package io.github.aigateway.nasty;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The generator of the build with the settings of the POM, for other documents. Its jar brings many
 * libraries along, and is loaded where they meet none of ours.
 */
public final class Generator {

  /** The generator and its libraries, copied there by the build. */
  public static final Path JAR = Path.of("target/generator/openapi-generator-cli.jar");

  private static final ClassLoader LOADER = newLoader();

  private Generator() {}

  /**
   * Generates all sources of a document; returns them by their path within {@code directory}, as
   * the build leaves them but for their format.
   */
  public static Map<String, String> generate(String document, Path directory) throws IOException {
    Pom pom = Pom.read();
    Path output = directory.resolve("out");
    Path input = Files.writeString(directory.resolve("document.yaml"), document);
    run(pom, input.toString(), output.toString());
    Map<String, String> sources = files(output, ".java");
    sources.replaceAll((path, text) -> replaced(pom, text));
    return sources;
  }

  private static void run(Pom pom, String input, String output) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LOADER);
    try {
      generate(pom, input, output);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (ReflectiveOperationException otherGenerator) {
      throw new IllegalStateException(
          "This version of the generator is called in another way.", otherGenerator);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void generate(Pom pom, String input, String output)
      throws ReflectiveOperationException {
    Class<?> type = LOADER.loadClass("org.openapitools.codegen.config.CodegenConfigurator");
    Object configurator = configurator(pom, type);
    call(configurator, "setInputSpec", input);
    call(configurator, "setOutputDir", output);
    Object generator =
        LOADER
            .loadClass("org.openapitools.codegen.DefaultGenerator")
            .getConstructor()
            .newInstance();
    Object options = call(configurator, "toClientOptInput");
    call(call(generator, "opts", options), "generate");
  }

  private static Object configurator(Pom pom, Class<?> type) throws ReflectiveOperationException {
    Method fromFile = method(type, "fromFile", 2);
    Object noModules = Array.newInstance(fromFile.getParameterTypes()[1].getComponentType(), 0);
    Object configurator = fromFile.invoke(null, pom.setting("configurationFile"), noModules);
    call(configurator, "setGeneratorName", pom.setting("generatorName"));
    call(configurator, "setLibrary", pom.setting("library"));
    call(configurator, "setTemplateDir", pom.setting("templateDirectory"));
    call(configurator, "setApiPackage", pom.setting("generate", "apiPackage"));
    call(configurator, "setModelPackage", pom.setting("generate", "modelPackage"));
    callAll(configurator, "addTypeMapping", pom.mappings("typeMappings"));
    callAll(configurator, "addImportMapping", pom.mappings("importMappings"));
    callAll(configurator, "addNameMapping", pom.mappings("nameMappings"));
    callAll(configurator, "addInlineSchemaOption", pom.mappings("inlineSchemaOptions"));
    callAll(configurator, "addAdditionalProperty", pom.configOptions());
    Map<String, String> parts =
        Map.of(
            "apis", "",
            "models", "",
            "supportingFiles", pom.setting("generate", "supportingFilesToGenerate"),
            "apiTests", "false",
            "modelTests", "false",
            "apiDocs", "false",
            "modelDocs", "false");
    callAll(configurator, "addGlobalProperty", parts);
    return configurator;
  }

  private static String replaced(Pom pom, String source) {
    String text = source;
    for (Map.Entry<Pattern, String> each : pom.replacements().entrySet()) {
      text = each.getKey().matcher(text).replaceAll(each.getValue());
    }
    return text;
  }

  private static void callAll(Object target, String method, Map<String, String> arguments)
      throws ReflectiveOperationException {
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      call(target, method, argument.getKey(), argument.getValue());
    }
  }

  private static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    return method(target.getClass(), name, arguments.length).invoke(target, arguments);
  }

  private static Method method(Class<?> type, String name, int parameters)
      throws NoSuchMethodException {
    return Arrays.stream(type.getMethods())
        .filter(it -> it.getName().equals(name) && it.getParameterCount() == parameters)
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(type + "." + name));
  }

  private static Map<String, String> files(Path directory, String ending) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          (Iterable<Path>) files.filter(it -> it.toString().endsWith(ending))::iterator) {
        sources.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return sources;
  }

  private static ClassLoader newLoader() {
    System.setProperty("log.level", "error");
    try {
      URL[] jar = {JAR.toUri().toURL()};
      return new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
