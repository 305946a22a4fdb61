package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever waits goes on once: after its time, or when the client is closed. */
class LifetimeTest {

  private final Lifetime lifetime = new Lifetime();
  private final List<String> done = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();

  private final Timing timing =
      new NoWaiting() {
        @Override
        public void later(Runnable task, Duration delay) {
          waiting.add(task);
        }

        @Override
        public void sleep(Duration delay, CountDownLatch until) {
          done.add(delay + " until " + until.getCount());
        }
      };

  @Test
  void itIsOpenUntilItIsClosed() {
    assertFalse(lifetime.isClosed());
    lifetime.requireOpen();
    lifetime.close();
    assertTrue(lifetime.isClosed());
    assertThrows(IllegalStateException.class, lifetime::requireOpen);
  }

  @Test
  void aTaskRunsOnceWhenItsTimeIsOver() {
    lifetime.later(() -> done.add("a"), Duration.ofSeconds(1), timing);
    assertEquals(List.of(), done);
    waiting.get(0).run();
    assertEquals(List.of("a"), done);
    waiting.get(0).run();
    lifetime.close();
    assertEquals(List.of("a"), done);
  }

  @Test
  void closingRunsWhatWaits() {
    lifetime.later(() -> done.add("a"), Duration.ofSeconds(1), timing);
    lifetime.close();
    assertEquals(List.of("a"), done);
    waiting.get(0).run();
    assertEquals(List.of("a"), done);
  }

  @Test
  void afterClosingNothingWaits() {
    lifetime.close();
    lifetime.later(() -> done.add("a"), Duration.ofSeconds(1), timing);
    assertEquals(List.of("a"), done);
  }

  @Test
  void aThreadSleepsUntilTheClientIsClosed() throws InterruptedException {
    lifetime.await(Duration.ofSeconds(1), timing);
    lifetime.close();
    lifetime.await(Duration.ofSeconds(2), timing);
    assertEquals(List.of("PT1S until 1", "PT2S until 0"), done);
  }

  @Test
  void theTimeOfTheJdkPasses() throws Exception {
    CompletableFuture<Void> later = new CompletableFuture<>();
    Timing.SYSTEM.later(() -> later.complete(null), Duration.ofNanos(1));
    later.get(5, TimeUnit.SECONDS);
    CompletableFuture<Void> woken = new CompletableFuture<>();
    Timing.SYSTEM.wake(() -> woken.complete(null), Duration.ofNanos(1)).get(5, TimeUnit.SECONDS);
    woken.get(5, TimeUnit.SECONDS);
    long start = Timing.SYSTEM.nanoTime();
    Timing.SYSTEM.sleep(Duration.ofMillis(1), new CountDownLatch(1));
    assertTrue(Timing.SYSTEM.nanoTime() - start >= 1_000_000);
    double chance = Timing.SYSTEM.random() + Timing.SYSTEM.random();
    assertTrue(chance > 0 && chance < 2);
    assertTrue(Timing.SYSTEM.now().getEpochSecond() > 1_700_000_000);
  }
}
