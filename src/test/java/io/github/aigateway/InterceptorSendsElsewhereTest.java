package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.internal.time.Timing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's interceptor that sends requests by another HTTP stack, which does not respond. */
class InterceptorSendsElsewhereTest extends OverCallersClient {

  private final AtomicInteger sent = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void aCreateWhoseTimeIsOverIsNotSentAgain(Style style) {
    assertSentOnce(style, this::sendElsewhere);
  }

  @ParameterizedTest
  @EnumSource
  void norIfThatWasTheSecondWay(Style style) {
    assertSentOnce(
        style,
        chain -> {
          try {
            return chain.proceed(
                chain.request().newBuilder().url("http://127.0.0.2:1/refused").build());
          } catch (IOException refused) {
            return sendElsewhere(chain);
          }
        });
  }

  private okhttp3.Response sendElsewhere(Interceptor.Chain chain) throws IOException {
    sent.incrementAndGet();
    CountDownLatch time = new CountDownLatch(1);
    try {
      while (!chain.call().isCanceled()) {
        time.await(1, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
    throw new IOException("nothing came");
  }

  private void assertSentOnce(Style style, Interceptor interceptor) {
    OkHttpClient callers = intercepted(interceptor).build();
    try (AiGatewayClient client =
        builder()
            .timing(Timing.SYSTEM)
            .httpClient(callers)
            .attemptTimeout(Duration.ofSeconds(1))
            .build()) {
      Ended.of(() -> style.call(Calls.CREATE, client.gateways()))
          .assertFailed(End.TIMEOUT, 1, true);
    }
    assertEquals(1, sent.get());
    assertEquals(0, fake.requestCount());
  }
}
