package io.github.aigateway.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The rules in force, oldest first. Safe for use by several threads. */
final class FaultRules {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

  FaultRule add(Function<? super ReceivedRequest, Optional<Fault>> choice) {
    return add(new FaultRule(choice, UNLIMITED));
  }

  FaultRule addOnce(Function<? super ReceivedRequest, Optional<Fault>> choice) {
    return add(new FaultRule(choice, 1));
  }

  private FaultRule add(FaultRule rule) {
    // A spent rule is kept until now, because times() may still revive it.
    rules.removeIf(FaultRule::isSpent);
    rules.add(rule);
    return rule;
  }

  Optional<Fault> next(ReceivedRequest request) {
    for (FaultRule rule : rules) {
      Optional<Fault> fault = rule.hit(request);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  void clear() {
    rules.forEach(FaultRule::remove);
    rules.clear();
  }
}
