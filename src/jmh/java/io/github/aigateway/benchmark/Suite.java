package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures every subject in turn, and the round again for each pass, so that what else the machine
 * does hits all alike. Leaves a table and a chart in the folder that is its first argument.
 */
public final class Suite {

  private static final List<String> CHARTED =
      List.of("GET, B/op", "GET, CPU", "LIST, B/op", "LIST, CPU", "PUT, B/op", "cold start, ms");

  private static final int ALL = 100_000;

  private final Path root;
  private final boolean quick;
  private final Figures figures = new Figures();
  private final StringBuilder report = new StringBuilder();

  private Suite(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
  }

  public static void main(String[] arguments) throws Exception {
    boolean quick = arguments.length > 1 && arguments[1].equals("--quick");
    Suite suite = new Suite(Path.of(arguments[0]), quick);
    suite.run();
    System.out.println(suite.report);
  }

  private void run() throws Exception {
    Throughput throughput = new Throughput(this);
    ListSizes sizes = new ListSizes(this);
    int passes = quick ? 1 : 5;
    for (int pass = 1; pass <= passes; pass++) {
      for (Subject subject : Subject.values()) {
        progress("pass " + pass + " of " + passes + ", " + subject.label);
        Results results = measure(subject, 3, 200, "(get|list|put)");
        for (String operation : List.of("GET", "LIST", "PUT")) {
          String method = operation.toLowerCase(Locale.ROOT);
          figures.add(operation + ", B/op", subject, results.bytes(method));
          figures.add(operation + ", CPU", subject, results.cpu(method));
          figures.add(operation + ", µs", subject, results.mean(method));
          figures.add(operation + ", best µs", subject, results.best(method));
        }
      }
    }
    for (Subject subject : Subject.values()) {
      try (Stream<Path> jars = Files.list(root.resolve(subject.folder).resolve("lib"))) {
        List<Path> all = jars.toList();
        figures.add("jars", subject, all.size());
        figures.add("class path, kB", subject, all.stream().mapToLong(Suite::size).sum() / 1e3);
      }
    }
    coldStarts(quick ? 1 : 10);
    save(figures.table());
    for (int pass = 1; pass <= (quick ? 1 : 2); pass++) {
      progress("throughput, pass " + pass);
      throughput.pass();
    }
    save(throughput.table());
    for (int pass = 1; pass <= (quick ? 1 : 3); pass++) {
      progress("sizes of lists, pass " + pass);
      sizes.pass();
    }
    save(sizes.table());
    progress("a list of " + ALL + " in 32 MB");
    save("listAll() with -Xmx32m: " + listAll() + " gateways.\n");
  }

  /** What was measured stays if what follows is stopped. */
  private void save(String table) throws IOException {
    report.append(table).append('\n');
    Files.writeString(root.resolve("table.md"), report);
    Files.writeString(root.resolve("chart.svg"), Chart.of(figures, CHARTED));
  }

  /**
   * Methods of {@link PeerBenchmark} in a JVM of their own, which is why JMH starts no other. All
   * are warmed up before any is measured: a JVM takes ten seconds to compile what a call needs.
   *
   * @param seconds of warming up, for each method
   * @param millis of each of the five iterations that are measured
   */
  Results measure(Subject subject, int seconds, int millis, String methods, String... options)
      throws Exception {
    Path json = root.resolve("jmh.json");
    List<String> command = new ArrayList<>();
    command.add(PeerBenchmark.class.getName());
    command.add("PeerBenchmark." + methods + "$");
    command.addAll(List.of("-p", "peer=" + subject.type(), "-f", "0", "-foe", "true"));
    command.addAll(List.of("-prof", "gc", "-prof", ClientCpuProfiler.class.getName()));
    command.addAll(List.of("-rf", "json", "-rff", json.toString(), "-wm", "BULK", "-wi", "1"));
    command.addAll(
        quick
            ? List.of("-w", "200ms", "-i", "1", "-r", "200ms")
            : List.of("-w", seconds + "s", "-i", "5", "-r", millis + "ms"));
    command.addAll(Arrays.asList(options));
    finish(
        start(
            subject.classPath(root) + ":" + root.resolve("harness/lib/*"),
            command.toArray(String[]::new)));
    return new Results(Files.readString(json));
  }

  private void coldStarts(int rounds) throws Exception {
    // That a call returns a Result or a future says nothing of how the JVM starts.
    Set<Subject> subjects =
        EnumSet.complementOf(EnumSet.of(Subject.OURS_RESULT, Subject.OURS_FUTURE));
    Process server = server(100);
    try (var out = server.inputReader()) {
      String url = out.readLine();
      for (int round = 1; round <= rounds; round++) {
        progress("cold start " + round + " of " + rounds);
        for (Subject subject : subjects) {
          String[] printed =
              finish(start(subject.classPath(root), ColdStart.class.getName(), subject.type(), url))
                  .split(" ");
          figures.add("cold start, ms", subject, Double.parseDouble(printed[0]));
          figures.add("peak memory, kB", subject, Double.parseDouble(printed[1]));
        }
      }
    } finally {
      server.destroy();
    }
  }

  private String listAll() throws Exception {
    Process server = server(ALL);
    try (var out = server.inputReader()) {
      String main = Suite.class.getPackageName() + ".ours.ListAll";
      return finish(start(Subject.OURS.classPath(root), "-Xmx32m", main, out.readLine()));
    } finally {
      server.destroy();
    }
  }

  private Process server(int gateways) throws IOException {
    return start(
        Subject.FLOOR.classPath(root), ServerProcess.class.getName(), String.valueOf(gateways));
  }

  private static Process start(String classPath, String... command) throws IOException {
    List<String> java =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp", classPath));
    java.addAll(Arrays.asList(command));
    return new ProcessBuilder(java).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What the process printed last. */
  private static String finish(Process process) throws Exception {
    String last = process.inputReader().lines().reduce("", (before, line) -> line);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A measurement failed: " + last);
    }
    return last;
  }

  private static long size(Path jar) {
    return jar.toFile().length();
  }

  private static void progress(String step) {
    System.err.println(step);
  }
}
