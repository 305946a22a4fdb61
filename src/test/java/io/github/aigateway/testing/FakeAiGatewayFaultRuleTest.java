package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FakeAiGatewayFaultRuleTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @Test
  void aRuleHitsWhatItIsNarrowedToAndCounts() throws IOException {
    FaultRule deletes = fake.fail(Fault.status(500)).on(Operation.DELETE);
    FaultRule ofB =
        fake.failNext(Fault.status(502))
            .times(2)
            .when(request -> request.gatewayId().filter("b"::equals).isPresent());

    assertEquals(404, api.get("a").status());
    assertEquals(500, api.delete("a").status());
    assertEquals(502, api.get("b").status());
    assertEquals(500, api.delete("b").status());
    assertEquals(502, api.get("b").status());
    assertEquals(404, api.get("b").status());
    assertEquals(2, deletes.hits());
    assertEquals(2, ofB.hits());
    deletes.remove();
    assertEquals(404, api.delete("a").status());
  }

  @Test
  void faultsCanBeChosenPerRequestAndCleared() throws IOException {
    fake.failEach(
        request -> request.is(Operation.LIST) ? Optional.of(Fault.status(500)) : Optional.empty());

    assertEquals(404, api.get("a").status());
    assertEquals(500, api.list("").status());
    fake.clearFaults();
    assertEquals(200, api.list("").status());
  }

  @Test
  void resetForgetsGatewaysFaultsAndRequests() throws IOException {
    api.create("a");
    fake.fail(Fault.status(500));

    fake.reset();

    assertEquals(0, fake.requestCount());
    assertEquals(404, api.get("a").status());
  }

  @Test
  void aPredicateThatThrowsIsSeenInTheResponse() throws IOException {
    fake.failNext(Fault.status(502))
        .when(
            request -> {
              throw new IllegalStateException("mistake in the test");
            });

    Reply reply = api.list("");

    assertEquals(500, reply.status());
    assertTrue(reply.message().contains("mistake in the test"));
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Fault.status(199));
    assertThrows(IllegalArgumentException.class, () -> Fault.status(1000));
    assertThrows(IllegalArgumentException.class, () -> Fault.redirect(200, "/"));
    assertThrows(IllegalArgumentException.class, () -> Fault.hugeBody(1));
    assertThrows(IllegalArgumentException.class, () -> Fault.wrongContentLength(-1));
    assertThrows(IllegalArgumentException.class, () -> Fault.delayBody(Duration.ofMillis(-1)));
    assertThrows(IllegalArgumentException.class, () -> Fault.slowBody(0, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> Fault.informational(101));
    assertThrows(IllegalArgumentException.class, () -> Fault.status(500).header("a b", "c"));
    assertThrows(IllegalArgumentException.class, () -> fake.failNext(Fault.status(500)).times(0));
  }
}
