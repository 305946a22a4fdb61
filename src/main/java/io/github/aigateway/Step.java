package io.github.aigateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows a try: the call's result, or another try after a wait.
 *
 * @param result how the call ended; null if it goes on
 * @param delay the wait before the next try
 */
record Step<T>(@Nullable Result<T> result, Duration delay) {

  static <T> Step<T> end(Result<T> result) {
    return new Step<>(result, Duration.ZERO);
  }

  static <T> Step<T> end(AiGatewayException error) {
    return end(new Result.Err<>(error));
  }

  static <T> Step<T> again(Duration delay) {
    return new Step<>(null, delay);
  }
}
