package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that forgets to close its client ends by itself soon after its main method. */
class ForgottenCloseTest extends AgainstFake {

  /** It works for up to five, and ends within two; a machine may be busy. */
  private static final int SECONDS = 30;

  @ParameterizedTest
  @EnumSource
  void theProgramEnds(ForgottenClose.Deed deed) throws Exception {
    fake.fail(Fault.noResponse()).on(Operation.GET);
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
      assertTrue(program.waitFor(SECONDS, TimeUnit.SECONDS), "it runs still");
      List<String> lines = out.lines().toList();
      assertEquals(0, program.exitValue(), lines::toString);
      assertTrue(lines.contains(ForgottenClose.LAST_LINE), lines::toString);
    } finally {
      program.destroyForcibly();
    }
  }
}
