package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README and the guide on performance say in words follows from their figures. */
class PerformanceTest {

  private static final Path GUIDE = Path.of("src/site/markdown/performance.md");

  /** Columns of the table of calls: memory and CPU of GET, LIST and PUT. */
  private static final List<Integer> MEMORY_AND_CPU = List.of(2, 3, 4, 5, 6, 7);

  @Test
  void noOtherClientTakesLessMemoryOrCpu() throws IOException {
    List<List<String>> rows = table("calls");
    List<String> ours = row(rows, "this library");
    List<List<String>> others =
        rows.stream()
            .filter(row -> row.get(2).endsWith("×"))
            .filter(row -> !row.get(1).matches("this library|its? .*"))
            .toList();
    assertTrue(others.size() >= 3, others::toString);
    for (List<String> other : others) {
      for (int column : MEMORY_AND_CPU) {
        assertTrue(times(ours, column) < times(other, column), other + ", column " + column);
      }
    }
  }

  @Test
  void aListTakesAboutHalfOfWhatItTakesByHand() throws IOException {
    List<List<String>> rows = table("calls");
    List<String> ours = row(rows, "this library");
    List<String> byHand = row(rows, "OkHttp + Gson by hand");
    assertTrue(times(ours, 3) < 0.6 * times(byHand, 3));
    assertTrue(times(ours, 6) < 0.6 * times(byHand, 6));
  }

  private static List<String> row(List<List<String>> rows, String client) {
    return rows.stream().filter(row -> row.get(1).equals(client)).findFirst().orElseThrow();
  }

  private static double times(List<String> row, int column) {
    return Double.parseDouble(row.get(column).replace("×", ""));
  }

  private static List<List<String>> table(String name) throws IOException {
    return Files.readString(GUIDE)
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
