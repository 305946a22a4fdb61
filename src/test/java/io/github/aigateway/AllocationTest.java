package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a call costs, without a clock: the bytes allocated on the calling thread, on which the
 * blocking styles do all their work. The least of several rounds counts, after the compiler had its
 * time. The bounds leave a fifth to chance; a reader or a buffer too many is more than that.
 */
class AllocationTest {

  private static final long MOST_FOR_A_GET = 36_000;
  private static final long MOST_FOR_A_LISTED_GATEWAY = 4_200;

  private static final int ROUNDS = 20;

  private final MockWebServer server = new MockWebServer();
  private AiGatewayClient client;
  private Gateways gateways;

  @BeforeEach
  void start() throws IOException {
    String gateway = Files.readString(Path.of("src/jmh/resources/gateway.json")).strip();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String perPage = request.getRequestUrl().queryParameter("per_page");
            String result = perPage == null ? gateway : list(gateway, Integer.parseInt(perPage));
            return new MockResponse()
                .setHeader("Content-Type", "application/json")
                .setHeader("cf-ray", "9a1b2c3d4e5f6071-FRA")
                .setHeader("Ratelimit", "\"default\";r=50;t=30")
                .setBody("{\"result\":" + result + ",\"success\":true}");
          }
        });
    server.start();
    client =
        AiGatewayClient.builder()
            .baseUrl(server.url("/client/v4").toString())
            .apiToken("token")
            .accountId("account")
            .build();
    gateways = client.gateways();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.shutdown();
  }

  private static String list(String gateway, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> gateway)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aGetAllocatesLittleMoreThanOkHttpAlone() {
    long perGet = bytesPerCall(50, () -> gateways.get("support-bot"));

    assertTrue(perGet <= MOST_FOR_A_GET, perGet + " bytes for a get");
  }

  @Test
  void aListedGatewayAllocatesLittleMoreThanItsValues() {
    long few = bytesPerCall(20, () -> list(10));
    long many = bytesPerCall(20, () -> list(100));

    long perGateway = (many - few) / 90;
    assertTrue(perGateway <= MOST_FOR_A_LISTED_GATEWAY, perGateway + " bytes for a gateway");
  }

  private void list(int perPage) {
    gateways.list(ListGatewaysOptions.builder().perPage(perPage).build());
  }

  private static long bytesPerCall(int calls, Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < calls; i++) {
        call.run();
      }
      least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / calls);
    }
    return least;
  }
}
