package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the figures of a run into the guide on performance, and draws its chart. */
final class Guide {

  static final String COSTS = "costs";
  static final String THROUGHPUT = "throughput";
  static final String LIST_BYTES = "list bytes";
  static final String LIST_MICROS = "list µs";

  private static final Path PAGE = Path.of("src/site/markdown/performance.md");
  private static final Path CHART = Path.of("src/site/resources/images/performance.svg");

  private static final Map<String, List<Column>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("calls", calls("%s", "GET", "LIST", "PUT"));
    TABLES.put("early", calls("early %s", "GET", "LIST"));
    TABLES.put("futures", calls("%s", "GET as a future"));
    TABLES.put("plain", calls("%s plain", "GET", "LIST", "PUT"));
    TABLES.put("programs", programs());
  }

  /** Memory and CPU of each method, and the time of the first. */
  private static List<Column> calls(String row, String... methods) {
    List<Column> columns = new ArrayList<>();
    for (String method : methods) {
      String heading = columns.isEmpty() ? "memory: " + method : method;
      columns.add(Column.ratio(heading, String.format(row, method) + ", B/op", 1e3, "kB"));
    }
    for (String method : methods) {
      String heading = columns.size() == methods.length ? "CPU: " + method : method;
      columns.add(Column.ratio(heading, String.format(row, method) + ", CPU", 1, "µs"));
    }
    columns.add(
        Column.ratio("time: " + methods[0], String.format(row, methods[0]) + ", µs", 1, "µs"));
    return columns;
  }

  private static List<Column> programs() {
    return List.of(
        Column.ratio("first response", "call 1, ms", 1, "ms"),
        Column.ratio("its CPU", "call 1, ms CPU", 1, "ms"),
        Column.ratio("100 calls", "calls 1-100, ms", 1, "ms"),
        Column.ratio("1,000 calls", "calls 1-1000, ms", 1, "ms"),
        Column.ratio("peak memory", "peak memory, kB", 1e3, "MB"),
        new Column("class path", "class path, kB", 1e3, "MB", true),
        new Column("jars", "jars", 1, "", true));
  }

  /** A heading, the figures below it, and the unit of those that are no ratio. */
  private record Column(String heading, String row, double unit, String name, boolean absolute) {

    /** Of the floor's; that one is absolute. */
    static Column ratio(String heading, String row, double unit, String name) {
      return new Column(heading, row, unit, name, false);
    }
  }

  private Guide() {}

  /** Writes what the lines of {@link Figures} have; a table without figures stays as it is. */
  static void write(List<String> lines) throws IOException {
    Figures costs = Figures.read(COSTS, lines);
    String page = Files.readString(PAGE);
    for (Map.Entry<String, List<Column>> table : TABLES.entrySet()) {
      page = with(page, table.getKey(), table(costs, table.getValue()));
    }
    Figures throughput = Figures.read(THROUGHPUT, lines);
    if (!throughput.rows().isEmpty()) {
      page = with(page, "throughput", Throughput.ratios(throughput));
    }
    Figures listMicros = Figures.read(LIST_MICROS, lines);
    if (!listMicros.rows().isEmpty()) {
      page = with(page, "lists", ListSizes.table(Figures.read(LIST_BYTES, lines), listMicros));
    }
    Files.writeString(PAGE, page);
    Files.createDirectories(CHART.getParent());
    Files.writeString(CHART, Chart.of(costs));
  }

  private static String with(String page, String name, String table) {
    String start = "<!-- [" + name + "] -->\n";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("<!-- [/" + name + "] -->");
    if (from < start.length() || to < from) {
      throw new IllegalStateException("No place for the table of " + name + " in " + PAGE);
    }
    return page.substring(0, from) + "\n" + table + "\n" + page.substring(to);
  }

  private static String table(Figures figures, List<Column> columns) {
    StringBuilder table = new StringBuilder("| | ");
    table.append(columns.stream().map(Column::heading).collect(Collectors.joining(" | ")));
    table.append(" |\n|").append("---|".repeat(columns.size() + 1)).append('\n');
    for (Subject subject : Subject.ALL) {
      // A cold start has no style.
      if (columns.stream().allMatch(column -> figures.has(column.row, subject))) {
        String mark = subject == Subject.OURS ? "**" : "";
        table.append("| ").append(mark).append(subject.label).append(mark);
        for (Column column : columns) {
          table.append(" | ").append(mark).append(cell(figures, column, subject)).append(mark);
        }
        table.append(" |\n");
      }
    }
    return table.toString();
  }

  private static String cell(Figures figures, Column column, Subject subject) {
    if (subject != Subject.FLOOR && !column.absolute) {
      return Chart.times(figures.ratio(column.row, subject));
    }
    double median = figures.median(column.row, subject) / column.unit;
    int digits = column.unit == 1 ? 0 : median < 10 ? 2 : median < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + digits + "f %s", median, column.name).strip();
  }
}
