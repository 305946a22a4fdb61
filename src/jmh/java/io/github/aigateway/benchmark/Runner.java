package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a JVM for each measurement, with the class path of its subject. */
final class Runner {

  /** The directory with all that was built. */
  final Path root;

  /** Whether everything runs only once, for a short time. */
  final boolean quick;

  Runner(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
  }

  /**
   * Measures methods of {@link PeerBenchmark} in a new JVM; JMH starts no other. All are warmed up
   * before any is measured: a JVM takes nine seconds to compile what a call needs.
   *
   * @param urls of the servers to call, one after the other
   * @param seconds of warming up, for each method, in iterations of one second. The end of the
   *     first makes the compiler start anew, so it should come early
   * @param millis of each of the five iterations that are measured
   */
  Results measure(
      Subject subject, String urls, int seconds, int millis, String methods, String... options)
      throws Exception {
    Path json = root.resolve("jmh.json");
    List<String> command = new ArrayList<>();
    command.add(PeerBenchmark.class.getName());
    command.add("PeerBenchmark." + methods + "$");
    command.addAll(List.of("-p", "peer=" + subject.type(), "-p", "url=" + urls));
    command.addAll(List.of("-f", "0", "-foe", "true"));
    command.addAll(List.of("-prof", "gc", "-prof", ClientCpuProfiler.class.getName()));
    command.addAll(List.of("-rf", "json", "-rff", json.toString(), "-wm", "BULK"));
    command.addAll(
        quick
            ? List.of("-wi", "1", "-w", "200ms", "-i", "1", "-r", "200ms")
            : List.of("-wi", "" + seconds, "-w", "1s", "-i", "5", "-r", millis + "ms"));
    command.addAll(Arrays.asList(options));
    finish(
        start(
            subject.classPath(root) + ":" + root.resolve("harness/lib/*"),
            command.toArray(String[]::new)));
    return new Results(Files.readString(json));
  }

  /** The API in a process of its own; see {@link ServerProcess}. */
  Server server(Payload payload, int gateways, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ServerProcess.class.getName());
    command.addAll(List.of(payload.name(), String.valueOf(gateways)));
    command.addAll(List.of(options));
    Process process = start(Subject.FLOOR.classPath(root), command.toArray(String[]::new));
    return new Server(process, process.inputReader().readLine());
  }

  /** A process that serves the API at this address until it is closed. */
  record Server(Process process, String url) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }

  /** Runs a main class, and returns what it printed last. */
  String run(Subject subject, String... command) throws Exception {
    return finish(start(subject.classPath(root), command));
  }

  private static Process start(String classPath, String... command) throws IOException {
    List<String> java =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp", classPath));
    java.addAll(Arrays.asList(command));
    return new ProcessBuilder(java).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String finish(Process process) throws Exception {
    String last = process.inputReader().lines().reduce("", (before, line) -> line);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A measurement failed: " + last);
    }
    return last;
  }

  static void progress(String step) {
    System.err.println(step);
  }
}
