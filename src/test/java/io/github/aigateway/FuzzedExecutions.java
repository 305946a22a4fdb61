package io.github.aigateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Counts how often a fuzz target ran, writes it down, and fails if that was next to never: a fuzzer
 * that could not start ends with success.
 */
final class FuzzedExecutions implements AfterAllCallback {

  /** More than there are inputs to start with; even a slow machine does it in a second. */
  private static final long LEAST = 100;

  private final AtomicLong count = new AtomicLong();

  void count() {
    count.incrementAndGet();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (System.getenv().getOrDefault("JAZZER_FUZZ", "").isEmpty()) {
      return;
    }
    String target = context.getRequiredTestClass().getSimpleName();
    Path report = Path.of("target", "fuzz", target + ".executions");
    Files.createDirectories(report.getParent());
    Files.writeString(report, count + "\n");
    requireEnough(target);
  }

  void requireEnough(String target) {
    if (count.get() < LEAST) {
      throw new AssertionError(
          target + " was executed " + count + " times only: it was not fuzzed.");
    }
  }
}
