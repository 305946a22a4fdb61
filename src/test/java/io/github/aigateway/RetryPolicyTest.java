package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.Operation.Effect;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be sent again, and how long to wait before. */
class RetryPolicyTest {

  private final RetryPolicy policy = new RetryPolicy(2, Duration.ofSeconds(60), new ManualTiming());

  @Test
  void statusesThatPassAreRepeated() {
    List<Integer> passing =
        IntStream.range(100, 600)
            .filter(status -> policy.mayRepeat(Effect.READS, status, null))
            .boxed()
            .toList();
    assertEquals(
        List.of(
            408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530),
        passing);
  }

  @Test
  void aCreateIsRepeatedOnlyWhereItWasThrottled() {
    assertTrue(policy.mayRepeat(Effect.CREATES, 429, null));
    assertFalse(policy.mayRepeat(Effect.CREATES, 503, null));
    assertFalse(policy.mayRepeat(Effect.CREATES, 503, "true"));
    assertFalse(policy.mayRepeat(Effect.CREATES, 429, "false"));
  }

  @Test
  void theServersWordCountsMoreThanTheStatus() {
    assertTrue(policy.mayRepeat(Effect.REPLACES, 409, "true"));
    assertFalse(policy.mayRepeat(Effect.REPLACES, 503, "false"));
    assertFalse(policy.mayRepeat(Effect.REPLACES, 409, "perhaps"));
  }

  @Test
  void withoutAnAnswerACreateIsRepeatedOnlyIfItWasNotSent() {
    assertFalse(policy.mayRepeatUnanswered(Effect.CREATES, true));
    assertTrue(policy.mayRepeatUnanswered(Effect.CREATES, false));
    assertTrue(policy.mayRepeatUnanswered(Effect.REPLACES, true));
  }

  @Test
  void waitsDoubleUpToABoundAndAreRandom() {
    List<Duration> waits =
        IntStream.rangeClosed(1, 6).mapToObj(retry -> policy.delay(retry, null)).toList();
    assertEquals(
        List.of(millis(250), millis(500), millis(1000), millis(2000), millis(4000), millis(4000)),
        waits);
    assertEquals(millis(4000), policy.delay(1_000, null));
  }

  @Test
  void theWaitThatTheServerAsksForIsTakenUpToALimit() {
    assertEquals(Duration.ofSeconds(60), policy.delay(1, Duration.ofSeconds(60)));
    assertNull(policy.delay(1, Duration.ofSeconds(61)));
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}
