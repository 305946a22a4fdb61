package io.github.aigateway.internal.call;

import io.github.aigateway.internal.http.Outcome;

/** Makes of a call's last outcome what the caller gets. */
public interface Conclusion<T, R> {

  /** Concludes a call. */
  R conclude(Outcome<T> outcome, Progress progress);
}
