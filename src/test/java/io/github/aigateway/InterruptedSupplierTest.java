package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.TransportException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A supplier of tokens that is interrupted while it waits may throw that without declaring it. */
class InterruptedSupplierTest extends OverCallersClient {

  @ParameterizedTest
  @EnumSource
  void anInterruptOfTheSupplierIsAnInterrupt(Style style) {
    try (AiGatewayClient client =
        builder()
            .httpClient(callers().build())
            .apiToken(
                () -> {
                  Part.<RuntimeException>sneak(new InterruptedException("of the supplier"));
                  return "never";
                })
            .build()) {
      Ended ended = Ended.of(() -> style.call(Calls.CREATE, client.gateways()));

      assertEquals(style != Style.FUTURE, Thread.interrupted());
      TransportException error = assertInstanceOf(TransportException.class, ended.error());
      assertEquals(Reason.INTERRUPTED, error.reason());
      assertEquals(0, fake.requestCount());
    }
  }
}
