package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a call costs, without a clock: the bytes allocated on the calling thread, on which the
 * blocking styles do all their work. The least of several rounds counts, after the compiler had its
 * time. The bounds leave a little to other JVMs; a reader or a buffer too many is more than that.
 */
class AllocationTest {

  private static final long MOST_FOR_A_GET = 24_500;
  private static final long MOST_FOR_A_LISTED_GATEWAY = 3_400;

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

  private static String gateway() throws IOException {
    return Files.readString(Path.of("src/jmh/resources/gateway.json")).strip();
  }

  private static String list(String gateway, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> gateway)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aGetAllocatesLittleMoreThanOkHttpAlone() throws Exception {
    respond(gateway());
    long perGet = bytesPerCall(50, () -> gateways.get("support-bot"));

    assertTrue(perGet <= MOST_FOR_A_GET, perGet + " bytes for a get");
  }

  @Test
  void aListedGatewayAllocatesLittleMoreThanItsValues() throws Exception {
    respond(list(gateway(), 10));
    long few = bytesPerCall(20, gateways::list);
    respond(list(gateway(), 100));
    long many = bytesPerCall(20, gateways::list);

    long perGateway = (many - few) / 90;
    assertTrue(perGateway <= MOST_FOR_A_LISTED_GATEWAY, perGateway + " bytes for a gateway");
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
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    call.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < calls; i++) {
      call.run();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
