package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.Operation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model of README's tables, without a socket. */
class PromisedEndTest {

  static List<FaultCase> fresh() {
    return FaultMatrix.cases().filter(row -> row.start() != Start.REUSED).toList();
  }

  @ParameterizedTest
  @MethodSource("fresh")
  void theSameFaultAgainAndAgainEndsAsInTheMatrix(FaultCase row) {
    int retries = row.start() == Start.HURRIED ? 1 : 2;
    for (Operation operation : Operation.values()) {
      Expected expected =
          new Expected(
              row.end(),
              row.requests(operation),
              row.attempts(operation),
              row.mayHaveBeenApplied(operation));
      assertEquals(expected, PromisedEnd.of(Collections.nCopies(9, row), operation, retries));
    }
  }

  @Test
  void whatAnEarlierAttemptMayHaveDoneIsRemembered() {
    List<FaultCase> lostThenRefused = List.of(row("reset, applied"), row("400 with envelope"));
    assertEquals(
        new Expected(End.BAD_REQUEST, 2, 2, true),
        PromisedEnd.of(lostThenRefused, Operation.UPDATE, 2));
    assertEquals(
        new Expected(End.BAD_REQUEST, 2, 2, false),
        PromisedEnd.of(lostThenRefused, Operation.GET, 2));
    assertEquals(
        new Expected(End.LOST, 1, 1, true), PromisedEnd.of(lostThenRefused, Operation.CREATE, 2));
    List<FaultCase> unconnected = List.of(row("502 with envelope"), row("connect refused"));
    assertEquals(
        new Expected(End.CONNECT, 1, 2, true), PromisedEnd.of(unconnected, Operation.UPDATE, 1));
  }

  @Test
  void aDeleteThatWasAppliedFindsNothing() {
    assertEquals(
        new Expected(End.NOT_FOUND, 2, 2, true),
        PromisedEnd.of(List.of(row("reset, applied")), Operation.DELETE, 1));
  }

  @Test
  void withoutAFaultThereIsAValue() {
    assertEquals(
        new Expected(End.VALUE, 1, 1, false), PromisedEnd.of(List.of(), Operation.CREATE, 0));
  }

  private static FaultCase row(String name) {
    return FaultMatrix.cases().filter(row -> row.name().equals(name)).findAny().orElseThrow();
  }
}
