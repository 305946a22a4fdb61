package io.github.aigateway.benchmark;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * This library beside an earlier build of itself, and the floor, which shows how much the machine
 * scatters. They are measured in turn, and the round again for each pass.
 */
final class Comparison {

  private static final List<Subject> SUBJECTS =
      List.of(Subject.FLOOR, Subject.BEFORE, Subject.OURS);
  private static final List<String> METHODS = List.of("get", "list", "put", "future");

  private final Runner runner;
  private final Figures bytes = new Figures();
  private final Figures cpu = new Figures();

  Comparison(Runner runner) {
    this.runner = runner;
  }

  /** Returns the tables, which stay in the folder, too. */
  String run() throws Exception {
    int passes = runner.quick ? 1 : 5;
    String methods = "(" + String.join("|", METHODS) + ")";
    for (int pass = 1; pass <= passes; pass++) {
      for (Payload payload : Payload.values()) {
        try (Runner.Server server = runner.server(payload, 100)) {
          for (Subject subject : SUBJECTS) {
            Runner.progress("pass " + pass + "/" + passes + ", " + payload + ", " + subject.label);
            Results results = runner.measure(subject, server.url(), 3, 300, methods);
            for (String method : METHODS) {
              bytes.add(payload.row(method), subject, results.bytes(method));
              cpu.add(payload.row(method), subject, results.cpu(method));
            }
          }
        }
      }
    }
    String tables = table("B/op", bytes, "%,.0f") + "\n" + table("µs CPU/op", cpu, "%,.1f");
    Files.writeString(runner.root.resolve("comparison.md"), tables);
    return tables;
  }

  /** Medians of the passes; the ratio is the median of the ratios within a pass. */
  private static String table(String unit, Figures figures, String format) {
    StringBuilder table =
        new StringBuilder(
                "| " + unit + " | floor | before | now | now / before | least | largest |\n")
            .append("|---|---|---|---|---|---|---|\n");
    for (String row : figures.rows()) {
      table.append("| ").append(row);
      for (Subject subject : SUBJECTS) {
        table
            .append(" | ")
            .append(String.format(Locale.ROOT, format, figures.median(row, subject)));
      }
      List<Double> ratios = figures.ratios(row, Subject.OURS, Subject.BEFORE);
      for (int at : new int[] {ratios.size() / 2, 0, ratios.size() - 1}) {
        table.append(" | ").append(String.format(Locale.ROOT, "%.3f", ratios.get(at)));
      }
      table.append(" |\n");
    }
    return table.toString();
  }
}
