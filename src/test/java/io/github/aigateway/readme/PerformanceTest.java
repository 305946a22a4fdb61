package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the guide on performance say in words follows from their figures. */
class PerformanceTest {

  private static final Path GUIDE = Path.of("src/site/markdown/performance.md");

  /** Memory and CPU are in all columns between the client and the time. */
  @ParameterizedTest
  @ValueSource(strings = {"calls", "early", "plain"})
  void noOtherClientTakesLessMemoryOrCpu(String name) {
    List<List<String>> rows = table(name);
    List<String> ours = row(rows, "this library");
    List<List<String>> others =
        rows.stream()
            // Raw OkHttp makes nothing of a response.
            .filter(row -> row.get(2).endsWith("×"))
            .filter(row -> !row.get(1).matches("this library|its .*"))
            .toList();
    assertTrue(others.size() >= 3, others::toString);
    for (List<String> other : others) {
      for (int column = 2; column < ours.size() - 2; column++) {
        assertTrue(times(ours, column) < times(other, column), other + ", column " + column);
      }
    }
  }

  @Test
  void aFutureTakesAsMuchCpuAsByHand() {
    List<List<String>> futures = table("futures");
    double byHand = times(row(futures, "OkHttp + Gson by hand"), 3);
    assertTrue(Math.abs(times(row(futures, "this library"), 3) / byHand - 1) < 0.05);
  }

  @Test
  void aListTakesLessThanHalfOfTheMemoryThatItTakesByHand() {
    List<List<String>> rows = table("calls");
    List<String> byHand = row(rows, "OkHttp + Gson by hand");
    assertTrue(times(row(rows, "this library"), 3) < 0.5 * times(byHand, 3));
  }

  private static List<String> row(List<List<String>> rows, String client) {
    return rows.stream().filter(row -> row.get(1).equals(client)).findFirst().orElseThrow();
  }

  private static double times(List<String> row, int column) {
    return Double.parseDouble(row.get(column).replace("×", ""));
  }

  private static List<List<String>> table(String name) {
    return Pages.read(GUIDE)
        .lines()
        .dropWhile(line -> !line.equals("<!-- [" + name + "] -->"))
        .takeWhile(line -> !line.equals("<!-- [/" + name + "] -->"))
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(PerformanceTest::plain).toList())
        .toList();
  }

  private static String plain(String cell) {
    return cell.replace("**", "").strip();
  }
}
