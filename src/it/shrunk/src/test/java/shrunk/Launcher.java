package shrunk;

import io.github.aigateway.testing.FakeAiGateway;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the program as it was compiled, and as it was shrunk: both must say the same. */
public final class Launcher {

  private Launcher() {}

  /** Fails if they do not. The argument is the shrunk jar. */
  public static void main(String... args) throws Exception {
    String compiled = run(System.getProperty("java.class.path"));
    String shrunk = run(args[0]);
    System.out.println(shrunk);
    if (!shrunk.equals(compiled)) {
      throw new AssertionError("Without ProGuard it says:\n" + compiled);
    }
  }

  private static String run(String classPath) throws Exception {
    try (FakeAiGateway fake = FakeAiGateway.start()) {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElseThrow());
      command.addAll(List.of("--class-path", classPath, "shrunk.Program"));
      command.addAll(List.of(fake.baseUrl(), fake.apiToken(), fake.accountId()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said + "exit code " + process.waitFor();
    }
  }
}
