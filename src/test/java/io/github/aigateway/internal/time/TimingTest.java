package io.github.aigateway.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the machine has for a client: time, chance and threads. */
class TimingTest {

  @Test
  void theTimeOfTheMachinePasses() throws Exception {
    CompletableFuture<Void> later = new CompletableFuture<>();
    Timing.SYSTEM.later(() -> later.complete(null), Duration.ofNanos(1)).get(5, TimeUnit.SECONDS);
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

  @Test
  void aThreadOfTheLibraryKeepsNoJvmAlive() throws Exception {
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    Threads.run(() -> daemon.complete(Thread.currentThread().isDaemon()));
    assertTrue(daemon.get(5, TimeUnit.SECONDS));
    Timing.SYSTEM.wake(() -> daemon.complete(false), Duration.ZERO).get(5, TimeUnit.SECONDS);
    CompletableFuture<Boolean> clock = new CompletableFuture<>();
    Timing.SYSTEM.wake(() -> clock.complete(Thread.currentThread().isDaemon()), Duration.ZERO);
    assertTrue(clock.get(5, TimeUnit.SECONDS));
    assertFalse(Threads.executor().isShutdown());
    Thread named = Threads.daemon(() -> {}, "name");
    assertTrue(named.isDaemon());
    assertEquals("name", named.getName());
  }
}
