package io.github.aigateway.internal.http;

import io.github.aigateway.internal.time.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** Time that a test sets: it wakes the clock only if that is due, and notes the waits. */
public final class HandTime implements Timing {

  private long nanos;
  private long wakeAt = Long.MAX_VALUE;
  private Runnable wakeUp = () -> {};
  private final List<Duration> waits = new ArrayList<>();
  private Runnable next = () -> {};
  private Future<?> wait = new CompletableFuture<Void>();
  private Sleep sleep = () -> {};

  /** What happens while a thread sleeps. */
  public interface Sleep {
    /** Happens in place of the sleep. */
    void pass() throws InterruptedException;
  }

  /** Says what happens while a thread sleeps. */
  public void whileAThreadSleeps(Sleep event) {
    sleep = event;
  }

  /** The waits between attempts so far. */
  public List<Duration> waits() {
    return waits;
  }

  /** Ends the last wait of a future, as the machine does when it is over. */
  public void endWait() {
    next.run();
  }

  /** The last wait of a future. */
  public Future<?> lastWait() {
    return wait;
  }

  /** Lets time pass until then. */
  public void passTo(long time) {
    nanos = time;
    if (wakeAt <= time) {
      Runnable due = wakeUp;
      wakeUp = () -> {};
      wakeAt = Long.MAX_VALUE;
      due.run();
    }
  }

  /** Whether the clock is to be woken still. */
  boolean isToWake() {
    return wakeAt < Long.MAX_VALUE;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public void sleep(Duration delay, CountDownLatch until) throws InterruptedException {
    waits.add(delay);
    sleep.pass();
    passTo(nanos + delay.toNanos());
  }

  @Override
  public Future<?> later(Runnable task, Duration delay) {
    waits.add(delay);
    next = task;
    wait = new CompletableFuture<Void>();
    return wait;
  }

  @Override
  public Future<?> wake(Runnable clock, Duration delay) {
    wakeAt = nanos + delay.toNanos();
    wakeUp = clock;
    return new CompletableFuture<Void>();
  }

  @Override
  public double random() {
    return 0.5;
  }
}
