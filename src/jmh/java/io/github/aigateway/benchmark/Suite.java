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
 * does hits all alike. Leaves a table and a chart in the folder that is its first argument.
 */
public final class Suite {

  private static final List<String> CHARTED =
      List.of(
          "GET, B/op",
          "GET, CPU",
          "LIST, B/op",
          "LIST, CPU",
          "LIST full, B/op",
          "LIST full, CPU",
          "PUT, B/op",
          "cold start, ms");

  private static final int ALL = 100_000;

  private final Runner runner;
  private final Figures figures = new Figures();
  private final StringBuilder report = new StringBuilder();

  private Suite(Runner runner) {
    this.runner = runner;
  }

  /**
   * Arguments: the folder, {@code --quick} or nothing, and {@code --compare} if this library is to
   * be compared with another build of itself, and with nothing else.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    Runner runner = new Runner(Path.of(arguments[0]), options.contains("--quick"));
    if (options.contains("--compare")) {
      System.out.println(new Comparison(runner).run());
      return;
    }
    Suite suite = new Suite(runner);
    suite.run();
    System.out.println(suite.report);
  }

  private void run() throws Exception {
    Throughput throughput = new Throughput(runner);
    ListSizes sizes = new ListSizes(runner);
    int passes = runner.quick ? 1 : 5;
    for (int pass = 1; pass <= passes; pass++) {
      for (Payload payload : Payload.values()) {
        for (Subject subject : payload == Payload.PLAIN ? Subject.PEERS : Subject.FULL) {
          Runner.progress("pass " + pass + " of " + passes + ", " + payload + ", " + subject.label);
          calls(payload, subject);
        }
      }
    }
    for (Subject subject : Subject.PEERS) {
      try (Stream<Path> jars = Files.list(runner.root.resolve(subject.folder).resolve("lib"))) {
        List<Path> all = jars.toList();
        figures.add("jars", subject, all.size());
        figures.add("class path, kB", subject, all.stream().mapToLong(Suite::size).sum() / 1e3);
      }
    }
    coldStarts(runner.quick ? 1 : 10);
    save(figures.table());
    for (int pass = 1; pass <= (runner.quick ? 1 : 2); pass++) {
      Runner.progress("throughput, pass " + pass);
      throughput.pass();
    }
    save(throughput.table());
    for (int pass = 1; pass <= (runner.quick ? 1 : 3); pass++) {
      Runner.progress("sizes of lists, pass " + pass);
      sizes.pass();
    }
    save(sizes.table());
    Runner.progress("a list of " + ALL + " in 32 MB");
    save("listAll() with -Xmx32m: " + listAll() + " gateways.\n");
  }

  private void calls(Payload payload, Subject subject) throws Exception {
    Results results = runner.measure(subject, 3, 200, "(get|list|put)", "-p", "payload=" + payload);
    for (String method : List.of("get", "list", "put")) {
      String row = payload.row(method);
      figures.add(row + ", B/op", subject, results.bytes(method));
      figures.add(row + ", CPU", subject, results.cpu(method));
      figures.add(row + ", µs", subject, results.mean(method));
      figures.add(row + ", best µs", subject, results.best(method));
    }
  }

  /** What was measured stays if what follows is stopped. */
  private void save(String table) throws IOException {
    report.append(table).append('\n');
    Files.writeString(runner.root.resolve("table.md"), report);
    Files.writeString(runner.root.resolve("chart.svg"), Chart.of(figures, CHARTED));
  }

  private void coldStarts(int rounds) throws Exception {
    // That a call returns a Result or a future says nothing of how the JVM starts.
    Set<Subject> subjects = EnumSet.copyOf(Subject.PEERS);
    subjects.removeAll(Set.of(Subject.OURS_RESULT, Subject.OURS_FUTURE));
    Process server = runner.server(100);
    try (var out = server.inputReader()) {
      String url = out.readLine();
      for (int round = 1; round <= rounds; round++) {
        Runner.progress("cold start " + round + " of " + rounds);
        for (Subject subject : subjects) {
          String[] printed =
              runner.run(subject, ColdStart.class.getName(), subject.type(), url).split(" ");
          figures.add("cold start, ms", subject, Double.parseDouble(printed[0]));
          figures.add("peak memory, kB", subject, Double.parseDouble(printed[1]));
        }
      }
    } finally {
      server.destroy();
    }
  }

  private String listAll() throws Exception {
    Process server = runner.server(ALL);
    try (var out = server.inputReader()) {
      String main = Suite.class.getPackageName() + ".ours.ListAll";
      return runner.run(Subject.OURS, "-Xmx32m", main, out.readLine());
    } finally {
      server.destroy();
    }
  }

  private static long size(Path jar) {
    return jar.toFile().length();
  }
}
