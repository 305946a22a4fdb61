package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Outcome;

/** Turns the last outcome of a call into what the caller gets. */
public interface Conclusion<T, R> {

  /** Concludes a call. */
  R conclude(Outcome<T> outcome, Progress progress);
}
