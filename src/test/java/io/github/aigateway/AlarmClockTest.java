package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Alarms ring in time, and those that do not ring cost no wake-up. */
class AlarmClockTest {

  private record Sleep(Runnable wakeUp, long until, CompletableFuture<Void> future) {}

  private long now = Long.MAX_VALUE - 5; // as a nanoTime may be, which goes on behind the largest
  private final List<Sleep> sleeps = new ArrayList<>();
  private final List<String> rung = new ArrayList<>();
  private final AlarmClock clock =
      new AlarmClock(
          new NoWaiting() {
            @Override
            public long nanoTime() {
              return now;
            }

            @Override
            public Future<?> wake(Runnable clock, Duration delay) {
              CompletableFuture<Void> future = new CompletableFuture<>();
              sleeps.add(new Sleep(clock, now + delay.toNanos(), future));
              return future;
            }
          });

  /** Time goes on until the last sleep that began is over. */
  private void sleep() {
    Sleep last = sleeps.get(sleeps.size() - 1);
    now = last.until;
    last.wakeUp.run();
  }

  private AlarmClock.Alarm set(String name, long nanos) {
    return clock.set(nanos, () -> rung.add(name));
  }

  @Test
  void anAlarmRingsWhenItsTimeIsOverAndOnlyOnce() {
    set("a", 100);
    now += 99;
    sleeps.get(0).wakeUp.run();
    assertEquals(List.of(), rung);
    sleep();
    assertEquals(List.of("a"), rung);
    sleeps.get(0).wakeUp.run();
    assertEquals(List.of("a"), rung);
    assertEquals(2, sleeps.size());
  }

  @Test
  void aStoppedAlarmDoesNotRing() {
    set("a", 100).stop();
    sleep();
    assertEquals(List.of(), rung);
    assertEquals(1, sleeps.size());
  }

  @Test
  void callsOneAfterTheOtherWakeTheClockOnceInTheTimeOfOne() {
    long start = now;
    for (int i = 0; i < 1_000; i++) {
      AlarmClock.Alarm alarm = set("a", 1_000);
      now++;
      alarm.stop();
    }
    assertEquals(1, sleeps.size());
    assertEquals(start + 1_000, sleeps.get(0).until);
  }

  @Test
  void anEarlierAlarmIsNotMissed() {
    set("late", 100);
    set("early", 10);
    assertTrue(sleeps.get(0).future.isCancelled());
    sleep();
    assertEquals(List.of("early"), rung);
    sleep();
    assertEquals(List.of("early", "late"), rung);
    assertEquals(3, sleeps.size());
  }

  @Test
  void aLaterAlarmIsFoundWhenTheClockWakes() {
    set("first", 10).stop();
    set("second", 100);
    sleep();
    assertEquals(100, sleeps.get(1).until - sleeps.get(0).until + 10);
    sleep();
    assertEquals(List.of("second"), rung);
  }

  @Test
  void alarmsOfOneTimeAllRing() {
    set("a", 10);
    set("b", 10);
    sleep();
    assertEquals(Set.of("a", "b"), Set.copyOf(rung));
    assertEquals(1, sleeps.size());
  }

  @Test
  void aTaskThatFailsKeepsNoOtherFromRinging() {
    for (int i = 0; i < 3; i++) {
      clock.set(
          10,
          () -> {
            rung.add("failed");
            throw new IllegalStateException();
          });
    }
    for (int i = 0; i < 3; i++) {
      assertThrows(IllegalStateException.class, this::sleep);
    }
    assertEquals(List.of("failed", "failed", "failed"), rung);
    assertEquals(3, sleeps.size());
  }

  @Test
  void aStoppedClockLeavesNothingToWakeUpFor() {
    set("a", 10);
    clock.stop();
    assertTrue(sleeps.get(0).future.isCancelled());
  }
}
