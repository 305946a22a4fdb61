package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aigateway.TransportException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** The change of an edit hangs: its future ends nevertheless, and nothing is sent back. */
class EditThatHangsTest extends InRealTime {

  private final OkHttpClient http = new OkHttpClient();
  private final AiGatewayClient hanging = over(http.newBuilder());

  @Test
  void itEndsWhenTheClientIsClosed() {
    CompletableFuture<?> future = edit(hanging.gateways());
    await(hold::isReached);
    hanging.close();
    assertUnsent(ends(Reason.CANCELLED, future));
  }

  @Test
  void itEndsWhenTheTimeForACallIsOver() {
    CompletableFuture<?> future = edit(withCallTimeout(hanging, SHORT.multipliedBy(3)));
    assertUnsent(ends(Reason.TIMEOUT, future));
  }

  @Test
  void itEndsWhenTheCallerDoesNotWantToWait() {
    CompletableFuture<?> future = edit(hanging.gateways());
    await(hold::isReached);
    failure(TimeoutException.class, future.orTimeout(1, TimeUnit.MILLISECONDS));
    assertNothingIsSentBack();
  }

  private CompletableFuture<?> edit(Gateways gateways) {
    return gateways.async().edit(Calls.ID, update -> hold.arrive());
  }

  private void assertUnsent(TransportException error) {
    assertEquals("updateGateway", error.operation());
    assertEquals(1, error.attempts());
    assertFalse(error.mayHaveBeenApplied());
    assertNothingIsSentBack();
  }

  private void assertNothingIsSentBack() {
    hold.release();
    await(() -> http.dispatcher().runningCallsCount() == 0);
    assertEquals(0, fake.requests().stream().filter(Calls.UPDATE::sent).count());
  }
}
