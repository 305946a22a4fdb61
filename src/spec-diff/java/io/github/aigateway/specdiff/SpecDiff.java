package io.github.aigateway.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a document, and jars, with released ones, and says which version must follow. Run by
 * {@code scripts/spec-diff}, which finds the files.
 */
final class SpecDiff {

  private SpecDiff() {}

  /**
   * Takes the version that was released and the version to come, the two documents, and any number
   * of pairs of jars, the older one first. Ends with 1 if the version to come is too small.
   */
  public static void main(String... args) throws IOException {
    Version released = Version.parse(args[0]);
    Verdict verdict =
        compare(List.of(args).subList(2, args.length).stream().map(Path::of).toList());
    Version next = released.after(verdict.effect());
    boolean isEnough = Version.parse(args[1]).compareTo(next) >= 0;
    System.out.println(verdict.words());
    System.out.printf(
        "After %s must follow %s or higher; %s, the version in the POM, is %s.%n",
        released, next, args[1], isEnough ? "enough" : "too small");
    System.exit(isEnough ? 0 : 1);
  }

  /** Compares two documents and the jars after them, each time the older file first. */
  static Verdict compare(List<Path> files) throws IOException {
    List<Change> library = new ArrayList<>();
    for (int jar = 2; jar < files.size(); jar += 2) {
      library.addAll(JarChanges.between(files.get(jar), files.get(jar + 1)));
    }
    return new Verdict(
        DocumentChanges.between(Files.readString(files.get(0)), Files.readString(files.get(1))),
        library);
  }
}
