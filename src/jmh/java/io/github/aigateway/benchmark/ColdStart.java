package io.github.aigateway.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first thousand calls of a fresh JVM, and then a hundred lists. Prints the milliseconds and
 * the milliseconds of CPU from here to the end of the first, the tenth, the hundredth and the last
 * call, and the peak of the memory in kB.
 */
public final class ColdStart {

  private static final int LISTS = 100;

  private ColdStart() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    long startOfCpu = cpuNanos();
    StringBuilder printed = new StringBuilder();
    Peer peer = Peer.named(arguments[0], arguments[1]);
    for (int call = 1; call <= 1_000; call++) {
      peer.get();
      if (call == 1 || call == 10 || call == 100 || call == 1_000) {
        double millis = (System.nanoTime() - start) / 1e6;
        double cpu = (cpuNanos() - startOfCpu) / 1e6;
        printed.append(millis).append(' ').append(cpu).append(' ');
      }
    }
    for (int i = 0; i < LISTS; i++) {
      peer.list();
    }
    System.out.println(printed + peakMemory());
    // Dispatchers may keep a thread for a minute.
    System.exit(0);
  }

  /** The CPU time of this process until now. */
  static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** As Linux knows it. */
  private static String peakMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .findFirst()
        .orElse("0");
  }
}
