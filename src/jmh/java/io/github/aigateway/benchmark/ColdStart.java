package io.github.aigateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first call of a fresh JVM, and then a hundred lists. Prints the milliseconds from here to the
 * first response, and the peak of the memory in kB.
 */
public final class ColdStart {

  private static final int LISTS = 100;

  private ColdStart() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    Peer peer = Peer.named(arguments[0], arguments[1]);
    peer.get();
    double millis = (System.nanoTime() - start) / 1e6;
    for (int i = 0; i < LISTS; i++) {
      peer.list();
    }
    System.out.println(millis + " " + peakMemory());
    // Dispatchers may keep a thread for a minute.
    System.exit(0);
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
