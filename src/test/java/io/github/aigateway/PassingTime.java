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

/** Time that passes when a test says so; who waits between two tries waits until then. */
final class PassingTime implements Timing {

  /** Something to happen at a time. */
  private record Waiting(long until, Runnable task, CompletableFuture<Void> future) {}

  private final AtomicLong nanos = new AtomicLong();
  private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
  private Sleep sleep = until -> {};

  /** What happens while a thread sleeps. */
  interface Sleep {
    void until(CountDownLatch closed) throws InterruptedException;
  }

  void whileAThreadSleeps(Sleep event) {
    sleep = event;
  }

  /** Lets time pass, and what is due happen on this thread. */
  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
    List<Waiting> due = waiting.stream().filter(next -> next.until <= nanos.get()).toList();
    waiting.removeAll(due);
    due.stream().filter(next -> !next.future.isCancelled()).forEach(next -> next.task.run());
  }

  /** How many wait, of those who were not called off. */
  long waitingCount() {
    return waiting.stream().filter(next -> !next.future.isCancelled()).count();
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant now() {
    return ManualTiming.NOW;
  }

  @Override
  public double random() {
    return 1;
  }

  @Override
  public void sleep(Duration delay, CountDownLatch until) throws InterruptedException {
    sleep.until(until);
  }

  @Override
  public Future<?> later(Runnable task, Duration delay) {
    return wake(task, delay);
  }

  @Override
  public Future<?> wake(Runnable clock, Duration delay) {
    Waiting next = new Waiting(nanos.get() + delay.toNanos(), clock, new CompletableFuture<>());
    waiting.add(next);
    return next.future;
  }
}
