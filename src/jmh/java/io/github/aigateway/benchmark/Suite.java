package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures every peer in turn, and the round again for each pass, so that what else the machine
 * does hits all alike. Prints a table of medians as ratios to the floor, with the least and the
 * largest.
 */
public final class Suite {

  private static final Map<String, String> PEERS = new LinkedHashMap<>();

  static {
    PEERS.put("floor", "floor.Floor");
    PEERS.put("by-hand", "byhand.ByHand");
    PEERS.put("retrofit", "retrofit.WithRetrofit");
    PEERS.put("stock-retrofit2", "stockretrofit.StockRetrofit");
    PEERS.put("jackson", "jackson.JdkAndJackson");
    PEERS.put("ours", "ours.Ours");
  }

  private final Path root;
  private final boolean quick;
  private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  private Suite(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
  }

  public static void main(String[] arguments) throws Exception {
    boolean quick = arguments.length > 1 && arguments[1].equals("--quick");
    Suite suite = new Suite(Path.of(arguments[0]), quick);
    suite.run();
    String table = suite.table();
    Files.writeString(suite.root.resolve("table.md"), table);
    System.out.println(table);
  }

  private void run() throws Exception {
    int passes = quick ? 1 : 5;
    for (int pass = 1; pass <= passes; pass++) {
      for (String operation : List.of("get", "list", "put")) {
        for (String peer : PEERS.keySet()) {
          progress("pass " + pass + " of " + passes + ": " + operation + ", " + peer);
          measure(peer, operation);
        }
      }
    }
    int rounds = quick ? 1 : 10;
    Process server = start(classPath("floor"), ServerProcess.class.getName(), "100");
    try (var out = server.inputReader()) {
      String url = out.readLine();
      for (int round = 1; round <= rounds; round++) {
        for (String peer : PEERS.keySet()) {
          progress("cold start " + round + " of " + rounds + ": " + peer);
          coldStart(peer, url);
        }
      }
    } finally {
      server.destroy();
    }
    for (String peer : PEERS.keySet()) {
      for (Path jar : jars(peer)) {
        Map<String, List<Double>> row =
            figures.computeIfAbsent("class path", key -> new LinkedHashMap<>());
        row.computeIfAbsent(peer, key -> new ArrayList<>()).add((double) Files.size(jar));
      }
    }
  }

  private void measure(String peer, String operation) throws Exception {
    Path csv = root.resolve("jmh.csv");
    List<String> command =
        new ArrayList<>(
            List.of(
                "org.openjdk.jmh.Main",
                "PeerBenchmark." + operation + "$",
                "-p",
                "peer=" + type(peer),
                "-f",
                "1",
                "-prof",
                "gc",
                "-prof",
                ClientCpuProfiler.class.getName(),
                "-foe",
                "true",
                "-rf",
                "csv",
                "-rff",
                csv.toString()));
    command.addAll(
        quick
            ? List.of("-wi", "1", "-w", "200ms", "-i", "1", "-r", "200ms")
            : List.of("-wi", "4", "-w", "500ms", "-i", "5", "-r", "300ms"));
    finish(start(classPath(peer) + ":" + harness("lib/*"), command.toArray(String[]::new)));
    for (String line : Files.readAllLines(csv)) {
      String[] cells = line.replace("\"", "").split(",");
      if (cells[0].endsWith("." + operation)) {
        add(operation + ", time", peer, cells[4]);
      } else if (cells[0].endsWith(":cpu")) {
        add(operation + ", CPU", peer, cells[4]);
      } else if (cells[0].endsWith("alloc.rate.norm")) {
        add(operation + ", B/op", peer, cells[4]);
      }
    }
  }

  private void coldStart(String peer, String url) throws Exception {
    String[] printed =
        finish(start(classPath(peer), ColdStart.class.getName(), type(peer), url)).split(" ");
    add("cold start", peer, printed[0]);
    add("peak memory", peer, printed[1]);
  }

  private void add(String figure, String peer, String value) {
    figures
        .computeIfAbsent(figure, key -> new LinkedHashMap<>())
        .computeIfAbsent(peer, key -> new ArrayList<>())
        .add(Double.valueOf(value));
  }

  private static String type(String peer) {
    return Suite.class.getPackageName() + "." + PEERS.get(peer);
  }

  private String harness(String path) {
    return root.resolve("harness").resolve(path).toString();
  }

  private String classPath(String peer) {
    Path home = root.resolve(peer);
    return harness("classes") + ":" + home.resolve("classes") + ":" + home.resolve("lib/*");
  }

  private List<Path> jars(String peer) throws IOException {
    try (Stream<Path> jars = Files.list(root.resolve(peer).resolve("lib"))) {
      return jars.toList();
    }
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

  private static void progress(String step) {
    System.err.println(step);
  }

  private String table() {
    StringBuilder table = new StringBuilder("| | " + String.join(" | ", PEERS.keySet()) + " |\n");
    table.append("|---".repeat(PEERS.size() + 1)).append("|\n");
    figures.forEach(
        (figure, values) -> {
          table.append("| ").append(figure).append(" |");
          double floor = median(values.get("floor"));
          for (String peer : PEERS.keySet()) {
            table.append(' ').append(cell(figure, values.get(peer), floor)).append(" |");
          }
          table.append('\n');
        });
    return table.toString();
  }

  private static String cell(String figure, List<Double> values, double floor) {
    if (figure.equals("class path")) {
      double bytes = values.stream().mapToDouble(Double::doubleValue).sum();
      return String.format("%.2f MB, %d jars", bytes / 1e6, values.size());
    }
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double median = median(values);
    return String.format(
        "%.0f (%.2f ×, %.2f–%.2f)", median, median / floor, least / floor, largest / floor);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
