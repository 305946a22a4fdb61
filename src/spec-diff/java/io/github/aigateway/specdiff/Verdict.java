package io.github.aigateway.specdiff;

import io.github.aigateway.specdiff.Change.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that changed since a release.
 *
 * @param document what changed in the OpenAPI document
 * @param library what changed for code that was compiled against the jars
 */
record Verdict(List<Change> document, List<Change> library) {

  /**
   * The one that decides: a document may break what the compiler cannot see, and a jar the rest.
   */
  Effect effect() {
    return Stream.concat(document.stream(), library.stream())
        .map(Change::effect)
        .max(Comparator.naturalOrder())
        .orElse(Effect.NONE);
  }

  /** What changed, what breaks first, and whether that breaks anybody. */
  String words() {
    return list("The document", document)
        + list("The library", library)
        + switch (effect()) {
          case BREAKS -> "This breaks those who use what is marked.";
          case NEW -> "This breaks nobody, and brings something new.";
          case NONE -> "This breaks nobody, and nobody's code sees it.";
        };
  }

  private static String list(String title, List<Change> changes) {
    StringBuilder lines = new StringBuilder(title).append(":\n");
    if (changes.isEmpty()) {
      lines.append("          Nothing changed.\n");
    }
    changes.stream()
        .sorted(Comparator.comparing(Change::effect).reversed())
        .forEach(
            it ->
                lines
                    .append(
                        switch (it.effect()) {
                          case BREAKS -> "  BREAKS  ";
                          case NEW -> "  new     ";
                          case NONE -> "          ";
                        })
                    .append(it.words())
                    .append('\n'));
    return lines.append('\n').toString();
  }
}
