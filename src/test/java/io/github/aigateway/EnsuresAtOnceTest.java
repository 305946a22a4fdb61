package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.Ensured.Change;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many want the same gateway at once: one makes it, and all get it. */
class EnsuresAtOnceTest extends AgainstFake {

  private static final int CALLS = 64;

  private final CreateGatewayRequest wanted = EnsureTest.wanted("new").cacheTtl(300).build();
  private final List<Ensured> ensured = new ArrayList<>();

  @Test
  void oneOfManyThreadsCreatesIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLS);
    CyclicBarrier start = new CyclicBarrier(CALLS);
    List<Future<Ensured>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(
          threads.submit(
              () -> {
                start.await();
                return gateways.ensure(wanted);
              }));
    }
    for (Future<Ensured> call : calls) {
      ensured.add(call.get(20, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertOneCreatedIt();
  }

  @Test
  void oneOfManyFuturesCreatesIt() {
    List<CompletableFuture<Ensured>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(gateways.async().ensure(wanted));
    }
    calls.forEach(call -> ensured.add(call.orTimeout(20, TimeUnit.SECONDS).join()));
    assertOneCreatedIt();
  }

  private void assertOneCreatedIt() {
    List<Change> changes = ensured.stream().map(Ensured::change).toList();
    assertEquals(1, Collections.frequency(changes, Change.CREATED));
    assertEquals(CALLS - 1, Collections.frequency(changes, Change.UNCHANGED));
    ensured.forEach(each -> assertEquals(fake.gateway("new").orElseThrow(), each.gateway()));
    assertEquals(
        0, fake.requests().stream().filter(request -> request.is(Operation.UPDATE)).count());
    // Several found nothing, and sent a create: the API took one.
    assertTrue(fake.requests().stream().anyMatch(request -> request.is(Operation.CREATE)));
  }
}
