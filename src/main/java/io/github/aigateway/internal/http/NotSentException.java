package io.github.aigateway.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request was not sent: its attempt has ended, or it is a create and was sent before. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Makes an exception; its cause is the failure of the request that was sent before. */
  NotSentException(@Nullable Throwable earlier) {
    super("The request is not sent: the attempt has ended, or sent it before.", earlier);
  }
}
