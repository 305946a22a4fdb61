package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code scripts/load} runs it with more calls. */
class LoadTest {

  private static final int CALLS = Integer.getInteger("load.calls", 4_000);
  private static final long SEED = Long.getLong("load.seed", 20_260_101L);

  /** As many as are checked, and forgotten, together. */
  private static final int BATCH = 2_000;

  private static final long MORE_BYTES = 8L << 20;

  @Test
  void everyCallEndsOnceAndNothingIsLostOrLeaked() throws Exception {
    LiveThreads threads = new LiveThreads();
    try (LoadRun run = new LoadRun(SEED);
        LeakCheck leaks = new LeakCheck(run.http(), run.port(), 4 * 128)) {
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
    threads.assertNoMore();
  }

  private static void batch(LoadRun run, int from, int calls) throws Exception {
    run.make(from, calls);
    assertEquals(List.of(), run.mistakes(from, calls));
    assertEquals(Map.of(), run.ledger.undocumented());
    run.forget();
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
                run.random.met(),
                run.outcomes(),
                moreBytes / 1024));
  }
}
