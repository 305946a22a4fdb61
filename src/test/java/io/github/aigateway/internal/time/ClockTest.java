package io.github.aigateway.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Alarms ring in time, and those that do not ring cost no wake-up. */
class ClockTest {

  private record Sleep(Runnable wakeUp, long until, CompletableFuture<Void> future) {}

  private record Wait(Runnable task, CompletableFuture<Void> future) {}

  private long now = Long.MAX_VALUE - 5; // as a nanoTime may be, which goes on behind the largest
  private final List<Sleep> sleeps = new ArrayList<>();
  private final List<Wait> waits = new ArrayList<>();
  private final List<String> rung = new ArrayList<>();
  private Executor threads = Runnable::run;
  private final Clock clock = new Clock(new ManualTime(), task -> threads.execute(task));

  private final class ManualTime implements Timing {
    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void sleep(Duration delay, CountDownLatch until) {
      rung.add(delay + " until " + until.getCount());
    }

    @Override
    public Future<?> later(Runnable task, Duration delay) {
      waits.add(new Wait(task, new CompletableFuture<>()));
      return waits.get(waits.size() - 1).future;
    }

    @Override
    public Future<?> wake(Runnable clock, Duration delay) {
      sleeps.add(new Sleep(clock, now + delay.toNanos(), new CompletableFuture<>()));
      return sleeps.get(sleeps.size() - 1).future;
    }

    @Override
    public double random() {
      return 0.25;
    }
  }

  /** Time goes on until the last sleep that began is over. */
  private void sleep() {
    Sleep last = sleeps.get(sleeps.size() - 1);
    now = last.until;
    last.wakeUp.run();
  }

  private Clock.Alarm set(String name, long nanos) {
    return clock.set(nanos, () -> rung.add(name));
  }

  @Test
  void timeIsCountedFromTheMakingOfTheClock() {
    assertEquals(0, clock.nanos());
    now += 7;
    assertEquals(7, clock.nanos());
    assertEquals(Instant.EPOCH, clock.now());
    assertEquals(0.25, clock.random());
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
      Clock.Alarm alarm = set("a", 1_000);
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
  void aTaskIsHandedOverAndCannotHoldUpAnother() {
    List<Runnable> handedOver = new ArrayList<>();
    threads = handedOver::add;
    set("a", 10);
    set("b", 10);
    sleep();
    assertEquals(2, handedOver.size());
    assertEquals(List.of(), rung);
  }

  private void leaveNoThread() {
    threads =
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
  }

  @Test
  void anAlarmForWhichThereIsNoThreadRingsASecondLater() {
    leaveNoThread();
    set("a", 10);
    sleep();
    threads = Runnable::run;
    assertEquals(List.of(), rung);
    assertEquals(now + Duration.ofSeconds(1).toNanos(), sleeps.get(1).until);
    sleep();
    assertEquals(List.of("a"), rung);
  }

  @Test
  void aWaitForWhoseEndThereIsNoThreadEndsASecondLater() {
    leaveNoThread();
    clock.prepare(() -> rung.add("a")).ringAfter(Duration.ofSeconds(1));
    waits.get(0).task.run();
    threads = Runnable::run;
    sleep();
    assertEquals(List.of("a"), rung);
  }

  @Test
  void aClockThatIsClosedWhenThereIsNoThreadRingsEveryAlarmASecondLater() {
    set("a", Duration.ofHours(1).toNanos());
    leaveNoThread();
    clock.close();
    clock.prepare(() -> rung.add("b")).ringAfter(Duration.ofSeconds(1));
    threads = Runnable::run;
    assertEquals(List.of(), rung);
    sleep();
    assertEquals(Set.of("a", "b"), Set.copyOf(rung));
  }

  @Test
  void aClockLooksOnceASecondWhetherThereIsSomethingToWaitForStill() {
    long start = now;
    Clock.Alarm alarm = set("late", Duration.ofMinutes(1).toNanos());
    assertEquals(start + Duration.ofSeconds(1).toNanos(), sleeps.get(0).until);
    sleep();
    assertEquals(2, sleeps.size());
    alarm.stop();
    sleep();
    assertEquals(2, sleeps.size());
    assertEquals(List.of(), rung);
  }

  @Test
  void closingRingsEveryAlarmAndEndsEveryWait() {
    set("a", 10);
    clock.prepare(() -> rung.add("b")).ringAfter(Duration.ofSeconds(1));
    assertFalse(clock.isClosed());
    clock.close();
    assertTrue(clock.isClosed());
    assertEquals(Set.of("a", "b"), Set.copyOf(rung));
    assertTrue(sleeps.get(0).future.isCancelled());
    waits.get(0).task.run();
    assertEquals(2, rung.size());
  }

  @Test
  void aTaskForTheEndRunsOnceWhenTheClockIsClosed() {
    clock.whenClosed(() -> rung.add("a"));
    assertEquals(List.of(), sleeps);
    assertEquals(List.of(), rung);
    clock.close();
    clock.close();
    clock.whenClosed(() -> rung.add("b"));
    assertEquals(List.of("a", "b"), rung);
  }

  @Test
  void onAClosedClockAlarmsRingAtOnce() {
    clock.close();
    set("a", 10);
    clock.prepare(() -> rung.add("b")).ringAfter(Duration.ofSeconds(1));
    assertEquals(List.of("a", "b"), rung);
  }

  @Test
  void aTaskRunsOnceAfterItsWait() {
    clock.prepare(() -> rung.add("a")).ringAfter(Duration.ofSeconds(1));
    waits.get(0).task.run();
    waits.get(0).task.run();
    clock.close();
    assertEquals(List.of("a"), rung);
  }

  @Test
  void aWaitThatIsCalledOffLeavesNothing() {
    Clock.Alarm alarm = clock.prepare(() -> rung.add("a"));
    alarm.ringAfter(Duration.ofSeconds(1));
    alarm.stop();
    assertTrue(waits.get(0).future.isCancelled());
    waits.get(0).task.run();
    assertEquals(List.of(), rung);
  }

  @Test
  void aWaitThatIsCalledOffBeforeItBeginsLeavesNothing() {
    Clock.Alarm alarm = clock.prepare(() -> rung.add("a"));
    alarm.stop();
    alarm.ringAfter(Duration.ofSeconds(1));
    assertEquals(List.of(), waits);
    clock.close();
    assertEquals(List.of(), rung);
  }

  @Test
  void aThreadSleepsUntilTheClockIsClosed() throws InterruptedException {
    clock.sleep(Duration.ofSeconds(1));
    clock.close();
    clock.sleep(Duration.ofSeconds(2));
    assertEquals(List.of("PT1S until 1", "PT2S until 0"), rung);
  }
}
