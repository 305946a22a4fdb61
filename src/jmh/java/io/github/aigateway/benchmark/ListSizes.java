package io.github.aigateway.benchmark;

import io.github.aigateway.benchmark.Runner.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each gateway of a list adds to the cost of the call, for lists of several sizes. */
final class ListSizes {

  private static final List<Integer> SIZES = List.of(0, 10, 100, 1_000, 10_000);

  private final Runner runner;
  private final Figures bytes;
  private final Figures micros;

  /** Adds to the figures what it measures. */
  ListSizes(Runner runner, Figures bytes, Figures micros) {
    this.runner = runner;
    this.bytes = bytes;
    this.micros = micros;
  }

  void pass() throws Exception {
    Map<Integer, Server> servers = new LinkedHashMap<>();
    try {
      for (int size : SIZES) {
        servers.put(size, runner.server(Payload.PLAIN, size));
      }
      String urls = servers.values().stream().map(Server::url).collect(Collectors.joining(","));
      Results results = runner.measure(Subject.OURS, urls, 2, 2_000, "list");
      servers.forEach(
          (size, server) -> {
            Results ofSize = results.where("url", server.url());
            bytes.add("" + size, Subject.OURS, ofSize.bytes("list"));
            micros.add("" + size, Subject.OURS, ofSize.cpu("list"));
          });
    } finally {
      servers.values().forEach(Server::close);
    }
  }

  /** Without what a call for an empty list costs. */
  private static double perGateway(Figures figures, int size) {
    double emptyList = figures.median("0", Subject.OURS);
    return (figures.median("" + size, Subject.OURS) - emptyList) / size;
  }

  static String table(Figures bytes, Figures micros) {
    StringBuilder table =
        new StringBuilder(
            "| gateways in the list | B per gateway | µs CPU per gateway |\n|---|---|---|\n");
    for (int size : SIZES.subList(1, SIZES.size())) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %,.0f | %.2f |\n",
              size,
              perGateway(bytes, size),
              perGateway(micros, size)));
    }
    return table.toString();
  }
}
