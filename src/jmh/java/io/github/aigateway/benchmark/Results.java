package io.github.aigateway.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** What JMH wrote of the methods of {@link PeerBenchmark} that it measured. */
final class Results {

  private static final Pattern NEXT_METHOD = Pattern.compile("(?=\"benchmark\" :)");

  private final List<String> benchmarks;

  Results(String json) {
    this(NEXT_METHOD.splitAsStream(json).toList());
  }

  private Results(List<String> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /** Those that were measured with this parameter. */
  Results where(String parameter, String value) {
    String pair = String.format("\"%s\" : \"%s\"", parameter, value);
    return new Results(benchmarks.stream().filter(one -> one.contains(pair)).toList());
  }

  /** Microseconds for one operation, on average. */
  double mean(String method) {
    return score(method, "primaryMetric");
  }

  /** The same of the iterations the middle one. */
  double median(String method) {
    return middle(method, "primaryMetric");
  }

  /** The same of the iteration that took least. */
  double best(String method) {
    return iterations(method, "primaryMetric").min().orElseThrow();
  }

  /** Microseconds of CPU for one operation: of the iterations the middle one. */
  double cpu(String method) {
    return middle(method, "cpu");
  }

  private double middle(String method, String metric) {
    double[] sorted = iterations(method, metric).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Bytes allocated for one operation. */
  double bytes(String method) {
    return score(method, "[^\"]*gc.alloc.rate.norm");
  }

  private double score(String method, String metric) {
    return Double.parseDouble(find(method, metric, "\"score\" : ([-0-9.E]+)").group(1));
  }

  private DoubleStream iterations(String method, String metric) {
    MatchResult data = find(method, metric, "\"rawData\" : \\[\\s*\\[([^\\]]*)\\]");
    return Arrays.stream(data.group(1).split(",")).mapToDouble(Double::parseDouble);
  }

  /** The metrics have no other objects within. */
  private MatchResult find(String method, String metric, String value) {
    String part =
        benchmarks.stream()
            .filter(one -> one.contains("PeerBenchmark." + method + '"'))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("\"" + metric + "\" : \\{.*?" + value, Pattern.DOTALL)
        .matcher(part)
        .results()
        .findFirst()
        .orElseThrow();
  }
}
