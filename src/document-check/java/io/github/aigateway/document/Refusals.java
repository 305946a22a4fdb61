package io.github.aigateway.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a document. */
final class Refusals {

  private final String file;
  private final Set<String> lines = new LinkedHashSet<>();

  Refusals(String file) {
    this.file = file;
  }

  /** Both are sentences without their period. */
  void add(Place place, String wrong, String instead) {
    add(place.pointer(), wrong, instead);
  }

  void add(String pointer, String wrong, String instead) {
    String line = "%s#%s: %s. %s.".formatted(file, pointer, wrong, instead);
    lines.add(line.replaceAll("\\p{Cntrl}", " "));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
