package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that forgets to close its client ends by itself soon after its main method. */
class ForgottenCloseTest extends AgainstFake {

  /** The promise is two; a machine may be busy. What keeps a JVM for a minute is found. */
  private static final int SECONDS = 20;

  @ParameterizedTest
  @EnumSource
  void theProgramEnds(ForgottenClose.Deed deed) throws Exception {
    fake.fail(Fault.noAnswer()).on(Operation.GET);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ForgottenClose.class.getName(),
            fake.baseUrl(),
            deed.name());
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      while (!lines.contains(ForgottenClose.LAST_LINE)) {
        String line = out.readLine();
        assertTrue(line != null, () -> "it ended by an exception: " + lines);
        lines.add(line);
      }
      assertTrue(program.waitFor(SECONDS, TimeUnit.SECONDS), "it runs still");
      assertEquals(0, program.exitValue(), lines::toString);
    } finally {
      program.destroyForcibly();
    }
  }
}
