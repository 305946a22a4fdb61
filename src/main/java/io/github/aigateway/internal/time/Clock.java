package io.github.aigateway.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The time and the alarms of one client. When the client is closed, every alarm rings at once.
 * Tasks run on other threads, so none of them delays the others. Thread-safe.
 *
 * <p>Nearly all alarms are stopped long before they ring. So setting and stopping one wakes no
 * thread, unlike a timer of OkHttp or the JDK: the clock sleeps until the earliest alarm that it
 * saw when it last woke up.
 */
public final class Clock {

  private static final long NEVER = Long.MAX_VALUE;

  /** The longest sleep: so the clock soon notices that no alarm is left. */
  private static final long LONGEST_SLEEP = Duration.ofSeconds(1).toNanos();

  private final Timing timing;
  private final Executor threads;
  private final long origin;
  private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long sleepsUntil = NEVER;
  private @Nullable Future<?> sleep;

  /**
   * Makes a clock without alarms.
   *
   * @param threads run the tasks
   */
  public Clock(Timing timing, Executor threads) {
    this.timing = timing;
    this.threads = threads;
    this.origin = timing.nanoTime();
  }

  /** The nanoseconds since the clock was made. */
  public long nanos() {
    return timing.nanoTime() - origin;
  }

  /** The time of day. */
  public Instant now() {
    return timing.now();
  }

  /** A number from 0 to 1, without 1. */
  public double random() {
    return timing.random();
  }

  /** Whether the client is closed. */
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Sets an alarm. Its task runs once: after this time, or when the clock is closed. */
  public Alarm set(long nanos, Runnable task) {
    Alarm alarm = new Alarm(nanos() + nanos, task);
    alarms.add(alarm);
    wakeUpAt(alarm.time);
    ringIfClosed(alarm);
    return alarm;
  }

  /** Prepares an alarm for a wait between two attempts: {@link Alarm#ringAfter} starts it. */
  public Alarm prepare(Runnable task) {
    Alarm alarm = new Alarm(NEVER, task);
    alarms.add(alarm);
    return alarm;
  }

  /** Runs a task once, on another thread, when the clock is closed; now if it is. */
  public void whenClosed(Runnable task) {
    ringIfClosed(prepare(task));
  }

  /** Waits on the calling thread between two attempts, or until the clock is closed. */
  public void sleep(Duration delay) throws InterruptedException {
    timing.sleep(delay, closed);
  }

  private void ringIfClosed(Alarm alarm) {
    if (isClosed()) {
      alarm.ring();
    }
  }

  private void wakeUpAt(long time) {
    if (time < sleepsUntil) {
      sleepUntil(time);
    }
  }

  private synchronized void sleepUntil(long time) {
    if (time < sleepsUntil) {
      stopSleep();
      long now = nanos();
      sleepsUntil = Math.min(time, now + LONGEST_SLEEP);
      sleep = timing.wake(this::wakeUp, Duration.ofNanos(Math.max(0, sleepsUntil - now)));
    }
  }

  private void wakeUp() {
    // Before the loop: an alarm that is set meanwhile is either seen or wakes the clock again.
    sleepsUntil = NEVER;
    long now = nanos();
    long earliest = NEVER;
    for (Alarm alarm : alarms) {
      if (alarm.time > now) {
        earliest = Math.min(earliest, alarm.time);
      } else {
        alarm.ring();
      }
    }
    wakeUpAt(earliest);
  }

  private void stopSleep() {
    if (sleep != null) {
      sleep.cancel(false);
    }
  }

  /** Rings every alarm now; a later one rings at once. */
  public void close() {
    closed.countDown();
    synchronized (this) {
      stopSleep();
      sleepsUntil = NEVER;
    }
    for (Alarm alarm : alarms) {
      alarm.ring();
    }
  }

  /** A task to run at some time. */
  public final class Alarm {
    private final Runnable task;
    private volatile long time;
    private volatile @Nullable Future<?> wait;

    private Alarm(long time, Runnable task) {
      this.time = time;
      this.task = task;
    }

    /** Runs the task on another thread, once; a second later if the machine has no thread left. */
    private void ring() {
      if (alarms.remove(this)) {
        try {
          threads.execute(task);
        } catch (OutOfMemoryError noThread) {
          time = nanos() + LONGEST_SLEEP;
          alarms.add(this);
          wakeUpAt(time);
        }
      }
    }

    /** Runs the task of a prepared alarm once: after the wait, or when the clock is closed. */
    public void ringAfter(Duration delay) {
      if (alarms.contains(this)) {
        wait = timing.later(this::ring, delay);
        ringIfClosed(this);
      }
    }

    /** Stops the alarm, unless it rang already. */
    public void stop() {
      alarms.remove(this);
      Future<?> waiting = wait;
      if (waiting != null) {
        waiting.cancel(false);
      }
    }
  }
}
