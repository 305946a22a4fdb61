package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises that are frozen as data are those of the guide on errors, and agree with each other.
 */
class PromisesTest {

  @Test
  void theTableOfWhatIsRepeatedIsTheReadmes() throws IOException {
    assertEquals(
        tableBelow("After the first attempt of a request"), withoutNames(Promises.RETRIES));
  }

  @Test
  void theTableOfWhetherTheChangeHasBeenMadeIsTheReadmes() throws IOException {
    assertEquals(
        tableBelow("`mayHaveBeenApplied()` says for each failure"), withoutNames(Promises.CHANGES));
  }

  @Test
  void everyFaultOfTheDataIsProvokedOnce() {
    assertEquals(
        Promises.FAULTS.keySet().stream().sorted().toList(),
        FaultMatrix.cases().map(FaultCase::name).sorted().toList());
  }

  @Test
  void everyRowOfTheReadmesTablesButThatOfALaterAttemptHasAFault() {
    List<FaultCase> rows = FaultMatrix.cases().toList();
    for (String retries : names(Promises.RETRIES)) {
      assertTrue(rows.stream().anyMatch(row -> row.retries().equals(retries)), retries);
    }
    for (String change : names(Promises.CHANGES)) {
      assertTrue(
          change.equals("refused-later")
              || rows.stream().anyMatch(row -> row.change().equals(change)),
          change);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.aigateway.FaultMatrix#cases")
  void theNumbersOfTheMatrixFollowFromTheReadmesTables(FaultCase row) {
    for (Operation operation : Operation.values()) {
      int attempts = attempts(row, operation);
      // The request that finds a kept connection dead comes first.
      boolean kept = row.name().startsWith("kept connection") && operation != Operation.CREATE;
      int more = kept ? (OkHttpGeneration.isFour() ? 1 : 2) : 0;
      assertEquals(row.start() == Start.REFUSED ? 0 : attempts + more, row.requests(operation));
      assertEquals(attempts, row.attempts(operation));
      assertEquals(
          row.end() != End.VALUE
              && Promises.mayHaveBeenApplied(row.change(), !operation.isReadOnly()),
          row.mayHaveBeenApplied(operation));
    }
  }

  private static int attempts(FaultCase row, Operation operation) {
    if (row.end() == End.VALUE
        || !Promises.isRepeated(row.retries(), operation == Operation.CREATE)) {
      return 1;
    }
    return row.start() == Start.HURRIED ? 2 : 3;
  }

  private static List<String> names(Map<String, List<String>> table) {
    return table.keySet().stream().filter(name -> !name.equals(Promises.HEAD)).toList();
  }

  private static List<List<String>> withoutNames(Map<String, List<String>> table) {
    Collection<List<String>> rows = table.values();
    return List.copyOf(rows);
  }

  /** The cells of the first table below a line of the README. */
  private static List<List<String>> tableBelow(String start) throws IOException {
    return Files.readString(Path.of("README.md"))
        .lines()
        .dropWhile(line -> !line.startsWith(start))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .filter(line -> !line.startsWith("|---"))
        .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cells -> Arrays.stream(cells).map(String::strip).toList())
        .toList();
  }
}
