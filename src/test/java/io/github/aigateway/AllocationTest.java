package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a call costs, without a clock: the bytes allocated on the calling thread, on which the
 * blocking styles do all their work, and for a future on the one thread of the dispatcher. The
 * least of several rounds counts, after the compiler had its time. The bounds leave a little to
 * other JVMs; a reader or a buffer too many is more than that.
 */
class AllocationTest {

  private static final long MOST_FOR_A_GET = 22_000;
  private static final long MOST_FOR_A_LISTED_GATEWAY = 2_800;
  private static final long MOST_FOR_A_FULL_GET = 28_500;
  private static final long MOST_FOR_A_LISTED_FULL_GATEWAY = 9_300;
  private static final long MOST_FOR_A_FUTURE = 30_500;

  private static final int ROUNDS = 20;

  private final FakeAiGateway fake = FakeAiGateway.builder().maxRequests(0).start();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .baseUrl(fake.baseUrl())
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .build();
  private final Gateways gateways = client.gateways();

  @AfterEach
  void stop() {
    client.close();
    fake.close();
  }

  private void respond(String result) {
    Fault response = Fault.body(200, "{\"result\":" + result + ",\"success\":true}");
    fake.clearFaults();
    fake.fail(response);
  }

  /** A gateway of the benchmarks. */
  private static String gateway(String file) throws IOException {
    return Files.readString(Path.of("src/jmh/resources", file)).strip();
  }

  private static String list(String gateway, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> gateway)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aGetAllocatesLittleMoreThanOkHttpAlone() throws Exception {
    assertBytesOfAGet("gateway.json", MOST_FOR_A_GET);
  }

  @Test
  void soDoesOneWithEveryField() throws Exception {
    assertBytesOfAGet("gateway-full.json", MOST_FOR_A_FULL_GET);
  }

  private void assertBytesOfAGet(String file, long most) throws Exception {
    respond(gateway(file));
    long perGet = bytesPerCall(50, () -> gateways.get("support-bot"));

    assertTrue(perGet <= most, perGet + " bytes for a get");
  }

  @Test
  void aListedGatewayAllocatesLittleMoreThanItsValues() throws Exception {
    assertBytesOfAListed("gateway.json", MOST_FOR_A_LISTED_GATEWAY);
  }

  @Test
  void soDoesAListedOneWithEveryField() throws Exception {
    assertBytesOfAListed("gateway-full.json", MOST_FOR_A_LISTED_FULL_GATEWAY);
  }

  private void assertBytesOfAListed(String file, long most) throws Exception {
    respond(list(gateway(file), 10));
    long few = bytesPerCall(20, gateways::list);
    respond(list(gateway(file), 100));
    long many = bytesPerCall(20, gateways::list);

    long perGateway = (many - few) / 90;
    assertTrue(perGateway <= most, perGateway + " bytes for a gateway");
  }

  @Test
  void aFutureAllocatesLittleMoreThanACallThatBlocksAndAThread() throws Exception {
    respond(gateway("gateway.json"));
    BlockingQueue<Long> bytesThere = new LinkedBlockingQueue<>();
    // A thread for each attempt: see bytesPerCall. What a new thread needs itself is counted, too.
    ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.NANOSECONDS,
            new SynchronousQueue<>(),
            worker ->
                new Thread(
                    () -> {
                      worker.run();
                      bytesThere.add(bytes());
                    }));
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
    try (AiGatewayClient one =
        AiGatewayClient.builder()
            .httpClient(http)
            .baseUrl(fake.baseUrl())
            .apiToken(fake.apiToken())
            .accountId(fake.accountId())
            .build()) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 50 * ROUNDS; i++) {
        long before = bytes();
        one.gateways().async().get("support-bot").join();
        long here = bytes() - before;
        least = Math.min(least, here + bytesThere.take());
      }
      long perFuture = least;
      assertTrue(perFuture <= MOST_FOR_A_FUTURE, () -> perFuture + " bytes for a future");
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Each round has a thread of its own: Okio gives its memory to some threads together, and where
   * the fake's is among them, a call finds none and takes new.
   */
  private static long bytesPerCall(int calls, Runnable call) throws Exception {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      FutureTask<Long> bytes = new FutureTask<>(() -> bytesOf(calls, call));
      new Thread(bytes).start();
      least = Math.min(least, bytes.get() / calls);
    }
    return least;
  }

  private static long bytesOf(int calls, Runnable call) {
    call.run();
    long before = bytes();
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    return bytes() - before;
  }

  /** What this thread has allocated until now. */
  private static long bytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
