package io.github.aigateway;

import io.github.aigateway.internal.time.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Time that passes when a test says so. A wait between two attempts is noted and over at once,
 * unless waits are held.
 */
class ManualTiming implements Timing {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Of the bounds of a random wait, this much is taken. */
  private static final double CHANCE = 0.5;

  /** Something to happen at a time. */
  private record Due(long time, Runnable task, CompletableFuture<Void> future) {}

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final List<String> waitingThreads = new CopyOnWriteArrayList<>();
  private final List<Due> coming = new CopyOnWriteArrayList<>();
  private volatile boolean holdsWaits;

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

  /** From now on, a wait between two attempts is over when the test lets its time pass. */
  void holdWaits() {
    holdsWaits = true;
  }

  /** Lets time pass; what is due happens on this thread. */
  void pass(Duration duration) {
    long now = nanos.addAndGet(duration.toNanos());
    run(due -> due.time <= now);
  }

  /** Wakes each client's clock now, and says whether one has alarms to wait for still. */
  boolean wakesForMore() {
    run(due -> true);
    return coming.stream().anyMatch(due -> !due.future.isCancelled());
  }

  private void run(Predicate<Due> which) {
    List<Due> chosen = coming.stream().filter(which).toList();
    coming.removeAll(chosen);
    chosen.stream().filter(due -> due.future.complete(null)).forEach(due -> due.task.run());
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
  public void sleep(Duration delay, CountDownLatch until) throws InterruptedException {
    waitingThreads.add(Thread.currentThread().getName());
    Future<?> slept = holdsWaits ? wake(() -> {}, delay) : over(delay);
    waits.add(delay);
    while (!slept.isDone() && !until.await(1, TimeUnit.MILLISECONDS)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public Future<?> later(Runnable task, Duration delay) {
    if (!holdsWaits) {
      waits.add(delay);
      return over(delay).thenRunAsync(task);
    }
    Future<?> later = wake(task, delay);
    waits.add(delay);
    return later;
  }

  private CompletableFuture<Void> over(Duration delay) {
    nanos.addAndGet(delay.toNanos());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Future<?> wake(Runnable clock, Duration delay) {
    Due due = new Due(nanos.get() + delay.toNanos(), clock, new CompletableFuture<>());
    coming.add(due);
    return due.future;
  }
}
