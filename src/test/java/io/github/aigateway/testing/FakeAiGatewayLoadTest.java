package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FakeAiGatewayLoadTest {

  @Test
  void sixtyFourThreadsCreateEachGatewayOnceAndEachFaultHitsOnce() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger reset = new AtomicInteger();
    Set<String> created = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try (FakeAiGateway fake = FakeAiGateway.start();
        FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake)) {
      FaultRule unavailable = fake.failNext(Fault.status(503)).times(100);
      FaultRule resets = fake.failNext(Fault.resetBeforeResponse()).times(50);
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        String id = "g" + i % 1_000;
        calls.add(
            threads.submit(
                () -> {
                  try {
                    int status = api.create(id).status();
                    if (status == 503) {
                      refused.incrementAndGet();
                    } else if (status == 200 && !created.add(id)) {
                      throw new AssertionError(id + " was created twice");
                    }
                  } catch (IOException e) {
                    reset.incrementAndGet();
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
      assertEquals(100, refused.get());
      assertEquals(100, unavailable.hits());
      assertEquals(50, resets.hits());
      assertEquals(50, reset.get());
      assertEquals(2_000, fake.requestCount());
      assertEquals(
          created,
          fake.gateways(fake.accountId()).stream()
              .map(gateway -> gateway.get("id").getAsString())
              .collect(Collectors.toSet()));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void noThreadOutlivesTheFakeAndItsClients() throws Exception {
    try (FakeAiGateway fake = FakeAiGateway.start();
        FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake, Duration.ofMillis(300))) {
      fake.fail(Fault.noResponse()).times(5);
      for (int i = 0; i < 5; i++) {
        try {
          api.list("");
        } catch (IOException expected) {
          assertEquals(0, api.connections());
        }
      }
      assertEquals(200, api.list("").status());
    }
    List<Thread> servers = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("MockWebServer 127") && thread.isAlive()) {
        servers.add(thread);
      }
    }
    for (Thread server : servers) {
      server.join(5_000);
    }
    assertEquals(0, servers.stream().filter(Thread::isAlive).count());
  }
}
