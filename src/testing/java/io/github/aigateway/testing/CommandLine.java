package io.github.aigateway.testing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;

/** Starts a fake as its arguments say, and tells a person how to reach it. */
final class CommandLine {
  /** No exit code: the fake runs, and keeps the process alive. */
  static final int RUNNING = -1;

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final String USAGE =
      """
      Runs an in-memory AI Gateway API on the loopback interface until it is killed.

      Usage: java -cp CLASSPATH io.github.aigateway.testing.FakeAiGateway [--port N] [--any-account]

        --port N        listen on port N, 0 to 65535; the default, 0, is any free one
        --any-account   accept every account, instead of the one that is shown
        --help          show this

      The first line of its output is the base URL.\
      """;

  private final PrintStream out;
  private final PrintStream err;

  CommandLine(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Returns the exit code, or {@link #RUNNING} once the fake is up. */
  int run(String... args) {
    if (Arrays.asList(args).contains("--help")) {
      out.println(USAGE);
      return OK;
    }
    FakeAiGatewayBuilder builder = FakeAiGateway.builder();
    Iterator<String> left = Arrays.asList(args).iterator();
    while (left.hasNext()) {
      String argument = left.next();
      if (argument.equals("--any-account")) {
        builder.anyAccount();
      } else if (!argument.equals("--port")) {
        return misused("Unknown argument: " + argument);
      } else if (!left.hasNext()) {
        return misused("--port needs a number");
      } else {
        String number = left.next();
        int port = portNumber(number);
        if (port < 0) {
          return misused("--port needs a number from 0 to 65535, not: " + number);
        }
        builder.port(port);
      }
    }
    return start(builder);
  }

  private int start(FakeAiGatewayBuilder builder) {
    FakeAiGateway fake;
    try {
      fake = builder.start();
    } catch (UncheckedIOException e) {
      err.println("Can not listen: " + e.getMessage());
      return FAILED;
    } catch (IllegalStateException e) {
      err.println(e.getMessage());
      return FAILED;
    }
    out.println(fake.baseUrl());
    out.println(
        "Use %s %s with \"Authorization: Bearer %s\". Ctrl-C ends it."
            .formatted(
                builder.anyAccount ? "any account id, such as" : "the account id",
                fake.accountId(),
                fake.apiToken()));
    out.flush();
    return RUNNING;
  }

  private int misused(String message) {
    err.println(message);
    err.println("--help shows what is possible.");
    return MISUSED;
  }

  private static int portNumber(String text) {
    try {
      int port = Integer.parseInt(text);
      return port <= 65_535 ? port : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
