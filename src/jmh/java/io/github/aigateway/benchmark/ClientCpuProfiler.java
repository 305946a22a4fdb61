package io.github.aigateway.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of a call: that of the whole process, collector and compiler included, less that of
 * the server.
 */
public final class ClientCpuProfiler implements InternalProfiler {

  /** None before the first iteration, which makes it. */
  private static volatile Set<Thread> servers = Set.of();

  private long before;

  static void leaveOut(CannedServer started) {
    servers = started.threads();
  }

  @Override
  public String getDescription() {
    return "CPU time per operation, without the server's";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = clientNanos();
  }

  @Override
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double micros = (clientNanos() - before) / 1_000.0;
    long operations = Math.max(1, result.getMetadata().getAllOps());
    return List.of(new ScalarResult("cpu", micros / operations, "us/op", AggregationPolicy.AVG));
  }

  private static long clientNanos() {
    long nanos =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    for (Thread thread : servers) {
      nanos -= Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
    }
    return nanos;
  }
}
