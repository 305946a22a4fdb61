package io.github.aigateway;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.GatewayListResponse;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.model.GatewayUrlResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The wrapping of every answer: {@code {"success": …, "result": …}}.
 *
 * @param success what the API says of the call; null if it does not
 * @param result what was asked for; null if there is none
 */
record Envelope<R>(@Nullable Boolean success, @Nullable R result) {

  static Envelope<Gateway> of(GatewayResponse answer) {
    return new Envelope<>(
        answer.hasSuccess() ? answer.getSuccess() : null,
        answer.hasResult() ? answer.getResult() : null);
  }

  static Envelope<String> of(GatewayUrlResponse answer) {
    return new Envelope<>(
        answer.hasSuccess() ? answer.getSuccess() : null,
        answer.hasResult() ? answer.getResult() : null);
  }

  static Envelope<Page<Gateway>> of(GatewayListResponse answer, ListGatewaysOptions options) {
    return new Envelope<>(
        answer.hasSuccess() ? answer.getSuccess() : null,
        answer.hasResult()
            ? new Page<>(options, answer.getResult(), answer.getResultInfo())
            : null);
  }

  <S> Envelope<S> map(Function<? super R, ? extends S> mapper) {
    return new Envelope<>(success, result == null ? null : mapper.apply(result));
  }
}
