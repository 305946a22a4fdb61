package io.github.aigateway.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of classes that the generated code uses, which no model may have. */
final class TakenNames {

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?(?:\\w+\\.)+(\\w+);", Pattern.MULTILINE);

  /** Nested in models, or beside them. */
  private static final List<String> OWN =
      List.of("Builder", "Unknown", "Kind", "Known", "ModelAdapters", "package-info");

  private final Set<String> names = new HashSet<>(OWN);

  TakenNames(Path templates) {
    try (Stream<Path> files = Files.list(templates)) {
      files.filter(it -> it.toString().endsWith(".mustache")).forEach(this::addImports);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void addImports(Path template) {
    try {
      Matcher matcher = IMPORT.matcher(Files.readString(template));
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean contains(String name) {
    return names.contains(name) || isInJavaLang(name);
  }

  private static boolean isInJavaLang(String name) {
    try {
      return Class.forName("java.lang." + name) != null;
    } catch (ClassNotFoundException | LinkageError none) {
      return false;
    }
  }
}
