package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Subject;

/** Turns the last outcome of a call into what the caller gets. */
public interface Conclusion<T, R> {

  /**
   * Concludes a call.
   *
   * @param subject what the last request was about
   */
  R conclude(Subject subject, Outcome<T> outcome, Progress progress);
}
