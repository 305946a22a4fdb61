package io.github.aigateway;

import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.Operation;
import java.util.List;

/**
 * What README's two tables promise of a call that meets one fault after another, and then a server
 * that works. Each row of the fault matrix says under which rows of the tables it falls.
 */
final class PromisedEnd {

  private PromisedEnd() {}

  static Expected of(List<FaultCase> faults, Operation operation, int maxRetries) {
    boolean changes = !operation.isReadOnly();
    boolean mayHave = false;
    boolean gone = false;
    int attempts = 0;
    int requests = 0;
    for (FaultCase row : faults) {
      attempts++;
      requests += row.start() == Start.REFUSED ? 0 : 1;
      if (row.end() == End.VALUE) {
        return new Expected(End.VALUE, requests, attempts, false);
      }
      boolean repeated =
          attempts <= maxRetries
              && Promises.isRepeated(row.retries(), operation == Operation.CREATE);
      if (!repeated) {
        return new Expected(row.end(), requests, attempts, mayHave(row.change(), mayHave, changes));
      }
      mayHave |= Promises.mayHaveBeenApplied(row.change(), changes);
      if (row.start() != Start.REFUSED) {
        // A fault finds the gateway as it was before, a server that works does not.
        gone = operation == Operation.DELETE && row.fault().apply(operation).isApplied();
      }
    }
    return gone
        ? new Expected(
            End.NOT_FOUND, requests + 1, attempts + 1, mayHave("refused", mayHave, changes))
        : new Expected(End.VALUE, requests + 1, attempts + 1, false);
  }

  /** What an earlier attempt may have done is not undone by how the last one ended. */
  private static boolean mayHave(String change, boolean earlier, boolean changes) {
    return Promises.mayHaveBeenApplied(earlier ? "refused-later" : change, changes)
        || Promises.mayHaveBeenApplied(change, changes);
  }
}
