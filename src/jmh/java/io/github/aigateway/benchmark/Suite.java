package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures every subject in turn, and the round again for each pass, so that what else the machine
 * does hits all alike. Leaves tables, a chart and all figures in the folder that is its first
 * argument.
 */
public final class Suite {

  private static final String FIGURES = "figures.tsv";
  private static final int ALL = 100_000;

  private final Runner runner;
  private final Figures figures = new Figures();
  private final Figures throughputs = new Figures();
  private final Figures listBytes = new Figures();
  private final Figures listMicros = new Figures();
  private final StringBuilder report = new StringBuilder();

  private Suite(Runner runner) {
    this.runner = runner;
  }

  /**
   * Arguments: the folder, {@code --quick} or nothing, and {@code --compare} if this library is to
   * be compared with another build of itself, and with nothing else. With {@code --docs} nothing is
   * measured: the guide gets the figures of the last run.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    Runner runner = new Runner(Path.of(arguments[0]), options.contains("--quick"));
    if (options.contains("--docs")) {
      Guide.write(Files.readAllLines(runner.root.resolve(FIGURES)));
      return;
    }
    if (options.contains("--compare")) {
      System.out.println(new Comparison(runner).run());
      return;
    }
    Suite suite = new Suite(runner);
    suite.run();
    System.out.println(suite.report);
  }

  private void run() throws Exception {
    try (Runner.Server server = runner.server(Payload.FULL, 100)) {
      for (int pass = 1; pass <= (runner.quick ? 1 : 5); pass++) {
        Runner.progress("pass " + pass + ", after four seconds");
        early(server);
      }
      for (int pass = 1; pass <= (runner.quick ? 1 : 3); pass++) {
        Runner.progress("pass " + pass + ", every field");
        steady(server, Payload.FULL, Subject.READ_FULL);
      }
    }
    try (Runner.Server server = runner.server(Payload.PLAIN, 100)) {
      for (int pass = 1; pass <= (runner.quick ? 1 : 2); pass++) {
        Runner.progress("pass " + pass + ", some fields");
        steady(server, Payload.PLAIN, Subject.ALL);
      }
    }
    for (Subject subject : Subject.ALL) {
      try (Stream<Path> jars = Files.list(runner.root.resolve(subject.folder).resolve("lib"))) {
        List<Path> all = jars.toList();
        figures.add("jars", subject, all.size());
        figures.add("class path, kB", subject, all.stream().mapToLong(Suite::size).sum() / 1e3);
      }
    }
    coldStarts(runner.quick ? 1 : 10);
    save(figures.table());
    Throughput throughput = new Throughput(runner, throughputs);
    for (int pass = 1; pass <= (runner.quick ? 1 : 2); pass++) {
      Runner.progress("throughput, pass " + pass);
      throughput.pass();
    }
    save(throughput.table());
    ListSizes sizes = new ListSizes(runner, listBytes, listMicros);
    for (int pass = 1; pass <= (runner.quick ? 1 : 2); pass++) {
      Runner.progress("sizes of lists, pass " + pass);
      sizes.pass();
    }
    save(ListSizes.table(listBytes, listMicros));
    Runner.progress("a list of " + ALL + " in 32 MB");
    save("listAll() with -Xmx32m: " + listAll() + " gateways.\n");
  }

  /** After nine seconds of warming up. */
  private void steady(Runner.Server server, Payload payload, Set<Subject> subjects)
      throws Exception {
    for (Subject subject : subjects) {
      Results results = runner.measure(subject, server.url(), 3, 200, "(get|list|put)");
      for (String method : List.of("get", "list", "put")) {
        add(payload.row(method), subject, results, method);
      }
      if (payload == Payload.FULL && Subject.ON_OKHTTP.contains(subject)) {
        results = runner.measure(subject, server.url(), 9, 200, "future");
        add(payload.row("future"), subject, results, "future");
      }
    }
  }

  /** After four seconds. */
  private void early(Runner.Server server) throws Exception {
    for (Subject subject : Subject.BY_HAND_AND_OURS) {
      for (String method : List.of("get", "list")) {
        Results results = runner.measure(subject, server.url(), 4, 1_000, method);
        add("early " + Payload.FULL.row(method), subject, results, method);
      }
    }
  }

  private void add(String row, Subject subject, Results results, String method) {
    figures.add(row + ", B/op", subject, results.bytes(method));
    figures.add(row + ", CPU", subject, results.cpu(method));
    figures.add(row + ", µs", subject, results.median(method));
    figures.add(row + ", best µs", subject, results.best(method));
  }

  /** What was measured stays if what follows is stopped. */
  private void save(String table) throws IOException {
    report.append(table).append('\n');
    Files.writeString(runner.root.resolve("table.md"), report);
    Files.writeString(runner.root.resolve("chart.svg"), Chart.of(figures));
    // Nobody shall read the figures of a quick run in the guide.
    if (!runner.quick) {
      Files.writeString(
          runner.root.resolve(FIGURES),
          figures.lines(Guide.COSTS)
              + throughputs.lines(Guide.THROUGHPUT)
              + listBytes.lines(Guide.LIST_BYTES)
              + listMicros.lines(Guide.LIST_MICROS));
    }
  }

  private void coldStarts(int rounds) throws Exception {
    // That a call returns a Result or a future says nothing of how the JVM starts.
    Set<Subject> subjects = EnumSet.copyOf(Subject.READ_FULL);
    subjects.removeAll(Set.of(Subject.OURS_RESULT, Subject.OURS_FUTURE));
    try (Runner.Server server = runner.server(Payload.FULL, 100)) {
      for (int round = 1; round <= rounds; round++) {
        Runner.progress("cold start " + round + " of " + rounds);
        for (Subject subject : subjects) {
          String[] printed =
              runner
                  .run(subject, ColdStart.class.getName(), subject.type(), server.url())
                  .split(" ");
          int at = 0;
          for (String call : List.of("call 1", "calls 1-10", "calls 1-100", "calls 1-1000")) {
            figures.add(call + ", ms", subject, Double.parseDouble(printed[at++]));
            figures.add(call + ", ms CPU", subject, Double.parseDouble(printed[at++]));
          }
          figures.add("peak memory, kB", subject, Double.parseDouble(printed[at]));
        }
      }
    }
  }

  private String listAll() throws Exception {
    try (Runner.Server server = runner.server(Payload.PLAIN, ALL, "pages")) {
      String main = Suite.class.getPackageName() + ".ours.ListAll";
      return runner.run(Subject.OURS, "-Xmx32m", main, server.url());
    }
  }

  private static long size(Path jar) {
    return jar.toFile().length();
  }
}
