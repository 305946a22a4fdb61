package io.github.aigateway;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails one request in five, in a way of the fault matrix that chance chooses. */
final class RandomFaults {

  private final Random random;
  private final List<FaultCase> faults =
      FaultMatrix.cases().filter(row -> row.start() != FaultCase.Start.REFUSED).toList();
  private final AtomicInteger met = new AtomicInteger();

  RandomFaults(long seed) {
    random = new Random(seed);
  }

  int next(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  Optional<Fault> fault(ReceivedRequest request) {
    int chosen = next(faults.size() * 5);
    if (chosen >= faults.size()) {
      return Optional.empty();
    }
    met.incrementAndGet();
    FaultCase row = faults.get(chosen);
    Fault fault = row.fault().apply(request.operation().orElseThrow());
    boolean works =
        row.end() == FaultCase.End.VALUE || (row.mayHaveBeenApplied() && chosen % 2 == 0);
    return Optional.of(works ? fault.afterApplying() : fault);
  }

  int met() {
    return met.get();
  }
}
