package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.FaultMatrixClient.Met;
import io.github.aigateway.testing.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the caller's HTTP client does, a fault ends as the matrix says, or as it must if the
 * client made something else of the call. Of the faults that end alike, one is met.
 */
class FaultMatrixOfCallersTest {

  /** Enough if each call takes as long as an attempt may. */
  private static final Set<Operation> SOME =
      EnumSet.of(Operation.GET, Operation.CREATE, Operation.DELETE);

  /** The first of the faults that start and end alike. */
  static List<FaultCase> faults() {
    Set<String> seen = new HashSet<>();
    return FaultMatrix.cases()
        .filter(
            row ->
                seen.add(row.start() + " " + row.end() + " " + row.retries() + " " + row.change()))
        .toList();
  }

  static Stream<Arguments> matrix() {
    return Arrays.stream(CallersClient.values())
        .filter(client -> client != CallersClient.NOTHING) // FaultMatrixTest has it
        .flatMap(client -> faults().stream().map(row -> Arguments.of(client, row)));
  }

  @Test
  void aFaultOfEachKindIsMet() {
    assertTrue(faults().size() >= 18, () -> "" + faults());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("matrix")
  void endsAsTheTableSays(CallersClient callers, FaultCase row) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (FaultMatrixClient client = new FaultMatrixClient(callers)) {
      for (Operation operation : row.start() == Start.HURRIED ? SOME : Set.of(Operation.values())) {
        for (Style style : Style.values()) {
          try {
            Expected expected = callers.expected(row, operation, style);
            Met met = client.call(row, operation, style, expected.requests());
            String differs = expected.differs(met.ended(), met.requests());
            if (!differs.isEmpty()) {
              wrong.add(operation + ", " + style + ": " + differs);
            }
            client.assertNothingLeft();
          } catch (AssertionError | RuntimeException other) {
            wrong.add(operation + ", " + style + ": " + other);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
