package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code scripts/load} runs it with more calls. */
class LoadTest {

  private static final int CALLS = Integer.getInteger("load.calls", 4_000);
  private static final long SEED = Long.getLong("load.seed", 20_260_101L);

  /** As many as are checked, and forgotten, together. */
  private static final int BATCH = 2_000;

  private static final long MORE_BYTES = 8L << 20;

  /**
   * Threads of the server, and those that the JVM and OkHttp keep for all of a process, however
   * many clients it has; while one of OkHttp's works for a pool of connections, it bears that name.
   */
  private static final Pattern OTHERS =
      Pattern.compile(
          "MockWebServer.*|ForkJoinPool.*|CompletableFutureDelayScheduler"
              + "|OkHttp (TaskRunner|ConnectionPool.*)|Okio.*");

  @Test
  void everyCallEndsOnceAndNothingIsLostOrLeaked() throws Exception {
    List<String> threads = threads();
    try (LoadRun run = new LoadRun(SEED);
        LeakCheck leaks = new LeakCheck(run.http(), 4 * 128)) {
      batch(run, 0, BATCH);
      long bytes = bytesInUse();
      long start = System.nanoTime();
      for (int from = BATCH; from < BATCH + CALLS; from += BATCH) {
        batch(run, from, Math.min(BATCH, BATCH + CALLS - from));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      leaks.assertNothingLeft();
      long moreBytes = bytesInUse() - bytes;
      report(run, seconds, moreBytes);
      assertTrue(moreBytes < MORE_BYTES, () -> "bytes more than before: " + moreBytes);
    }
    LeakCheck.comes(() -> moreThan(threads).isEmpty());
    assertEquals(List.of(), moreThan(threads), "threads that were not there before");
  }

  private static void batch(LoadRun run, int from, int calls) throws Exception {
    run.make(from, calls);
    assertEquals(List.of(), run.mistakes(from, calls));
    Map<String, Long> outcomes = run.outcomes();
    outcomes.keySet().removeIf(outcome -> !outcome.startsWith(LoadLedger.UNDOCUMENTED));
    assertEquals(Map.of(), outcomes);
    run.forget();
  }

  /** The threads beyond these, of which some may have ended meanwhile. */
  private static List<String> moreThan(List<String> before) {
    List<String> more = new ArrayList<>(threads());
    before.forEach(more::remove);
    return more;
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !OTHERS.matcher(name).matches())
        .toList();
  }

  private static long bytesInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void report(LoadRun run, double seconds, long moreBytes) throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(
        target.resolve("load.txt"),
        """
        calls          %d, after %d to warm up
        seed           %d
        time           %.1f s, %.0f calls a second
        faults met     %d
        outcomes       %s
        memory         %+d KiB
        """
            .formatted(
                CALLS,
                BATCH,
                SEED,
                seconds,
                CALLS / seconds,
                run.faultsMet(),
                run.outcomes(),
                moreBytes / 1024));
  }
}
