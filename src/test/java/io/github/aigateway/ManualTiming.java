package io.github.aigateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while somebody waits, and notes the waits. */
final class ManualTiming {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** Of the bounds of a random wait, this much is taken. */
  static final double CHANCE = 0.5;

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final List<String> waitingThreads = new CopyOnWriteArrayList<>();

  private final List<Future<?>> alarms = new CopyOnWriteArrayList<>();

  Timing timing() {
    return new Timing(
        nanos::get,
        () -> NOW.plusNanos(nanos.get()),
        this::sleep,
        this::later,
        this::alarm,
        () -> CHANCE);
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

  private void sleep(Duration delay, CountDownLatch until) {
    waitingThreads.add(Thread.currentThread().getName());
    note(delay);
  }

  private void note(Duration delay) {
    waits.add(delay);
    nanos.addAndGet(delay.toNanos());
  }

  private Future<?> later(Runnable task, Duration delay) {
    note(delay);
    return CompletableFuture.runAsync(task);
  }

  /** An alarm, which never rings; a test may look whether it is still set. */
  private Future<?> alarm(Runnable task, Duration delay) {
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    alarms.add(alarm);
    return alarm;
  }

  /** The alarms that were set so far. */
  List<Future<?>> alarms() {
    return List.copyOf(alarms);
  }
}
