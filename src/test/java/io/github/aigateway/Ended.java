package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.aigateway.FaultCase.End;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended: by a value, or by a failure of ours. Anything else that it throws comes
 * through.
 */
record Ended(@Nullable Object value, @Nullable AiGatewayException error) {

  static Ended of(Supplier<Object> call) {
    try {
      return new Ended(call.get(), null);
    } catch (AiGatewayException error) {
      return new Ended(null, error);
    }
  }

  End end() {
    return End.of(error);
  }

  AiGatewayException failure() {
    return Objects.requireNonNull(error, () -> "no failure but " + value);
  }

  void assertValue() {
    if (error != null) {
      throw error;
    }
    assertNotNull(value);
  }

  void assertFailed(End end, int attempts, boolean mayHaveBeenApplied) {
    assertEquals(
        end + ", attempts " + attempts + ", " + mayHaveBeenApplied,
        end() + ", attempts " + failure().attempts() + ", " + failure().mayHaveBeenApplied());
  }

  /** Something in the caller's HTTP client threw: that is not repeated, and told as it is. */
  void assertThrownByClient(Throwable cause, boolean mayHaveBeenApplied) {
    assertFailed(End.HTTP_CLIENT, 1, mayHaveBeenApplied);
    assertSame(cause, failure().getCause());
  }
}
