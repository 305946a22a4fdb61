package io.github.aigateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Rings when the time of a try or a call is over. Nearly all of them end long before, so setting an
 * alarm and taking it back wakes no thread, as a timer of OkHttp or of the JDK would for each call:
 * the clock sleeps until the earliest alarm that it knew when it last looked. Thread-safe.
 */
final class AlarmClock {

  private static final long NEVER = Long.MAX_VALUE;

  private final Timing timing;
  private final long origin;
  private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
  private volatile long sleepsUntil = NEVER;
  private @Nullable Future<?> sleep;

  AlarmClock(Timing timing) {
    this.timing = timing;
    this.origin = timing.nanoTime();
  }

  /** Sets an alarm, which runs a task once, on the thread that wakes the clock, unless stopped. */
  Alarm set(long nanos, Runnable task) {
    Alarm alarm = new Alarm(now() + nanos, task);
    alarms.add(alarm);
    wakeUpAt(alarm.time);
    return alarm;
  }

  private long now() {
    return timing.nanoTime() - origin;
  }

  private void wakeUpAt(long time) {
    if (time < sleepsUntil) {
      sleepUntil(time);
    }
  }

  private synchronized void sleepUntil(long time) {
    if (time < sleepsUntil) {
      stop();
      sleepsUntil = time;
      sleep = timing.wake(this::wakeUp, Duration.ofNanos(Math.max(0, time - now())));
    }
  }

  private void wakeUp() {
    // Before looking: an alarm that is set meanwhile is either seen or wakes the clock again.
    sleepsUntil = NEVER;
    long now = now();
    try {
      for (Alarm alarm : alarms) {
        if (alarm.time <= now) {
          alarm.ring();
        }
      }
    } finally {
      // What is due still, because a task failed, rings at once.
      long earliest = NEVER;
      for (Alarm alarm : alarms) {
        earliest = Math.min(earliest, alarm.time);
      }
      wakeUpAt(earliest);
    }
  }

  /** Sleeps for ever, so that nothing of this clock is kept. */
  synchronized void stop() {
    if (sleep != null) {
      sleep.cancel(false);
    }
  }

  /** Something to happen at a time of the clock. */
  final class Alarm {
    private final long time;
    private final Runnable task;

    private Alarm(long time, Runnable task) {
      this.time = time;
      this.task = task;
    }

    private void ring() {
      if (alarms.remove(this)) {
        task.run();
      }
    }

    void stop() {
      alarms.remove(this);
    }
  }
}
