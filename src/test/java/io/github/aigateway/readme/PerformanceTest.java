package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README and the guide on performance say in words follows from their figures. */
class PerformanceTest {

  private static final Path GUIDE = Path.of("src/site/markdown/performance.md");

  private final List<List<String>> rows = table("calls");
  private final List<String> ours = row(rows, "this library");

  /** Without raw OkHttp, which makes nothing of a response. */
  private final List<List<String>> others =
      rows.stream()
          .filter(row -> row.get(2).endsWith("×"))
          .filter(row -> !row.get(1).matches("this library|its .*"))
          .toList();

  @Test
  void noOtherClientTakesLessMemoryOrCpu() {
    assertTrue(others.size() >= 3, others::toString);
    for (List<String> other : others) {
      // Memory and CPU of each operation.
      for (int column = 2; column <= 7; column++) {
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
    List<String> byHand = row(rows, "OkHttp + Gson by hand");
    assertTrue(times(ours, 3) < 0.5 * times(byHand, 3));
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
