package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Subject;

/**
 * A call to be made.
 *
 * @param subject what it is about
 * @param isComposite whether it may take several requests
 */
public record Plan<V>(Subject subject, boolean isComposite, Step<V> first) {

  /** A call of one request. */
  public static <T> Plan<T> of(CallSpec<?, T> spec) {
    Subject subject = spec.subject();
    return new Plan<>(
        subject, false, new Step.Send<>(spec, outcome -> new Step.End<>(subject, outcome)));
  }
}
