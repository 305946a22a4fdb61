package io.github.aigateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is promised, as data: tables under {@code src/test/resources/promises}. */
final class Promises {

  /** The name of a table's head. */
  static final String HEAD = "operations";

  /** README's table of what is repeated. */
  static final Map<String, List<String>> RETRIES = read("retries.txt");

  /** README's table of whether the change has been made. */
  static final Map<String, List<String>> CHANGES = read("changes.txt");

  /** How a call ends that meets a fault of the matrix at each of its requests. */
  static final Map<String, List<String>> FAULTS = read("fault-matrix.txt");

  private Promises() {}

  /** Whether README says that such a failure is repeated. */
  static boolean isRepeated(String retries, boolean create) {
    return switch (cell(RETRIES, retries, create ? 2 : 1)) {
      case "repeated" -> true;
      case "not repeated" -> false;
      default -> throw new IllegalArgumentException(retries);
    };
  }

  /** Whether README says that a change may have been made. */
  static boolean mayHaveBeenApplied(String change, boolean changes) {
    return switch (cell(CHANGES, change, changes ? 1 : 2)) {
      case "**perhaps**" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException(change);
    };
  }

  private static String cell(Map<String, List<String>> table, String row, int column) {
    return Objects.requireNonNull(table.get(row), row).get(column);
  }

  /** The rows by the name in their first cell; a line that begins with a # is a remark. */
  private static Map<String, List<String>> read(String file) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : text(file).lines().filter(line -> !line.startsWith("#")).toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (rows.put(cells.get(0), cells.subList(1, cells.size())) != null) {
        throw new IllegalStateException("twice in " + file + ": " + cells.get(0));
      }
    }
    return rows;
  }

  private static String text(String file) {
    try (InputStream in = Promises.class.getResourceAsStream("/promises/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
