package io.github.aigateway.internal.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every response of the API is wrapped in: {@code {"success": …, "result": …}}.
 *
 * @param success whether the call succeeded; null if the API does not say
 * @param result what was asked for; null if there is none
 */
public record Envelope<R>(@Nullable Boolean success, @Nullable R result) {

  /** The same envelope with another result. */
  public <S> Envelope<S> map(Function<? super R, ? extends S> mapper) {
    return new Envelope<>(success, result == null ? null : mapper.apply(result));
  }
}
