package io.github.aigateway.testing;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Says which requests a {@link Fault} hits. A rule is live from the moment it is made; {@link
 * FakeAiGateway#failNext} makes one for a single request, {@link FakeAiGateway#fail} one for every
 * request. If several rules fit, the oldest is used. Safe for use by several threads, but narrow it
 * before the requests are sent.
 */
public final class FaultRule {
  private final Function<? super ReceivedRequest, Optional<Fault>> choice;
  private Predicate<? super ReceivedRequest> condition = request -> true;
  private long remaining;
  private long hits;

  FaultRule(Function<? super ReceivedRequest, Optional<Fault>> choice, long remaining) {
    this.choice = choice;
    this.remaining = remaining;
  }

  /**
   * Lets this rule hit that many more requests and then lapse.
   *
   * @throws IllegalArgumentException if {@code times} is less than 1
   */
  public synchronized FaultRule times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times: " + times + " is less than 1");
    }
    remaining = times;
    return this;
  }

  /**
   * Lets this rule hit only requests that fit, in addition to earlier conditions; others do not
   * count. The condition may be called by several threads; if it throws, the API responds with
   * status 500 and the exception's text.
   */
  public synchronized FaultRule when(Predicate<? super ReceivedRequest> condition) {
    Objects.requireNonNull(condition, "condition");
    Predicate<? super ReceivedRequest> before = this.condition;
    this.condition = request -> before.test(request) && condition.test(request);
    return this;
  }

  /** Lets this rule hit only requests for an operation, in addition to earlier conditions. */
  public FaultRule on(Operation operation) {
    Objects.requireNonNull(operation, "operation");
    return when(request -> request.is(operation));
  }

  /** Ends this rule; requests that it has already hit are not affected. */
  public synchronized void remove() {
    remaining = 0;
  }

  /** Returns how many requests this rule has hit. */
  public synchronized long hits() {
    return hits;
  }

  synchronized boolean isSpent() {
    return remaining == 0;
  }

  /** Returns the fault for a request, and counts it, or nothing if this rule does not hit it. */
  Optional<Fault> hit(ReceivedRequest request) {
    // The caller's code runs without the lock: it may block, or use this rule.
    if (isSpent() || !condition().test(request)) {
      return Optional.empty();
    }
    return choice.apply(request).filter(fault -> claim());
  }

  private synchronized Predicate<? super ReceivedRequest> condition() {
    return condition;
  }

  private synchronized boolean claim() {
    if (remaining == 0) {
      return false;
    }
    remaining--;
    hits++;
    return true;
  }
}
