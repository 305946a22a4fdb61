package virtualthreads;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AiGatewayException;
import io.github.aigateway.Gateways;
import io.github.aigateway.Result;
import io.github.aigateway.TransportException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Hundreds of blocking calls at once, each from a virtual thread of its own. */
public final class Main {

  private static final String ID = "virtual";
  private static final int CALLERS = 500;
  private static final int CONNECTIONS = 64;
  private static final int CALLS = 10;
  private static final int INTERRUPTED = 200;

  /** Far more than all calls of a step take, and far less than they would take one by one. */
  private static final Duration MOST = Duration.ofSeconds(40);

  /** As long as the library obeys, unless it is told otherwise. */
  private static final Duration WAIT = Duration.ofSeconds(25);

  private final FakeAiGateway fake;
  private final Gateways gateways;

  private Main(FakeAiGateway fake, Gateways gateways) {
    this.fake = fake;
    this.gateways = gateways;
  }

  /** Makes the calls, and prints what {@code verify.groovy} looks for. */
  public static void main(String... args) throws Exception {
    try (FakeAiGateway fake = FakeAiGateway.start();
        AiGatewayClient client =
            AiGatewayClient.builder()
                .apiToken(fake.apiToken())
                .accountId(fake.accountId())
                .baseUrl(fake.baseUrl())
                .build()) {
      Main main = new Main(fake, client.gateways());
      main.loadAllClasses();
      try (Pinning pinning = new Pinning()) {
        main.allAtOnce();
        main.inTurn();
        main.interrupted();
        Pinning.onPurpose();
        List<String> all = pinning.stop();
        List<String> ofCalls =
            all.stream().filter(one -> one.contains("io.github.aigateway.")).toList();
        System.out.println(
            "pinned on purpose: " + (all.size() > ofCalls.size() ? "noticed" : "not"));
        System.out.println("pinned by calls: " + ofCalls);
      }
    }
    System.out.println("the end");
  }

  /**
   * On this thread: who waits for another thread to load a class is pinned, whosever class it is.
   */
  private void loadAllClasses() throws Exception {
    gateways.create(CreateGatewayRequest.withDefaults().id(ID).build());
    gateways.update(ID, settings());
    interrupted(Thread.ofPlatform().factory(), 2, Fault.noResponse());
    interrupted(Thread.ofPlatform().factory(), 2, Fault.throttled(WAIT));
  }

  private UpdateGatewayRequest settings() {
    return UpdateGatewayRequest.from(gateways.get(ID)).cacheTtl(60L).build();
  }

  /** Half a second each: on two carriers that cannot be left, together they would take minutes. */
  private void allAtOnce() throws Exception {
    fake.fail(Fault.delayHeaders(Duration.ofMillis(500)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(threads.submit(() -> gateways.get(ID).getId().equals(ID)));
      }
      System.out.println(CALLERS + " at once: " + count(calls) + " gateways");
    }
    fake.clearFaults();
  }

  private void inTurn() throws Exception {
    Semaphore turns = new Semaphore(CONNECTIONS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS * CALLS; i++) {
        boolean throwing = i % 2 == 0;
        calls.add(
            threads.submit(
                () -> {
                  turns.acquire();
                  try {
                    return ID.equals(
                        (throwing ? gateways.get(ID) : gateways.tryGet(ID).orElseThrow()).getId());
                  } finally {
                    turns.release();
                  }
                }));
      }
      System.out.println("in turn over " + CONNECTIONS + ": " + count(calls) + " gateways");
    }
  }

  private void interrupted() throws Exception {
    ThreadFactory threads = Thread.ofVirtual().factory();
    System.out.println(
        "interrupted in a request: " + interrupted(threads, INTERRUPTED, Fault.noResponse()));
    System.out.println(
        "interrupted in a wait: " + interrupted(threads, INTERRUPTED, Fault.throttled(WAIT)));
  }

  /** How many of so many calls end because their threads are interrupted, and keep the flag. */
  private int interrupted(ThreadFactory threads, int count, Fault fault) throws Exception {
    UpdateGatewayRequest settings = settings();
    fake.clearRequests();
    fake.fail(fault);
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean throwing = i % 2 == 0;
      CompletableFuture<Boolean> end = new CompletableFuture<>();
      ends.add(end);
      callers.add(
          threads.newThread(
              () -> {
                AiGatewayException failed = failure(settings, throwing);
                end.complete(
                    failed instanceof TransportException ended
                        && ended.reason() == TransportException.Reason.INTERRUPTED
                        && Thread.currentThread().isInterrupted());
              }));
    }
    callers.forEach(Thread::start);
    await(() -> fake.requestCount() == count);
    callers.forEach(Thread::interrupt);
    int ended = count(ends);
    fake.clearFaults();
    return ended;
  }

  private AiGatewayException failure(UpdateGatewayRequest settings, boolean throwing) {
    if (!throwing) {
      return gateways.tryUpdate(ID, settings) instanceof Result.Err<?> err ? err.error() : null;
    }
    try {
      gateways.update(ID, settings);
      return null;
    } catch (AiGatewayException failed) {
      return failed;
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The requests did not come.");
      }
      Thread.onSpinWait();
    }
  }

  private static int count(List<? extends Future<Boolean>> calls) throws Exception {
    int count = 0;
    for (Future<Boolean> call : calls) {
      count += call.get(MOST.toSeconds(), TimeUnit.SECONDS) ? 1 : 0;
    }
    return count;
  }
}
