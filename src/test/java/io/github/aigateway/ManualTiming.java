package io.github.aigateway;

import io.github.aigateway.internal.time.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Time that passes only while somebody waits, and notes the waits. */
final class ManualTiming implements Timing {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Of the bounds of a random wait, this much is taken. */
  static final double CHANCE = 0.5;

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final List<String> waitingThreads = new CopyOnWriteArrayList<>();

  private final AtomicReference<@Nullable Runnable> alarm = new AtomicReference<>();

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant now() {
    return NOW.plusNanos(nanos.get());
  }

  @Override
  public double random() {
    return CHANCE;
  }

  /** The waits so far, in their order. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }

  void clearWaits() {
    waits.clear();
  }

  /** The names of the threads that slept. */
  List<String> waitingThreads() {
    return List.copyOf(waitingThreads);
  }

  @Override
  public void sleep(Duration delay, CountDownLatch until) {
    waitingThreads.add(Thread.currentThread().getName());
    note(delay);
  }

  private void note(Duration delay) {
    waits.add(delay);
    nanos.addAndGet(delay.toNanos());
  }

  @Override
  public Future<?> later(Runnable task, Duration delay) {
    note(delay);
    return CompletableFuture.runAsync(task);
  }

  /** Time does not come to an alarm by itself. */
  @Override
  public Future<?> wake(Runnable clock, Duration delay) {
    alarm.set(clock);
    return new CompletableFuture<Void>();
  }

  /** Wakes the client's clock now, and says whether it has alarms to wait for still. */
  boolean wakesForMore() {
    Runnable clock = alarm.getAndSet(null);
    if (clock != null) {
      clock.run();
    }
    return alarm.get() != null;
  }
}
