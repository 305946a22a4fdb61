package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No fuzz target is left out unnoticed. */
class FuzzedExecutionsTest {

  @Test
  void aTargetThatRanNextToNeverFails() {
    FuzzedExecutions executions = new FuzzedExecutions();
    for (int i = 0; i < 99; i++) {
      executions.count();
    }
    assertSays(
        "executed 99 times",
        assertThrows(AssertionError.class, () -> executions.requireEnough("target")));
    executions.count();
    assertDoesNotThrow(() -> executions.requireEnough("target"));
  }

  @Test
  void everyTargetIsRunByTheBuildAndByTheScript() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String script = Files.readString(Path.of("scripts/fuzz"));
    List<String> scripted =
        List.of(script.replaceFirst("(?s).*\\btargets=\\(([^)]*)\\).*", "$1").split(" "));
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> targets =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith("Fuzz.java"))
              .map(name -> name.replace(".java", ""))
              .toList();
      assertTrue(targets.size() > 2, targets::toString);
      assertTrue(pom.contains("<test>*Fuzz</test>"));
      for (String target : targets) {
        assertTrue(scripted.contains(target), target);
      }
    }
  }
}
