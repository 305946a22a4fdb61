package io.github.aigateway.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many calls a client makes in a second while many are under way. */
final class Throughput {

  /** While eight threads make calls, the compiler of the JVM needs eleven seconds for its work. */
  private static final int WARM_UP_SECONDS = 15;

  private static final Map<String, List<String>> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("1 thread", List.of("get", "1"));
    WAYS.put("8 threads", List.of("get", "8"));
    WAYS.put("64 threads", List.of("get", "64"));
    WAYS.put("64 futures", List.of("inFlight", "1"));
  }

  private final Runner runner;
  private final Figures micros;

  /** Makes a measurement that adds its results to these figures. */
  Throughput(Runner runner, Figures micros) {
    this.runner = runner;
    this.micros = micros;
  }

  void pass() throws Exception {
    try (Runner.Server server = runner.server(Payload.FULL, 100)) {
      for (Map.Entry<String, List<String>> way : WAYS.entrySet()) {
        for (Subject subject : Subject.ON_OKHTTP) {
          String method = way.getValue().get(0);
          String threads = way.getValue().get(1);
          Results results =
              runner.measure(subject, server.url(), WARM_UP_SECONDS, 600, method, "-t", threads);
          micros.add(way.getKey(), subject, results.mean(method) / Integer.parseInt(threads));
        }
      }
    }
  }

  /** Calls a second, as ratios to the floor. */
  static String ratios(Figures micros) {
    StringBuilder table = new StringBuilder("| | ").append(String.join(" | ", WAYS.keySet()));
    table.append(" |\n|").append("---|".repeat(WAYS.size() + 1)).append('\n');
    for (Subject subject : Subject.ON_OKHTTP) {
      String mark = subject == Subject.OURS ? "**" : "";
      table.append("| ").append(mark).append(subject.label).append(mark).append(" |");
      for (String way : WAYS.keySet()) {
        String ratio = Chart.times(1 / micros.ratio(way, subject));
        table.append(' ').append(mark).append(ratio).append(mark).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  String table() {
    StringBuilder table = new StringBuilder("| GET a second |");
    Subject.ON_OKHTTP.forEach(subject -> table.append(' ').append(subject.label).append(" |"));
    table.append("\n|").append("---|".repeat(Subject.ON_OKHTTP.size() + 1)).append('\n');
    for (String way : WAYS.keySet()) {
      table.append("| ").append(way);
      for (Subject subject : Subject.ON_OKHTTP) {
        table.append(" | ").append(cell(way, subject));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private String cell(String way, Subject subject) {
    return String.format(
        Locale.ROOT,
        "%,.0f (%.2f ×)",
        1e6 / micros.median(way, subject),
        1 / micros.ratio(way, subject));
  }
}
