package io.github.aigateway.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Calls the API through one peer, over loopback, against a server in a process of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeerBenchmark {

  private static final int IN_FLIGHT = 64;

  /** The class of the peer. */
  @Param("")
  String peer;

  /** The address of the server. */
  @Param("")
  String url;

  private Peer caller;

  /** Runs JMH in this JVM, and ends it: a dispatcher keeps its threads for a minute. */
  public static void main(String[] arguments) throws IOException {
    Main.main(arguments);
    System.exit(0);
  }

  @Setup
  public void start() throws Exception {
    caller = Peer.named(peer, url);
    caller.get();
  }

  @Benchmark
  public Object get() throws Exception {
    return caller.get();
  }

  @Benchmark
  public Object list() throws Exception {
    return caller.list();
  }

  @Benchmark
  public Object put() throws Exception {
    return caller.put();
  }

  /** One at a time, as a future that is waited for. */
  @Benchmark
  public Object future() {
    return caller.start().join();
  }

  /** Sixty-four at once, as futures. */
  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public Object inFlight() {
    List<CompletableFuture<?>> futures = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < IN_FLIGHT; i++) {
      futures.add(caller.start());
    }
    futures.forEach(CompletableFuture::join);
    return futures;
  }
}
