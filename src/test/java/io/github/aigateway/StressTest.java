package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.testing.FakeAiGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code scripts/load} runs it with more calls. */
class StressTest {

  private static final int CALLS = Integer.getInteger("stress.calls", 4_000);
  private static final long SEED = Long.getLong("load.seed", 20_260_202L);

  /** As many as share a server and its clients. */
  private static final int BATCH = 2_000;

  private static final int CLOSED_CLIENTS = 200;
  private static final int CALLERS = 4;

  @Test
  void whoeverEndsItACallEndsOnceAndNothingIsLeftBehind() throws Exception {
    Map<String, Long> outcomes = new TreeMap<>();
    long start = System.nanoTime();
    for (int from = 0; from < CALLS; from += BATCH) {
      batch(SEED + from, Math.min(BATCH, CALLS - from), outcomes);
    }
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(
        target.resolve("stress.txt"),
        "ended from outside: %d calls in %.1f s, seed %d%noutcomes       %s%n"
            .formatted(CALLS, (System.nanoTime() - start) / 1e9, SEED, outcomes));
  }

  private static void batch(long seed, int calls, Map<String, Long> outcomes) throws Exception {
    LiveThreads threads = new LiveThreads();
    try (StressRun run = new StressRun(seed);
        LeakCheck leaks = new LeakCheck(run.http(), run.port(), 4 * 128)) {
      run.make(0, calls);
      assertEquals(List.of(), run.closeClients());
      System.gc(); // OkHttp notices a leak when its call has been collected
      leaks.assertNothingLeft();
      threads.assertNoMoreConnections();
      assertEquals(Map.of(), run.ledger.undocumented());
      // Now that no request is on its way any more.
      assertEquals(List.of(), run.mistakes(0, calls));
      run.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    }
    threads.assertNoMore();
  }

  @Test
  void closingAClientAmidItsCallsLeavesNoConnectionBehind() throws Exception {
    LiveThreads threads = new LiveThreads();
    Random random = new Random(SEED);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (FakeAiGateway fake = FakeAiGateway.builder().maxRequests(0).start()) {
      for (int i = 0; i < CLOSED_CLIENTS; i++) {
        AiGatewayClient client =
            AiGatewayClient.builder()
                .apiToken(fake.apiToken())
                .accountId(fake.accountId())
                .baseUrl(fake.baseUrl())
                .build();
        client.gateways().list();
        List<Future<?>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
          calls.add(callers.submit(() -> listUntilClosed(client.gateways())));
        }
        long closing = System.nanoTime() + random.nextInt(1_000_000);
        while (System.nanoTime() < closing) {
          Thread.onSpinWait();
        }
        client.close();
        for (Future<?> call : calls) {
          call.get(10, TimeUnit.SECONDS);
        }
      }
      threads.assertNoMoreConnections();
    } finally {
      callers.shutdown();
    }
  }

  private static void listUntilClosed(Gateways gateways) {
    while (true) {
      try {
        gateways.list();
      } catch (IllegalStateException | TransportException closed) {
        return;
      }
    }
  }
}
