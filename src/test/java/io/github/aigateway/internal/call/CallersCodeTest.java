package io.github.aigateway.internal.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.call.Observer.Kind;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Effect;
import io.github.aigateway.internal.http.Envelope;
import io.github.aigateway.internal.http.HandCall;
import io.github.aigateway.internal.http.HandTime;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.NoResponse;
import io.github.aigateway.internal.http.Outcome.Reason;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.RequestSettings;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.internal.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Code of the caller's within a call, an observer's too, does not keep the call from its end. */
class CallersCodeTest {

  private static final Duration CALL = Duration.ofSeconds(15);
  private static final Subject GET = new Subject("get", null, null);
  private static final Subject PUT = new Subject("put", null, null);
  private static final NoResponse<String> KNOWN = NoResponse.unsent(Reason.CONNECT);

  private final HandTime time = new HandTime();
  private final Clock clock = new Clock(time, Runnable::run);
  private final HandCall call = new HandCall(Effect.READS, clock::isClosed);
  private final CallFuture<String> future = new CallFuture<>();
  private final List<Kind> told = new ArrayList<>();
  private final List<Step.End<String>> ends = new ArrayList<>();
  private Runnable whenTold = () -> {};

  private final CallEngine engine =
      new CallEngine(
          new CallSettings(
              new RequestSettings(Duration.ofSeconds(5), Map.of(), Map.of()),
              Duration.ofSeconds(10),
              CALL,
              2,
              Duration.ofMinutes(1)),
          clock,
          ended -> {
            told.add(ended.kind());
            whenTold.run();
          });

  private String conclude(Subject subject, Outcome<String> outcome, Progress progress) {
    ends.add(new Step.End<>(subject, outcome, progress.gaveUp()));
    future.succeed("");
    return "";
  }

  private Step.End<String> started(Step<String> first) {
    engine.start(new Plan<>(GET, true, first), future, this::conclude);
    assertTrue(future.isDone());
    return ends.get(0);
  }

  private Step.End<String> executed(Step<String> first) {
    engine.execute(new Plan<>(GET, true, first), this::conclude);
    return ends.get(ends.size() - 1);
  }

  private Step<String> send() {
    CallSpec<String, String> spec = new CallSpec<>(GET, call, body -> new Envelope<>(true, body));
    return new Step.Send<>(spec, outcome -> new Step.End<>(GET, outcome));
  }

  private Step<String> late() {
    time.passTo(time.nanoTime() + CALL.toNanos() + 1);
    return new Step.End<>(GET, KNOWN);
  }

  private Step<String> closing() {
    clock.close();
    return new Step.End<>(GET, KNOWN);
  }

  private static void assertUnsent(Reason reason, Step.End<String> end) {
    assertEquals(new Step.End<>(PUT, NoResponse.unsent(reason)), end);
  }

  @Test
  void workThatTakesTooLongEndsTheCallBeforeWhatFollows() {
    assertUnsent(Reason.TIMEOUT, started(new Step.Work<>(PUT, this::late)));
    assertUnsent(Reason.TIMEOUT, executed(new Step.Work<>(PUT, this::late)));
  }

  @Test
  void workDuringWhichTheClientIsClosedEndsTheCallBeforeWhatFollows() {
    assertUnsent(Reason.CANCELLED, started(new Step.Work<>(PUT, this::closing)));
  }

  @Test
  void workThatTheCallCanDoWithoutHasItsEnd() {
    Step.End<String> known = new Step.End<>(PUT, KNOWN);
    assertEquals(known, started(new Step.Work<>(PUT, this::late, known)));
    assertEquals(known, executed(new Step.Work<>(PUT, this::late, known)));
  }

  @Test
  void workThatIsInTimeIsFollowed() {
    Step.Work<String> work = new Step.Work<>(PUT, () -> new Step.End<>(GET, KNOWN));
    assertEquals(new Step.End<>(GET, KNOWN), executed(work));
    assertEquals(List.of(Kind.CALL), told);
  }

  @Test
  void anObserverThatTakesTooLongChangesNoValue() {
    whenTold = this::late;
    call.whenBegun(() -> call.respond("value"));
    Step.End<String> end = started(send());
    assertEquals("value", assertInstanceOf(Understood.class, end.outcome()).value());
    assertTrue(told.containsAll(List.of(Kind.ATTEMPT, Kind.STEP, Kind.CALL)));
  }

  @Test
  void anObserverThatTakesTooLongBeforeARetryEndsTheCallAsItsLastAttempt() {
    whenTold = this::late;
    call.whenBegun(
        () -> {
          call.begin();
          throw new IOException("refused");
        });
    Step.End<String> end = started(send());
    assertEquals(Reason.CONNECT, assertInstanceOf(NoResponse.class, end.outcome()).reason());
    assertEquals("callTimeout (15 s) is over", end.gaveUp());
    assertEquals(1, call.begun());
  }

  @Test
  void anObserverDuringWhichTheClientIsClosedBeforeARetryEndsTheCall() {
    whenTold = this::closing;
    call.whenBegun(
        () -> {
          call.begin();
          throw new IOException("refused");
        });
    Step.End<String> end = started(send());
    assertEquals(Reason.CANCELLED, assertInstanceOf(NoResponse.class, end.outcome()).reason());
    assertEquals(1, call.begun());
  }
}
