package io.github.aigateway.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** All that was measured, pass by pass. */
final class Figures {

  private final Map<String, Map<Subject, List<Double>>> rows = new LinkedHashMap<>();

  void add(String row, Subject subject, double value) {
    rows.computeIfAbsent(row, key -> new EnumMap<>(Subject.class))
        .computeIfAbsent(subject, key -> new ArrayList<>())
        .add(value);
  }

  /** One line for each row and subject, which {@link #read} understands. */
  String lines(String name) {
    StringBuilder lines = new StringBuilder();
    rows.forEach(
        (row, subjects) ->
            subjects.forEach(
                (subject, values) ->
                    lines
                        .append(String.join("\t", name, row, subject.name(), values.toString()))
                        .append('\n')));
    return lines.toString();
  }

  /** Reads those of this name. */
  static Figures read(String name, List<String> lines) {
    Figures figures = new Figures();
    for (String line : lines) {
      String[] cells = line.split("\t");
      if (cells[0].equals(name)) {
        for (String value : cells[3].replaceAll("[\\[\\] ]", "").split(",")) {
          figures.add(cells[1], Subject.valueOf(cells[2]), Double.parseDouble(value));
        }
      }
    }
    return figures;
  }

  /** Whether there is such a figure of this subject. */
  boolean has(String row, Subject subject) {
    return rows.getOrDefault(row, Map.of()).containsKey(subject);
  }

  Set<String> rows() {
    return rows.keySet();
  }

  /** One subject's figures as ratios to another's of the same pass, the least first. */
  List<Double> ratios(String row, Subject subject, Subject base) {
    List<Double> figures = rows.get(row).get(subject);
    List<Double> bases = rows.get(row).get(base);
    return IntStream.range(0, figures.size())
        .mapToObj(pass -> figures.get(pass) / bases.get(pass))
        .sorted()
        .toList();
  }

  double median(String row, Subject subject) {
    List<Double> sorted = rows.get(row).get(subject).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** The median as a ratio to the floor's. */
  double ratio(String row, Subject subject) {
    return median(row, subject) / median(row, Subject.FLOOR);
  }

  /**
   * A column for each subject: the median, and as a ratio to the floor's with least and largest.
   */
  String table() {
    StringBuilder table = new StringBuilder("| |");
    for (Subject subject : Subject.ALL) {
      table.append(' ').append(subject.label).append(" |");
    }
    table.append("\n|").append("---|".repeat(Subject.ALL.size() + 1)).append('\n');
    for (String row : rows.keySet()) {
      table.append("| ").append(row).append(" |");
      for (Subject subject : Subject.ALL) {
        table.append(' ').append(has(row, subject) ? cell(row, subject) : "").append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private String cell(String row, Subject subject) {
    if (row.equals("jars")) {
      return String.valueOf(Math.round(median(row, subject)));
    }
    double floor = median(row, Subject.FLOOR);
    List<Double> sorted = rows.get(row).get(subject).stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%,.0f (%.2f ×, %.2f–%.2f)",
        median(row, subject),
        ratio(row, subject),
        sorted.get(0) / floor,
        sorted.get(sorted.size() - 1) / floor);
  }
}
