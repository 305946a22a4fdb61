package io.github.aigateway.specdiff;

import io.github.aigateway.nasty.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The library with what is generated from another document.
 *
 * @param classes the folder of its classes
 * @param jar the same in a jar
 */
record Variant(Path classes, Path jar) {

  /** The library as it is. */
  static final Path CLASSES = Path.of("target/classes");

  /** Jars from the build of src/it/quickstart, the library among them. */
  private static final Path LIBRARIES = Path.of("target/it/quickstart/target/lib");

  private static final String MODULE = "module-info.class";

  /** Makes it in an empty directory. */
  static Variant of(String document, Path directory) throws IOException {
    Generator.generate(document, directory);
    Path classes = directory.resolve("classes");
    for (Path file : files(CLASSES, ".class")) {
      Path copy = classes.resolve(CLASSES.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    // Compiled without modules, as tests are; what is exported stays the same.
    Files.delete(classes.resolve(MODULE));
    JavaTools.compile(files(directory.resolve("out"), ".java"), classes, classPath(classes));
    Files.copy(CLASSES.resolve(MODULE), classes.resolve(MODULE));
    return new Variant(classes, JavaTools.pack(classes, directory.resolve("variant.jar")));
  }

  /** The classes, and what the library needs. */
  static List<Path> classPath(Path classes) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(classes));
    classPath.addAll(files(LIBRARIES, ".jar"));
    return classPath;
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(it -> it.toString().endsWith(ending)).toList();
    }
  }
}
